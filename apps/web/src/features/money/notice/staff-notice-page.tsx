import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BillHero } from './bill-hero.tsx'
import { BillHistory } from './bill-history.tsx'
import { BillLines } from './bill-lines.tsx'
import { BillPeople } from './bill-people.tsx'
import style from './bill-page.module.css'
import { NoticeState } from '../../../shared/case/notice-state.tsx'
import { DeemedNote } from './deemed-note.tsx'
import { messages } from './messages.ts'
import sheet from './notice.module.css'
import { StaffNoticeDocument } from './staff-notice.generated.ts'

/** One notice as the office looks at it: what it is made of and what became of it. Paying is the employer's. */
export function StaffNoticePage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { id = '' } = useParams()
  const mayAsk = useViewer().roles.some((role) => role === 'OFFICER' || role === 'HEAD')
  const { data, error } = useQuery(StaffNoticeDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  const bill = data?.paymentNotice
  if (!bill) return <Skeleton lines={10} />
  return (
    <>
      <PageHeader
        title={t('billTitle', { period: format.period(bill.period) })}
        above={<Link to={`/staff/employers/${bill.employerId}`}>{bill.employerName}</Link>}
        lead={
          <>
            {bill.number} <NoticeState status={bill.status} overdueDays={bill.overdueDays} />
            {bill.kind === 'NORMAL' ? null : <span className={sheet.kind}>{t(bill.kind)}</span>}
          </>
        }
      />
      <DeemedNote bill={bill} />
      <div className={sheet.top}>
        <BillHero bill={bill} />
        {bill.overdue && mayAsk ? (
          <div>
            <p>{t('overdueSteps')}</p>
            <p className="quiet">
              {t('writeOffLast')} <Link to={`/staff/write-offs/new/${bill.id}`}>{t('writeOff')}</Link>
            </p>
          </div>
        ) : null}
      </div>
      <section className={style.section}>
        <h2>{t('lines')}</h2>
        <BillLines bill={bill} />
      </section>
      <section className={style.section}>
        <h2>{t('insured')}</h2>
        <BillPeople bill={bill} />
      </section>
      <section className={style.section}>
        <h2>{t('history')}</h2>
        <BillHistory bill={bill} />
      </section>
    </>
  )
}
