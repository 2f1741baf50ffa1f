import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { isTyping } from './is-typing.ts'
import { messages } from './messages.ts'
import sheet from './shell.module.css'
import style from './exact-search.module.css'

/** Finds by a whole number only (never by name); `/` brings the cursor here from anywhere. */
export function ExactSearch({ onSearch }: { onSearch: (number: string) => void }) {
  const t = useMessages(messages)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <search className={sheet.searchSlot}>
      <form
        className={style.search}
        onSubmit={(event) => {
          event.preventDefault()
          const number = field.current?.value.trim()
          if (!number) return
          field.current?.blur() // the keys belong to the page again
          onSearch(number)
        }}
      >
        <IconSearch size={18} aria-hidden />
        <input
          ref={field}
          type="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          autoComplete="off"
          enterKeyHint="search"
          spellCheck={false}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}
