import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BringCalendar } from './bring-calendar.tsx'
import style from './calendar.module.css'
import { CalendarDays } from './calendar-days.tsx'
import { CalendarYearsDocument } from './calendar.generated.ts'
import type { CalendarYearsQuery } from './calendar.generated.ts'
import { messages } from './messages.ts'
import { MissingCalendar } from './missing-calendar.tsx'

type Year = CalendarYearsQuery['calendarYears'][number]

/** The years that due dates are counted by, and the way to bring in another. */
export function CalendarPage() {
  const t = useMessages(messages)
  const { roles } = useViewer()
  const { data, error, refetch } = useQuery(CalendarYearsDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  const years = data?.calendarYears
  const mayPublish = roles.includes('HEAD')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <MissingCalendar here />
      {mayPublish ? <BringCalendar onPublished={refetch} /> : <p className="quiet">{t('onlyHead')}</p>}
      {years === undefined ? <Skeleton lines={8} /> : null}
      {years?.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      <div className={style.years}>
        {(years ?? [])
          .filter(({ inForce }) => inForce)
          .map((one) => (
            <YearCard
              key={one.id}
              one={one}
              earlier={(years ?? []).filter(({ year, inForce }) => year === one.year && !inForce)}
            />
          ))}
      </div>
    </>
  )
}

function YearCard({ one, earlier }: { one: Year; earlier: readonly Year[] }) {
  const t = useMessages(messages)
  const year = String(one.year)
  return (
    <section className={style.year} aria-label={t('year', { year })}>
      <h2>{t('year', { year })}</h2>
      <Source one={one} />
      <CalendarDays days={one.days} />
      {earlier.length > 0 ? (
        <details>
          <summary>{t('earlier', { year })}</summary>
          {earlier.map((before) => (
            <div key={before.id}>
              <Source one={before} />
              <CalendarDays days={before.days} />
            </div>
          ))}
        </details>
      ) : null}
    </section>
  )
}

function Source({ one }: { one: Year }) {
  const t = useMessages(messages)
  const format = useFormat()
  const count = (kind: Year['days'][number]['kind']) => one.days.filter((day) => day.kind === kind).length
  return (
    <p className="quiet">
      {t('document', { number: one.documentNo, time: format.instant(one.publishedAt) })}
      <br />
      {t('offTotal', { days: count('HOLIDAY') })} · {t('workedTotal', { days: count('MAKE_UP') })}
    </p>
  )
}
