import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { InspectionIssues, isDraftStatus } from '../../filing/inspection/index.ts'
import { messages } from './messages.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

/** The annual inspection beside the month: until when, and what is missing of it. */
export function InspectionSection({ rehearsal: { inspection, today } }: { rehearsal: Rehearsal }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { year, opensOn, closesOn, declaration, open } = inspection
  return (
    <section aria-labelledby="inspection">
      <h2 id="inspection">{t('inspection', { year: String(year) })}</h2>
      <div className={style.part}>
        <p className={style.soft}>
          {t('inspectionUntil', { from: format.date(opensOn), to: format.date(closesOn) })}
          {open ? ` ${format.relativeDays(closesOn, today)}` : null}
        </p>
        {declaration === null ? (
          <Notice tone={open ? 'warning' : 'info'}>
            {t(open ? 'inspectionNone' : today < opensOn ? 'inspectionAhead' : 'inspectionClosed')}
          </Notice>
        ) : !isDraftStatus(declaration.status) ? (
          <Notice tone="done">{t('inspectionFiled')}</Notice>
        ) : declaration.errorCount === 0 ? (
          <Notice tone="done">{t('inspectionWhole')}</Notice>
        ) : (
          <>
            <Notice tone="warning">{t('inspectionMissing', { count: declaration.errorCount })}</Notice>
            <InspectionIssues issues={declaration.issues} total={declaration.errorCount} />
          </>
        )}
        <p className={style.go}>
          <Button component={Link} to="/employer/inspection" variant="default">
            {t('inspectionOpen')}
          </Button>
        </p>
      </div>
    </section>
  )
}
