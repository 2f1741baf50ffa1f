import type { Platform } from '../../../platform/platform.ts'

export interface FailedRule {
  ruleId: string
  failures: number
}

/** One statement for all rules of a list, always in the same order, so that two lists wait for each other and never in a ring. */
export async function addRuleFailures(
  { database }: Platform,
  of: { period: string; kind: string },
  failed: readonly FailedRule[],
): Promise<void> {
  const sorted = failed.toSorted((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
  await database.query(
    {
      name: 'declaration-rule-failures',
      gate: 'RULE_FAILURES',
      text: `INSERT INTO rule_failure AS known (period, kind, rule_id, checks, failures)
      SELECT $1, $2, failed.rule_id, 1, failed.failures FROM unnest($3::text[], $4::int[]) AS failed(rule_id, failures)
      ON CONFLICT (period, kind, rule_id) DO UPDATE SET checks = known.checks + 1, failures = known.failures + EXCLUDED.failures`,
    },
    [of.period, of.kind, sorted.map(({ ruleId }) => ruleId), sorted.map(({ failures }) => failures)],
  )
}
