import { Button } from '@mantine/core'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { MyRecordDocument } from './me.generated.ts'
import { messages } from './record-messages.ts'
import { gapsIn, hasAmounts, monthsOf, movedIn } from './record-months.ts'
import { RecordView } from './record-view.tsx'
import style from './record.module.css'

const KeepRecord = later(async () => (await import('./keep-record.tsx')).KeepRecord)
const MonthDetail = lazy(async () => ({ default: (await import('./month-detail.tsx')).MonthDetail }))

/** The person's own record: a month opens to its amounts, or to why it is a gap. */
export function RecordPage() {
  const t = useMessages(messages)
  const { data: answer, error } = useQuery(MyRecordDocument)
  // A working life has hundreds of months: they are drawn in parts, and what is pressed meanwhile comes first.
  const data = useDeferredValue(answer)
  const [opened, setOpened] = useState<string>()
  const record = data?.me.record
  const months = useMemo(() => monthsOf(record?.years ?? []), [record])
  if (error && !answer) throw error
  const openedMonth = months.find(({ period }) => period === opened)
  const header = (
    <PageHeader
      title={t('recordTitle')}
      lead={t('recordLead')}
      next={
        months.length === 0 && record ? null : (
          <Button component={Link} to="/me/certificate" variant="default">
            {t('certificate')}
          </Button>
        )
      }
    />
  )
  // What the page is for can be read before anything is known.
  if (!data || !record)
    return (
      <>
        {header}
        <Skeleton lines={8} />
      </>
    )
  return (
    <>
      {header}
      <RecordView {...data.me} onOpen={setOpened} />
      {openedMonth ? (
        <Suspense>
          <MonthDetail
            period={openedMonth.period}
            assessed={hasAmounts(openedMonth)}
            gaps={gapsIn(record.gaps, openedMonth.period)}
            transfers={movedIn(record.transfers, openedMonth.period)}
            office={data.office}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      ) : null}
      {months.length > 0 ? (
        <Suspense>
          <KeepRecord shown={data.me} />
        </Suspense>
      ) : null}
      <ul className={style.ways}>
        <li>
          <Link to="/me/employer">{t('employerPays')}</Link>
        </li>
        <li>
          <Link to="/me/transfers">{t('transferWay')}</Link>
        </li>
        <li>
          <Link to="/me/rights">{t('rightsRecord')}</Link>
        </li>
        <li>
          <Link to="/me/readings">{t('readings')}</Link>
        </li>
        <li>
          <Link to="/me/family">{t('family')}</Link>
        </li>
      </ul>
    </>
  )
}
