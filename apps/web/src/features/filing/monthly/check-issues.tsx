import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { filingMessages } from './filing-messages.ts'
import type { MonthlyCheckQuery } from './declaration.generated.ts'
import { issueText } from './issue-text.ts'
import { fromServer } from './server-issue.ts'

const mostShown = 50

interface CheckIssuesProps {
  declaration: Pick<MonthlyCheckQuery['monthlyDeclaration'], 'id' | 'judgement' | 'changes'>
}

/** Every error, each with the way to its row and what would be right. */
export function CheckIssues({ declaration: { id, judgement, changes } }: CheckIssuesProps) {
  const t = useMessages(filingMessages)
  if (judgement.errors === 0) return null
  return (
    <Notice tone="refused">
      <strong>{t('notComplete', { count: judgement.errors })}</strong>
      <IssueList
        id={id}
        issues={judgement.issues}
        errors={judgement.errors}
        names={new Map(changes.edges.map(({ node }) => [node.rowNo, node.name ?? '']))}
      />
    </Notice>
  )
}

interface IssueListProps {
  id: string
  issues: readonly Parameters<typeof fromServer>[0][]
  errors: number
  names: ReadonlyMap<number, string>
}

export function IssueList({ id, issues, errors, names }: IssueListProps) {
  const t = useMessages(filingMessages)
  const words = useMessages(declarationMessages)
  const { language } = useLanguage()
  const shown = issues
    .map(fromServer)
    .filter(({ severity }) => severity === 'error')
    .slice(0, mostShown)
  return (
    <>
      <ul className={style.list}>
        {shown.map((issue) => (
          <li key={`${issue.path} ${issue.ruleId}`}>
            {issue.row === undefined ? null : (
              <Link to={`/employer/monthly/${id}?row=${issue.row}`}>
                {t('rowIssue', { row: String(issue.row), name: names.get(issue.row) || words('noName') })}
              </Link>
            )}{' '}
            {issueText(issue, language)}
          </li>
        ))}
      </ul>
      {errors > shown.length ? <p>{t('andMore', { count: errors - shown.length })}</p> : null}
    </>
  )
}
