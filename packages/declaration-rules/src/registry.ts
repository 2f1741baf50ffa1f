import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { COMPARISON_RULES } from './cross-rules/comparison-rules.ts'
import { LIST_RULES } from './cross-rules/list-rules.ts'
import { NOTE_RULES } from './cross-rules/note-rules.ts'
import { SUM_RULES } from './cross-rules/sum-rules.ts'
import { MONTHLY_RULES } from './monthly-rules/change-rules.ts'
import { EMPLOYMENT_RULES } from './personnel-rules/employment-rules.ts'
import { IDENTITY_RULES } from './personnel-rules/identity-rules.ts'
import { WAGE_RULES } from './personnel-rules/wage-rules.ts'
import type { Rule } from './rule.ts'
import { ANSWER_RULES } from './unit-rules/answer-rules.ts'
import { FIGURE_RULES } from './unit-rules/figure-rules.ts'

/** Raised whenever a rule judges differently without any change to what is written about it here. */
export const RULE_SET_VERSION = '1.0.0'

/** The one registry: every rule of the product, whoever asks. */
export const RULES: readonly Rule[] = [
  ...IDENTITY_RULES,
  ...EMPLOYMENT_RULES,
  ...WAGE_RULES,
  ...ANSWER_RULES,
  ...FIGURE_RULES,
  ...LIST_RULES,
  ...SUM_RULES,
  ...COMPARISON_RULES,
  ...NOTE_RULES,
  ...MONTHLY_RULES,
]

const RULE_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]))

export function findRule(id: string): Rule | undefined {
  return RULE_BY_ID.get(id)
}

/** The rule set in one line per rule, sorted, so that the order of the source files does not matter. */
export function describeRuleSet(version: string, rules: readonly Rule[]): string {
  const lines = rules.map((rule) =>
    JSON.stringify([rule.id, rule.scope, rule.severity, rule.code, rule.fields, rule.needs, rule.source]),
  )
  return [version, ...lines.toSorted()].join('\n')
}

/** SHA-256 of a rule set; receipts keep it, so that a verdict can be reproduced later. */
export function hashOfRuleSet(version: string, rules: readonly Rule[]): string {
  return bytesToHex(sha256(utf8ToBytes(describeRuleSet(version, rules))))
}

let known: string | undefined

export function ruleSetHash(): string {
  known ??= hashOfRuleSet(RULE_SET_VERSION, RULES)
  return known
}
