import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { stopReasonWord, stopReasonWords } from '../../../shared/case/stop-reasons.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { MonthGrid } from '../../../shared/ui/month-grid.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Gaps } from './gaps.tsx'
import { groupRights } from './group-rights.ts'
import { MyRecordDocument, type MyRecordQuery } from './me.generated.ts'
import { messages } from './messages.ts'
import { Outlooks } from './outlooks.tsx'
import { gapsIn, hasAmounts, monthsOf } from './record-months.ts'
import style from './record.module.css'

type Me = MyRecordQuery['me']

const MonthDetail = lazy(async () => ({ default: (await import('./month-detail.tsx')).MonthDetail }))

/** The person's months as a picture, what is missing in it and what it leads to, and the employers it comes from. */
export function RecordPage() {
  const t = useMessages(messages)
  const { data, error } = useQuery(MyRecordDocument)
  const [opened, setOpened] = useState<string>()
  const record = data?.me.record
  const months = useMemo(() => monthsOf(record?.years ?? []), [record])
  if (error && !data) throw error
  if (!data || !record) return <Skeleton lines={8} />
  const openedMonth = months.find(({ period }) => period === opened)
  return (
    <>
      <PageHeader
        title={t('recordTitle')}
        lead={t('recordLead')}
        next={
          months.length === 0 ? null : (
            <Button component={Link} to="/me/certificate" variant="default">
              {t('certificate')}
            </Button>
          )
        }
      />
      {months.length === 0 ? (
        <EmptyState title={t('noMonths')}>{t('noMonthsText')}</EmptyState>
      ) : (
        <>
          <MonthGrid months={months} onOpen={setOpened} />
          <Gaps gaps={record.gaps} />
        </>
      )}
      {openedMonth ? (
        <Suspense>
          <MonthDetail
            period={openedMonth.period}
            assessed={hasAmounts(openedMonth)}
            gaps={gapsIn(record.gaps, openedMonth.period)}
            office={data.office}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      ) : null}
      <Rights me={data.me} />
      <Outlooks outlooks={data.me.pensionOutlooks} />
      <Spells me={data.me} />
      <p className={style.section}>
        <Link to="/me/readings">{t('readings')}</Link>
      </p>
    </>
  )
}

function Rights({ me }: { me: Me }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  return (
    <section className={style.section}>
      <h2>{t('rights')}</h2>
      <ul className={style.rights}>
        {groupRights(me.rightsSummary.insurances).map((group) => {
          const [{ months, firstInsured, lastPaid }] = group
          return (
            <li key={group.map(({ insurance }) => insurance).join()}>
              <span>{group.map(({ insurance }) => words(insurance)).join(t('and'))}</span>
              <strong>{t('monthsCount', { count: months })}</strong>
              <span className={style.soft}>
                {t('firstInsured')} {firstInsured ? format.period(firstInsured) : '–'} · {t('lastPaid')}{' '}
                {lastPaid ? format.period(lastPaid) : '–'}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Spells({ me }: { me: Me }) {
  const t = useMessages(messages)
  const reasons = useMessages(stopReasonWords)
  const format = useFormat()
  if (me.record.spells.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{t('spells')}</h2>
      <ul className={style.months}>
        {me.record.spells.map(({ employerName, from, to, stopReason }) => (
          <li key={`${employerName}-${from}`}>
            <span>
              {employerName}
              {stopReason ? <span className="sub">{stopReasonWord(stopReason, reasons)}</span> : null}
            </span>
            <span className={style.soft}>
              {t('spell', { from: format.period(from), to: to ? format.period(to) : t('now') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
