import { messageOf, STEP_IDS, stepOfIssue } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { stepPath, useStepName } from './inspection-steps.tsx'
import sheet from './inspection.module.css'
import style from './issue-groups.module.css'
import { issuePath } from './issue-path.ts'
import { messages } from './later-messages.ts'

const shownInGroup = 50

/** Issues by task, each a link to the field that puts it right. */
export function IssueGroups({ issues, total }: { issues: readonly Issue[]; total: number }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const nameOfStep = useStepName()
  return STEP_IDS.map((step) => {
    const group = issues.filter((issue) => stepOfIssue(issue) === step)
    if (group.length === 0) return null
    const hidden = group.length - shownInGroup + (step === 'personnel' ? Math.max(0, total - issues.length) : 0)
    return (
      <section key={step} className={style.issueGroup}>
        <h3>
          {nameOfStep(step)}
          <Link to={stepPath(step)}>{t('goFix')}</Link>
        </h3>
        <ul>
          {group.slice(0, shownInGroup).map((issue) => (
            <li key={`${issue.path} ${issue.ruleId} ${JSON.stringify(issue.params)}`}>
              <Link to={issuePath(issue)}>
                {issue.row === undefined ? '' : `${t('rowOf', { row: String(issue.row) })} · `}
                {messageOf(issue, language)}
              </Link>
            </li>
          ))}
        </ul>
        {hidden > 0 ? <p className={sheet.hint}>{t('andMore', { count: hidden })}</p> : null}
      </section>
    )
  })
}
