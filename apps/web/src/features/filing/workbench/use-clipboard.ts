import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Copying and pasting while the grid has the focus. The browser says both where the text cursor was last, which need not be in the grid
 * when it was reached by keys; so the document is listened to.
 */
export function useClipboard(
  grid: RefObject<HTMLElement | null>,
  onPaste: (text: string) => void,
  onCopy: () => string | undefined,
): void {
  const latest = useRef({ onPaste, onCopy })
  useEffect(() => {
    latest.current = { onPaste, onCopy }
  })
  useEffect(() => {
    const isGrid = () => document.activeElement === grid.current
    const paste = (event: ClipboardEvent) => {
      if (!isGrid()) return
      event.preventDefault()
      latest.current.onPaste(event.clipboardData?.getData('text/plain') ?? '')
    }
    const copy = (event: ClipboardEvent) => {
      const text = isGrid() ? latest.current.onCopy() : undefined
      if (text === undefined) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
    }
    document.addEventListener('paste', paste)
    document.addEventListener('copy', copy)
    return () => {
      document.removeEventListener('paste', paste)
      document.removeEventListener('copy', copy)
    }
  }, [grid])
}
