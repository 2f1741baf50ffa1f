import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { columnMessages } from './column-messages.ts'
import type { BroughtFile, CsvLayout } from './import-outcome.ts'
import style from './name-columns.module.css'

const columns = [
  'IGNORED',
  'bookedOn',
  'valueDate',
  'reference',
  'amount',
  'direction',
  'credit',
  'debit',
  'payerName',
  'payerAccount',
  'remittance',
  'endToEndId',
  'line',
] as const
type Column = (typeof columns)[number]
const facts = ['account', 'statementNo', 'day', 'opening', 'closing', 'count', 'sum'] as const

interface NameColumnsProps {
  brought: BroughtFile
  onNamed: (file: File, layout: CsvLayout) => Promise<unknown>
}

/** A CSV whose columns nobody has named yet: each gets its meaning here, and the same file is read again. */
export function NameColumns({ brought, onNamed }: NameColumnsProps) {
  const { outcome, file } = brought
  if (outcome.kind !== 'REFUSED' || !outcome.table || !file) return null
  return <NamingForm name={brought.name} table={outcome.table} onNamed={(layout) => onNamed(file, layout)} />
}

interface NamingFormProps {
  name: string
  table: readonly (readonly string[])[]
  onNamed: (layout: CsvLayout) => Promise<unknown>
}

function NamingForm({ name, table, onNamed }: NamingFormProps) {
  const t = useMessages(columnMessages)
  const [headerAt, setHeaderAt] = useState(() => widestRow(table))
  const [named, setNamed] = useState<Readonly<Record<string, Column | undefined>>>({})
  const [stated, setStated] = useState<Readonly<Record<string, string>>>({})
  const [incomplete, setIncomplete] = useState(false)
  const [busy, setBusy] = useState(false)
  const words = (table[headerAt] ?? []).filter((word) => word.trim() !== '')
  const submit = async () => {
    const chosen = words.flatMap((word) => (named[word] ? [[word, named[word]] as const] : []))
    const has = (...wanted: Column[]) => chosen.some(([, column]) => wanted.includes(column))
    const whole = has('bookedOn', 'valueDate') && has('amount', 'credit', 'debit')
    setIncomplete(!whole)
    if (!whole) return
    const said = Object.fromEntries(Object.entries(stated).filter(([, text]) => text.trim() !== ''))
    setBusy(true)
    await onNamed({
      columns: Object.fromEntries(chosen),
      ...(Object.keys(said).length > 0 ? { stated: said } : {}),
    })
    setBusy(false)
  }
  return (
    <form
      className={style.naming}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{t('title', { name })}</h3>
      <p className="quiet">{t('lead')}</p>
      <NativeSelect
        size="sm"
        label={t('headerRow')}
        value={String(headerAt)}
        data={table.map((row, index) => ({
          value: String(index),
          label: `${t('row', { row: String(index + 1) })}: ${row.slice(0, 4).join(' | ')}`,
        }))}
        onChange={(event) => setHeaderAt(Number(event.currentTarget.value))}
      />
      <div className={style.fields}>
        {words.map((word) => (
          <NativeSelect
            key={word}
            size="sm"
            label={t('meaning', { word })}
            description={valuesUnder(table, headerAt, word)}
            value={named[word] ?? ''}
            data={[
              { value: '', label: t('choose') },
              ...columns.map((column) => ({ value: column, label: t(column) })),
            ]}
            onChange={(event) => {
              const column = columns.find((one) => one === event.currentTarget.value)
              setNamed({ ...named, [word]: column })
            }}
          />
        ))}
      </div>
      <details>
        <summary>{t('stated')}</summary>
        <p className="quiet">{t('statedLead')}</p>
        <div className={style.fields}>
          {facts.map((fact) => (
            <TextInput
              key={fact}
              size="sm"
              label={t(fact)}
              maxLength={60}
              autoComplete="off"
              value={stated[fact] ?? ''}
              onChange={(event) => setStated({ ...stated, [fact]: event.currentTarget.value })}
            />
          ))}
        </div>
      </details>
      {incomplete ? <Notice tone="refused">{t('incomplete')}</Notice> : null}
      <Button type="submit" size="sm" loading={busy}>
        {t('read')}
      </Button>
    </form>
  )
}

/** The first values under a word, to recognise it by. */
function valuesUnder(table: readonly (readonly string[])[], headerAt: number, word: string): string {
  const column = table[headerAt]?.indexOf(word) ?? -1
  const values = table.slice(headerAt + 1).flatMap((row) => row[column]?.trim() || [])
  return values.slice(0, 3).join(' | ') || '—'
}

/** Titles stand in one or two cells; the names of columns in all of them. */
function widestRow(table: readonly (readonly string[])[]): number {
  const filled = table.map((row) => row.filter((cell) => cell.trim() !== '').length)
  return Math.max(0, filled.indexOf(Math.max(...filled)))
}
