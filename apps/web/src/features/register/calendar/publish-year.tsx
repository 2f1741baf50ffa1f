import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { CalendarDays } from './calendar-days.tsx'
import type { Day } from './calendar-days.tsx'
import style from './calendar.module.css'
import { CalendarOutlookDocument, PublishCalendarYearDocument } from './calendar.generated.ts'
import type { CalendarOutlookQuery, CalendarRefusal } from './calendar.generated.ts'
import { messages } from './messages.ts'

interface PublishYearProps {
  year: number
  days: readonly Day[]
  onPublished: () => Promise<void>
}

type Outlook = CalendarOutlookQuery['calendarOutlook']

/** One year of a file: what it changes, what stands against it, and on which document it is published. */
export function PublishYear({ year, days, onPublished }: PublishYearProps) {
  const t = useMessages(messages)
  const given = days.map(({ day, kind, name }) => ({ day, kind, name }))
  const { data, error, refetch } = useQuery(CalendarOutlookDocument, {
    variables: { year, days: given },
    fetchPolicy: 'network-only',
  })
  if (error) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={4} />
  const { added, removed, problems, unchanged, inForce } = data.calendarOutlook
  if (unchanged) return <Notice tone="info">{t('unchanged', { year: String(year) })}</Notice>
  const unfit = problems.some(({ level }) => level === 'ERROR')
  return (
    <section className={style.preview}>
      <h3>{t('preview', { year: String(year), added: added.length, removed: removed.length })}</h3>
      {inForce ? <p className="quiet">{t('replaces', { number: inForce.documentNo })}</p> : null}
      <Problems problems={problems} />
      <div className={style.sides}>
        {added.length > 0 ? (
          <div>
            <strong>{t('added')}</strong>
            <CalendarDays days={added} />
          </div>
        ) : null}
        {removed.length > 0 ? (
          <div>
            <strong>{t('removed')}</strong>
            <CalendarDays days={removed} />
          </div>
        ) : null}
      </div>
      {unfit ? null : (
        <Publish year={year} days={given} inForce={inForce} onPublished={onPublished} onStale={() => void refetch()} />
      )}
    </section>
  )
}

function Problems({ problems }: { problems: Outlook['problems'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (problems.length === 0) return null
  return (
    <Notice tone={problems.some(({ level }) => level === 'ERROR') ? 'refused' : 'warning'}>
      <ul className={style.problems}>
        {problems.map(({ code, day }) => (
          <li key={`${code} ${day}`}>{t(code, { day: day === null ? '' : format.dayMonth(day) })}</li>
        ))}
      </ul>
    </Notice>
  )
}

interface PublishProps extends PublishYearProps {
  days: Day[]
  inForce: Outlook['inForce']
  onStale: () => void
}

function Publish({ year, days, inForce, onPublished, onStale }: PublishProps) {
  const t = useMessages(messages)
  const [documentNo, setDocumentNo] = useState('')
  const [wrong, setWrong] = useState(false)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<CalendarRefusal | 'failed'>()
  const [publish, { loading }] = useMutation(PublishCalendarYearDocument)
  const number = documentNo.trim()
  const count = (kind: Day['kind']) => days.filter((day) => day.kind === kind).length
  const send = async () => {
    setRefused(undefined)
    try {
      const variables = { year, days, documentNo: number, supersedes: inForce?.id ?? null }
      const outcome = (await publish({ variables })).data?.publishCalendarYear
      if (outcome?.__typename === 'CalendarPublished') return await onPublished()
      setRefused(outcome?.reason ?? 'failed')
      if (outcome?.reason === 'STALE') onStale()
    } catch {
      setRefused('failed')
    } finally {
      setAsking(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(number.length < 2)
        setAsking(number.length >= 2)
      }}
    >
      {refused ? <Notice tone="refused">{t(refused)}</Notice> : null}
      <TextInput
        label={t('documentNo')}
        description={t('documentNoHint')}
        value={documentNo}
        maxLength={100}
        autoComplete="off"
        error={wrong ? t('documentNoWrong') : undefined}
        onChange={(event) => setDocumentNo(event.currentTarget.value)}
      />
      <Button type="submit" loading={loading}>
        {t('publish', { year: String(year) })}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('publishTitle', { year: String(year) })}
        consequence={t('publishText', { number, off: count('HOLIDAY'), worked: count('MAKE_UP') })}
        verb={t('publish', { year: String(year) })}
        busy={loading}
        onCancel={() => setAsking(false)}
        onConfirm={() => void send()}
      />
    </form>
  )
}
