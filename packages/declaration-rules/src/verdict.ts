import type { Issue } from './issue.ts'

export const VERDICTS = ['COMPLETE', 'COMPLETE_WITH_WARNINGS', 'INCOMPLETE'] as const
export type Verdict = (typeof VERDICTS)[number]
export const COMPLETE_VERDICTS = ['COMPLETE', 'COMPLETE_WITH_WARNINGS'] as const satisfies readonly Verdict[]
export type CompleteVerdict = (typeof COMPLETE_VERDICTS)[number]

/** The verdict from counts, for callers that keep them up to date instead of walking every issue. */
export function verdictOfCounts(errors: number, warnings: number): Verdict {
  if (errors > 0) return 'INCOMPLETE'
  return warnings > 0 ? 'COMPLETE_WITH_WARNINGS' : 'COMPLETE'
}

export function verdictOf(issues: Iterable<Issue>): Verdict {
  let warnings = 0
  for (const issue of issues) {
    if (issue.severity === 'error') return 'INCOMPLETE'
    warnings += 1
  }
  return verdictOfCounts(0, warnings)
}
