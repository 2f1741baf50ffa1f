import { z } from 'zod'
import { ISSUE_CODES } from './issue.ts'
import type { Issue } from './issue.ts'

const StoredIssue = z.object({
  ruleId: z.string(),
  severity: z.enum(['error', 'warning']),
  path: z.string(),
  field: z.string(),
  row: z.number().int().optional(),
  code: z.enum(ISSUE_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Issues as a receipt keeps them; codes are stable for ever, so an unknown one is a row that no rule wrote. */
export function readIssues(stored: unknown): readonly Issue[] {
  return z
    .array(StoredIssue)
    .parse(stored)
    .map(({ row, ...issue }) => (row === undefined ? issue : { ...issue, row }))
}
