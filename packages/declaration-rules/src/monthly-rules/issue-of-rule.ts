import type { Issue, IssueParams } from '../issue.ts'
import { issueOf } from '../rule.ts'
import { MONTHLY_RULES } from './change-rules.ts'

/** What only the database finds out, such as which of two units was first, said by the rule that it breaks. */
export function issueOfRule(id: string, field: string, params: IssueParams, index: number, row: number): Issue {
  const rule = MONTHLY_RULES.find((one) => one.id === id)
  if (!rule) throw new Error(`No monthly rule is called ${id}.`)
  return issueOf(rule, field, params, index, row, 'change')
}
