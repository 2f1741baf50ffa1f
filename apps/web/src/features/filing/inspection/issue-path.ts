import { stepOfIssue } from '@shebao/declaration-rules'
import { stepPath } from './inspection-steps.tsx'
import { nameOf } from './unit-values.ts'

/** The page an issue is put right on, with the cursor in its field. */
export function issuePath(issue: { path: string; field: string; row?: number | null }): string {
  const step = stepOfIssue(issue)
  const page = stepPath(step)
  if (issue.path.startsWith('unit.')) return `${page}#${encodeURIComponent(nameOf(issue.path))}`
  if (step === 'personnel' && issue.row !== undefined && issue.row !== null) return `${page}?row=${issue.row}`
  return page
}
