import { Button, Select, TextInput } from '@mantine/core'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { actionWords, recordWords } from '@shebao/kernel/trail-words'
import { auditMessages } from './audit-messages.ts'
import style from './audit-page.module.css'

const texts = ['actor', 'employer', 'record', 'from', 'to'] as const
const names = [...texts, 'action', 'kind', 'person'] as const

interface TrailFilterProps {
  params: URLSearchParams
  setParams: (chosen: [string, string][]) => void
}

/** Who, what, to which, and when. What is asked for stands in the address; a person stands there by an identifier alone. */
export function TrailFilter({ params, setParams }: TrailFilterProps) {
  const t = useMessages(auditMessages)
  const { language } = useLanguage()
  const short = language === 'en' ? 'en' : 'zh'
  const person = params.get('person')
  const choices = (words: Readonly<Record<string, string>>) =>
    Object.entries(words)
      .map(([value, word]) => ({ value, label: `${word} · ${value}` }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return (
    <form
      className={style.auditForm}
      aria-label={t('find')}
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        setParams(
          names.flatMap((name): [string, string][] => {
            const value = given.get(name)
            return typeof value === 'string' && value.trim() ? [[name, value.trim()]] : []
          }),
        )
      }}
    >
      {texts.map((name) => (
        <TextInput
          key={name}
          name={name}
          size="sm"
          label={t(name)}
          defaultValue={params.get(name) ?? ''}
          autoComplete="off"
          {...(name === 'from' || name === 'to' ? { placeholder: '2026-03-31' } : {})}
        />
      ))}
      <Select
        name="action"
        size="sm"
        label={t('what')}
        placeholder={t('every')}
        data={choices(actionWords[short])}
        defaultValue={params.get('action')}
        searchable
        clearable
        nothingFoundMessage={t('noSuchWord')}
      />
      <Select
        name="kind"
        size="sm"
        label={t('which')}
        placeholder={t('every')}
        data={choices(recordWords[short])}
        defaultValue={params.get('kind')}
        searchable
        clearable
        nothingFoundMessage={t('noSuchWord')}
      />
      {person === null ? null : <input type="hidden" name="person" value={person} />}
      <Button type="submit" size="sm">
        {t('find')}
      </Button>
      {params.size > 0 ? (
        <Button variant="subtle" size="sm" onClick={() => setParams([])}>
          {t('clear')}
        </Button>
      ) : null}
    </form>
  )
}
