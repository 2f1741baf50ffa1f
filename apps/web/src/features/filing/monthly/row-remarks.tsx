import { IconAlertTriangle, IconCircleX, IconCornerUpLeft } from '@tabler/icons-react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { MonthlyChangeRowFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { issueText } from './issue-text.ts'
import { fromServer } from './server-issue.ts'

/** What is to be known of one row: what the office noted, what is wrong and what would be right, what follows from it. */
export function RowRemarks({ row, notes }: { row: MonthlyChangeRowFragment; notes: readonly string[] }) {
  const t = useMessages(declarationMessages)
  const { language } = useLanguage()
  const format = useFormat()
  const issues = row.issues.map(fromServer)
  if (issues.length === 0 && notes.length === 0 && !row.lateRegistration && row.unemployedListDue === null)
    return <span className="quiet">{t('complete')}</span>
  return (
    <ul className={style.remarks}>
      {notes.map((text) => (
        <li key={text} data-tone="note">
          <IconCornerUpLeft size={16} aria-hidden />
          <span>{t('noteHere', { text })}</span>
        </li>
      ))}
      {issues.map((issue) => (
        <li key={`${issue.ruleId} ${issue.field}`} data-tone={issue.severity}>
          {issue.severity === 'error' ? (
            <IconCircleX size={16} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} aria-hidden />
          )}
          <span>{issueText(issue, language)}</span>
        </li>
      ))}
      {row.lateRegistration ? (
        <li data-tone="warning">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('late')}</span>
        </li>
      ) : null}
      {row.unemployedListDue === null ? null : <li>{t('duty', { date: format.date(row.unemployedListDue) })}</li>}
    </ul>
  )
}
