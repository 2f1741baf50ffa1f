import type { Issue } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import type { CheckedKind } from './declaration-codes.ts'
import { addRuleFailures } from './rule-failures.repository.ts'

/**
 * Which rules a list that came from a file or was handed in did not satisfy, and how often: by month, kind of list and rule alone, so
 * that the office sees what people stumble over and nobody in particular. Called when the list's own transaction is over: many lists
 * count in the same row.
 */
export async function countRuleFailures(
  platform: Platform,
  kind: CheckedKind,
  issues: readonly Issue[],
): Promise<void> {
  const counts = new Map<string, number>()
  for (const { ruleId } of issues) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  if (counts.size === 0) return
  const failed = [...counts].map(([ruleId, failures]) => ({ ruleId, failures }))
  await addRuleFailures(platform, { period: platform.clock.today().slice(0, 7), kind }, failed)
}
