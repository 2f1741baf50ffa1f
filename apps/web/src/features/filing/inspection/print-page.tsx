import { Button } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { InspectionReceipt } from './inspection-receipt.tsx'
import { InspectionDocument } from './inspection.generated.ts'
import { isDraftStatus } from './inspection-status.ts'
import sheet from './inspection.module.css'
import style from './print-page.module.css'
import { messages } from './later-messages.ts'

/** The typeset form in both languages, and how its paper reaches the office. */
export function PrintPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error } = useQuery(InspectionDocument, {
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { inspection } = data
  const header = (
    <PageHeader
      title={t('printTitle')}
      lead={t('printLead')}
      above={<Link to="/employer/inspection">{t('toInspection')}</Link>}
    />
  )
  if (!inspection?.current || isDraftStatus(inspection.status)) {
    return (
      <>
        {header}
        <EmptyState
          title={t('notSubmittedYet')}
          next={
            <Button component={Link} to="/employer/inspection">
              {t('backToList')}
            </Button>
          }
        />
      </>
    )
  }
  const file = (language: string) => `/documents/inspection/${inspection.id}/${inspection.version}.pdf?lang=${language}`
  const paperDue = inspection.paperDueOn ? format.date(inspection.paperDueOn) : ''
  return (
    <>
      {header}
      <div className={sheet.actions}>
        <Button
          component="a"
          href={file('zh-CN')}
          target="_blank"
          rel="noopener"
          leftSection={<IconFileTypePdf size={20} aria-hidden />}
        >
          {t('pdfZh')}
        </Button>
        <Button
          component="a"
          href={file('en')}
          target="_blank"
          rel="noopener"
          variant="default"
          leftSection={<IconFileTypePdf size={20} aria-hidden />}
        >
          {t('pdfEn')}
        </Button>
      </div>
      <InspectionReceipt inspection={inspection} />
      <p className={sheet.hint}>{t('checkAt', { url: `${window.location.origin}/verify` })}</p>
      <section className={sheet.section}>
        <h2>{t('paperTitle')}</h2>
        {inspection.paperReceivedOn ? (
          <Notice tone="done">{t('paperReceived', { date: format.date(inspection.paperReceivedOn) })}</Notice>
        ) : inspection.paperDueOn === null ? (
          <Notice tone="info">{t('paperWait')}</Notice>
        ) : (
          <ol className={style.steps}>
            <li>{t('paper1')}</li>
            <li>{t('paper2')}</li>
            <li>{t('paper3', { date: paperDue })}</li>
            <li>{t('paper4')}</li>
          </ol>
        )}
      </section>
    </>
  )
}
