import { Button, NativeSelect } from '@mantine/core'
import { civilDateAt } from '@shebao/kernel'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { reportTones, reportWords } from '../report/index.ts'
import { messages } from './messages.ts'
import { MyEmployerMonthsDocument, MyEmployersDocument, type MyEmployersQuery } from './watch.generated.ts'
import style from './watch.module.css'
import { WatchedMonth } from './watched-month.tsx'

/** Whether one's employers declare and pay, month by month; and the way to report one that does not. */
export function WatchPage() {
  const t = useMessages(messages)
  const { data, error } = useQuery(MyEmployersDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {data.myEmployers.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <Months employers={data.myEmployers} />
      )}
      <section className={style.unit}>
        <h2>{t('wrong')}</h2>
        <p className={style.words}>{t('reportText')}</p>
        <Button component={Link} to="/me/reports/new" variant="default">
          {t('report')}
        </Button>
      </section>
      {data.myReports.length > 0 ? <Reports reports={data.myReports} /> : null}
    </>
  )
}

function Months({ employers }: { employers: MyEmployersQuery['myEmployers'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [thisYear] = useState(() => Number(civilDateAt(new Date()).slice(0, 4)))
  const lastYear = employers.some(({ lastPeriod }) => lastPeriod === null)
    ? thisYear
    : Math.max(...employers.map(({ lastPeriod }) => Number((lastPeriod ?? '').slice(0, 4))))
  const firstYear = Math.min(lastYear, ...employers.map(({ firstPeriod }) => Number(firstPeriod.slice(0, 4))))
  const [year, setYear] = useState(lastYear)
  const { data, error } = useQuery(MyEmployerMonthsDocument, {
    variables: { year },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const months = data?.myEmployerMonths
  const ofYear = employers.filter(({ id }) => months?.some(({ employerId }) => employerId === id))
  return (
    <>
      <NativeSelect
        label={t('year')}
        value={String(year)}
        data={Array.from({ length: lastYear - firstYear + 1 }, (_, back) => String(lastYear - back))}
        onChange={(event) => setYear(Number(event.currentTarget.value))}
        w={140}
      />
      {!months ? <Skeleton lines={6} /> : null}
      {months?.length === 0 ? <p>{t('noMonths')}</p> : null}
      {ofYear.map(({ id, name, firstPeriod, lastPeriod }) => (
        <section key={id} className={style.unit} aria-label={name}>
          <h2>{name}</h2>
          <p className={style.soft}>
            {t('span', {
              from: format.period(firstPeriod),
              to: lastPeriod === null ? t('now') : format.period(lastPeriod),
            })}
          </p>
          <ul className={style.list}>
            {months
              ?.filter(({ employerId }) => employerId === id)
              .map((month) => (
                <WatchedMonth key={month.id} month={month} />
              ))}
          </ul>
        </section>
      ))}
      {months?.some(({ status }) => status === 'OVERDUE') ? <p className={style.words}>{t('what')}</p> : null}
    </>
  )
}

function Reports({ reports }: { reports: MyEmployersQuery['myReports'] }) {
  const t = useMessages(messages)
  const words = useMessages(reportWords)
  const format = useFormat()
  return (
    <section className={style.unit}>
      <h2>{t('reports')}</h2>
      <ul className={style.list} aria-label={t('reports')}>
        {reports.map(({ id, number, kind, unitName, state, receivedAt }) => (
          <li key={id} className={style.head}>
            <span>
              <Link to={`/me/reports/${id}`}>{unitName}</Link> · {words(kind)}
              <span className="sub">
                {format.instant(receivedAt)} · {number}
              </span>
            </span>
            <StatusBadge tone={reportTones[state]}>{words(state)}</StatusBadge>
          </li>
        ))}
      </ul>
    </section>
  )
}
