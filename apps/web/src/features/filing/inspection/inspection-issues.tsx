import { IssueGroups } from './issue-groups.tsx'
import { fromServer } from './unit-issues.ts'
import type { ServerIssue } from './unit-issues.ts'

/** What keeps an inspection from being handed in, by task, as the contract has it. */
export function InspectionIssues({ issues, total }: { issues: readonly ServerIssue[]; total: number }) {
  return <IssueGroups issues={issues.map(fromServer).filter(({ severity }) => severity === 'error')} total={total} />
}
