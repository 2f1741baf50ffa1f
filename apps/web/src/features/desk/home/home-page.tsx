import { Suspense } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { CreditLine } from '../../money/notice/index.ts'
import { DueList } from './due-list.tsx'
import { EmployerHomeDocument, type EmployerHomeQuery } from './home.generated.ts'
import style from './home-page.module.css'
import { WaitingMoney } from '../../../shared/ui/waiting-money.tsx'
import { messages } from './messages.ts'
import { YearPicture } from './year-picture.tsx'

const KeptList = later(async () => (await import('../../../shared/drafts/kept-list.tsx')).KeptList)

/** What is due, most urgent first; below it the year as twelve months. */
export function HomePage() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { data, error } = useQuery(EmployerHomeDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { employer, inspection } = data
  return (
    <>
      <PageHeader
        title={employer.name}
        lead={t('office', {
          name: language === 'zh-CN' ? employer.office.nameZh : employer.office.nameEn,
          phone: employer.office.phone,
        })}
      />
      <Suspense>
        <KeptList />
      </Suspense>
      <section aria-labelledby="due" className={style.section}>
        <h2 id="due">{t('dueTitle')}</h2>
        <DueList employer={employer} />
        <CreditLine employer={employer} />
        <WaitingMoney money={employer.waitingMoney} />
        {inspection ? <InspectionLine inspection={inspection} /> : null}
        <p className={style.line}>
          <Link to="/employer/deadlines">{t('deadlines')}</Link>
          <Link to="/employer/rehearsal">{t('rehearsal')}</Link>
        </p>
      </section>
      <section aria-labelledby="year" className={style.section}>
        <YearPicture employer={employer} />
      </section>
    </>
  )
}

type Inspection = NonNullable<EmployerHomeQuery['inspection']>
const withOffice = {
  SUBMITTED: 'waiting',
  UNDER_REVIEW: 'waiting',
  APPROVED: 'done',
  PRINTED: 'done',
  PAPER_FILED: 'done',
  CLOSED: 'done',
} as const satisfies Partial<Record<Inspection['status'], StatusTone>>

type WithOffice = keyof typeof withOffice

function isWithOffice(status: Inspection['status']): status is WithOffice {
  return Object.hasOwn(withOffice, status)
}

/** A declaration that waits for the office is nothing to do, but its owner wants to know where it is. */
function InspectionLine({ inspection: { year, status } }: { inspection: Inspection }) {
  const t = useMessages(messages)
  if (!isWithOffice(status)) return null
  const tone = withOffice[status]
  const word = t(`inspection${status}`)
  return (
    <p className={style.line}>
      <span>{t('inspectionTitle', { year: String(year) })}</span>
      <StatusBadge tone={tone}>{word}</StatusBadge>
      <Link to="/employer/inspection">{t('seeInspection')}</Link>
    </p>
  )
}
