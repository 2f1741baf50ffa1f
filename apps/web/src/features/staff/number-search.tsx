import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { isTyping } from './is-typing.ts'
import style from './staff.module.css'

/** Finds by whole numbers only; `/` brings the cursor here. */
export function NumberSearch({ number, onSearch }: { number: string; onSearch: (number: string) => void }) {
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
    <search>
    <form
      className={style.search}
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(field.current?.value.trim() ?? '')
      }}
    >
      <TextInput
        ref={field}
        key={number}
        size="sm"
        type="search"
        defaultValue={number}
        aria-label={t('searchLabel')}
        placeholder={t('searchHint')}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      <Button type="submit" size="sm" variant="default">{t('searchGo')}</Button>
      {number ? <Button size="sm" variant="subtle" onClick={() => onSearch('')}>{t('searchClear')}</Button> : null}
    </form>
    </search>
  )
}
