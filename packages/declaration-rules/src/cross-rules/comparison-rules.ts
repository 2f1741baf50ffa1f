import { defineRule, issueOf } from '../rule.ts'
import type { Issue } from '../issue.ts'

/** Roster download and compare (domain 4.1, 4.4). */
export const ROSTER_NOT_DOWNLOADED = defineRule('cross', {
  id: 'cross.roster.downloaded',
  code: 'REQUIRED',
  fields: 'rosterVersion',
  source: 'domain 4.1',
})
export const ROSTER_STALE = defineRule('cross', {
  id: 'cross.roster.stale',
  code: 'ROSTER_STALE',
  fields: 'rosterVersion',
  needs: ['rosterVersion'],
  source: 'domain 4.1: the downloaded roster version equals the current one',
})
export const NOT_COMPARED = defineRule('cross', {
  id: 'cross.differences.compared',
  code: 'REQUIRED',
  fields: 'openDifferences',
  needs: ['rosterVersion'],
  source: 'domain 4.1',
})
export const NOT_RESOLVED = defineRule('cross', {
  id: 'cross.differences.open',
  code: 'NOT_RESOLVED',
  fields: 'openDifferences',
  needs: ['openDifferences'],
  source: 'domain 4.1, 4.3, 4.4: zero unresolved differences',
})
export const COMPARISON_RULES = [ROSTER_NOT_DOWNLOADED, ROSTER_STALE, NOT_COMPARED, NOT_RESOLVED] as const

/** How far the comparison with the office's roster has come. */
export interface Comparison {
  readonly currentRosterVersion: string
  readonly downloadedRosterVersion?: string
  /** Undefined until the two lists have been compared. */
  readonly openDifferences?: number
}

/** At most one issue: each step of the comparison only makes sense after the one before. */
export function checkComparison(comparison: Comparison): readonly Issue[] {
  const { downloadedRosterVersion: downloaded, currentRosterVersion: current, openDifferences: open } = comparison
  if (downloaded === undefined) return [issue(ROSTER_NOT_DOWNLOADED, 'rosterVersion', {})]
  if (downloaded !== current) return [issue(ROSTER_STALE, 'rosterVersion', { downloaded, current })]
  if (open === undefined) return [issue(NOT_COMPARED, 'openDifferences', {})]
  return open > 0 ? [issue(NOT_RESOLVED, 'openDifferences', { open })] : []
}

function issue(rule: Parameters<typeof issueOf>[0], field: string, params: Issue['params']): Issue {
  return issueOf(rule, field, params, undefined, undefined, 'comparison')
}
