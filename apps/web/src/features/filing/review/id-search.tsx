import { Button, TextInput } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import style from './people-compare.module.css'
import { reviewMessages } from './review-messages.ts'

/** Finds one person of a declaration by the whole identity number; empty shows everybody again. */
export function IdSearch({ onSearch }: { onSearch: (idNumber: string) => void }) {
  const t = useMessages(reviewMessages)
  return (
    <form
      className={style.search}
      onSubmit={(event) => {
        event.preventDefault()
        const value = new FormData(event.currentTarget).get('idNumber')
        onSearch(typeof value === 'string' ? value.trim() : '')
      }}
    >
      <TextInput name="idNumber" size="sm" aria-label={t('idSearch')} placeholder={t('idSearch')} autoComplete="off" />
      <Button type="submit" size="sm" variant="default">
        {t('idSearchGo')}
      </Button>
    </form>
  )
}
