import { findRule } from '@shebao/declaration-rules'
import type { Rule } from '@shebao/declaration-rules'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listRuleFailures } from './rule-failures.repository.ts'
import type { RuleMonth } from './rule-failures.repository.ts'
import { readSelection } from './statistic-selection.ts'

export interface FailedRule {
  id: string
  /** Nothing of a rule that an earlier version of the product had. */
  rule: Rule | undefined
  failures: number
  months: RuleMonth[]
}

/** The rules that lists of a kind did not satisfy, the most frequent first. */
export async function readRuleFailures(
  platform: Platform,
  asker: Viewer | undefined,
  args: { kind: string; from: string; to: string },
): Promise<FailedRule[]> {
  requireMay(asker, 'statistics:read')
  const { from, to } = readSelection(args)
  const rows = await listRuleFailures(platform, { kind: args.kind, from, to })
  const rules = Map.groupBy(rows, ({ ruleId }) => ruleId)
  return [...rules]
    .map(([id, months]) => ({
      id,
      rule: findRule(id),
      months,
      failures: months.reduce((sum, { failures }) => sum + failures, 0),
    }))
    .toSorted((a, b) => b.failures - a.failures || (a.id < b.id ? -1 : 1))
}
