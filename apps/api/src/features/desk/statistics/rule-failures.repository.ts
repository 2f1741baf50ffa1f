import type { Platform } from '../../../platform/platform.ts'

export interface RuleMonth {
  ruleId: string
  period: string
  checks: number
  failures: number
}

/** How often each rule failed in lists of a kind, by month. There are as many rows as rules and months. */
export function listRuleFailures(
  { database }: Platform,
  of: { kind: string; from: string; to: string },
): Promise<RuleMonth[]> {
  return database.query<RuleMonth>(
    {
      name: 'statistics-rule-failures',
      text: `SELECT rule_id AS "ruleId", period, checks, failures FROM rule_failure
        WHERE kind = $1 AND period BETWEEN $2 AND $3 ORDER BY rule_id, period`,
    },
    [of.kind, of.from, of.to],
  )
}
