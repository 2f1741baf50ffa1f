import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { Evidence } from './evidence.tsx'
import { messages } from './messages.ts'
import { ReportSteps } from './report-steps.tsx'
import { reportTones, reportWords } from './report-words.ts'
import style from './report.module.css'
import { EmployerReportDocument } from './reports.generated.ts'

/** One report: what it is about, who reported for the few who may know, and the next step. */
export function ReportPage() {
  const t = useMessages(messages)
  const words = useMessages(reportWords)
  const format = useFormat()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(EmployerReportDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { employerReport: report } = data
  const { answer, handedTo, letterNo, decidedAt } = report
  return (
    <>
      <PageHeader title={report.number} above={<Link to="/staff/reports">{t('back')}</Link>} />
      <Facts
        facts={[
          [
            t('unit'),
            report.employerId ? (
              <Link key="unit" to={`/staff/employers/${report.employerId}`}>
                {report.unitName}
              </Link>
            ) : (
              `${report.unitName}${t('notInRegister')}`
            ),
          ],
          [t('kind'), words(report.kind)],
          [t('period'), t('months', { from: format.period(report.from), to: format.period(report.to) })],
          [t('received'), format.instant(report.receivedAt)],
          [
            t('state'),
            <StatusBadge key="state" tone={reportTones[report.state]}>
              {words(report.state)}
            </StatusBadge>,
          ],
          ...(report.finding ? [[t('finding'), report.finding] as const] : []),
          ...(answer ? [[t('answer'), answer] as const] : []),
          ...(handedTo ? [[t('handedTo'), t('letter', { to: handedTo, no: letterNo ?? '' })] as const] : []),
          ...(decidedAt ? [[t('decided'), format.instant(decidedAt)] as const] : []),
        ]}
      />
      <section className={desk.section}>
        <h2>{t('evidence')}</h2>
        {report.mayOpenEvidence ? <Evidence id={report.id} /> : <p className={style.soft}>{t('closed')}</p>}
      </section>
      <ReportSteps key={report.mark} report={report} renew={refetch} />
    </>
  )
}
