import { useEffect, useRef } from 'react'
import { isTyping } from './is-typing.ts'

/** j and k or the arrows walk from row to row; Enter opens, since each row's link or button has the focus. */
export function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      const here = rows.findIndex((row) => row === document.activeElement)
      const arrow = here >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      if (!arrow && event.key !== 'j' && event.key !== 'k') return
      const down = event.key === 'j' || event.key === 'ArrowDown'
      const next = rows[Math.min(rows.length - 1, Math.max(0, here + (down ? 1 : -1)))]
      if (!next) return
      event.preventDefault()
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return body
}

/** One letter chooses one thing; not while a field has the keys. */
export function useChoiceKeys(choices: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const choose = choices[event.key]
      if (!choose) return
      event.preventDefault()
      choose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [choices])
}
