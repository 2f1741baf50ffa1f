import { Button, NativeSelect } from '@mantine/core'
import { importColumns } from '@shebao/intake'
import type { Columns } from '@shebao/intake'
import { useId, useState, type FormEvent } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { columnMessages } from './column-messages.ts'
import { columnName } from './column-name.ts'
import style from './intake.module.css'
import type { ImportKind } from './intake.generated.ts'
import { messages } from './messages.ts'
import type { ColumnLayout, FileHead } from './upload-table.ts'

interface SayColumnsProps {
  kind: ImportKind
  fileName: string
  heads: readonly FileHead[]
  onSaid: (layout: ColumnLayout) => Promise<unknown>
  onCancel: () => void
}

type Said = Readonly<Record<string, string>>
type Wrong = 'sayNeeded' | 'sayTwice'

/** Which column of the file is which of ours: for each of ours a choice among the heads, each with what stands under it. */
export function SayColumns({ kind, fileName, heads, onSaid, onCancel }: SayColumnsProps) {
  const t = useMessages(columnMessages)
  const kinds = useMessages(messages)
  const id = useId()
  const columns: Columns = importColumns[kind]
  const keys = Object.keys(columns)
  const [said, setSaid] = useState<Said>(() =>
    Object.fromEntries(heads.flatMap(({ header, takenFor }) => (takenFor === null ? [] : [[takenFor, header]]))),
  )
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const wrong = wrongOf(keys, columns, said)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    const [first] = wrong.keys()
    if (first !== undefined) {
      document.getElementById(`${id}${first}`)?.focus()
      return
    }
    setBusy(true)
    await onSaid(layoutOf(heads, said))
    setBusy(false)
  }
  const field = (key: string) => (
    <Field
      key={key}
      id={`${id}${key}`}
      kind={kind}
      column={key}
      heads={heads}
      chosen={said[key] ?? ''}
      wrong={asked ? wrong.get(key) : undefined}
      onChoose={(header) => setSaid({ ...said, [key]: header })}
    />
  )
  const needed = keys.filter((key) => columns[key]?.required)
  const others = keys.filter((key) => !columns[key]?.required)
  return (
    <form className={style.saying} noValidate aria-labelledby={`${id}title`} onSubmit={(event) => void submit(event)}>
      <h3 id={`${id}title`}>{t('sayTitle', { file: fileName, kind: kinds(kind) })}</h3>
      <p className="quiet">{t('sayLead')}</p>
      <div className={style.fields}>{needed.map(field)}</div>
      {others.length > 0 ? (
        <details open={others.some((key) => asked && wrong.has(key))}>
          <summary>{t('sayOthers', { count: others.length })}</summary>
          <div className={style.fields}>{others.map(field)}</div>
        </details>
      ) : null}
      {asked && wrong.size > 0 ? <Notice tone="refused">{t('sayWrong', { count: wrong.size })}</Notice> : null}
      <div className={style.buttons}>
        <Button type="submit" size="sm" loading={busy}>
          {t('sayDo')}
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          {t('sayCancel')}
        </Button>
      </div>
    </form>
  )
}

interface FieldProps {
  id: string
  kind: ImportKind
  column: string
  heads: readonly FileHead[]
  chosen: string
  wrong: Wrong | undefined
  onChoose: (header: string) => void
}

function Field({ id, kind, column, heads, chosen, wrong, onChoose }: FieldProps) {
  const t = useMessages(columnMessages)
  const { language } = useLanguage()
  const samples = heads.find(({ header }) => header === chosen)?.samples.join(' · ')
  return (
    <NativeSelect
      id={id}
      size="sm"
      label={columnName(kind, column, language)}
      description={samples === undefined ? t('sayNothing') : t('saySamples', { samples: samples || '—' })}
      error={wrong ? t(wrong) : undefined}
      value={chosen}
      data={[
        { value: '', label: t('sayNone') },
        ...heads.map(({ header, samples: [first] }) => ({
          value: header,
          label: first === undefined ? header : t('sayHead', { header, first }),
        })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  )
}

/** What is needed and not chosen, and what was chosen for two. */
function wrongOf(keys: readonly string[], columns: Columns, said: Said): Map<string, Wrong> {
  const wrong = new Map<string, Wrong>()
  const used = new Set<string>()
  for (const key of keys) {
    const header = said[key] ?? ''
    if (header === '') {
      if (columns[key]?.required) wrong.set(key, 'sayNeeded')
    } else if (used.has(header)) wrong.set(key, 'sayTwice')
    used.add(header)
  }
  return wrong
}

/** Every head is said something of, so that the next file with the same heads asks nothing. */
function layoutOf(heads: readonly FileHead[], said: Said): ColumnLayout {
  const keyOf = new Map(Object.entries(said).map(([key, header]) => [header, key]))
  return Object.fromEntries(heads.map(({ header }) => [header, keyOf.get(header) ?? null]))
}
