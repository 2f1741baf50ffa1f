import type { IssueCode } from '../issue.ts'
import type { Rule } from '../rule.ts'
import { defineRule } from '../rule.ts'
import { UNIT_FIELDS } from '../unit-fields.ts'
import type { UnitField, UnitFieldKind } from '../unit-fields.ts'

/** What an answer can be at fault for by itself, by its kind. */
const CODES: Readonly<Record<UnitFieldKind, readonly IssueCode[]>> = {
  year: ['REQUIRED', 'FORMAT', 'RANGE'],
  text: ['REQUIRED'],
  explanation: ['REQUIRED', 'RANGE'],
  personName: ['REQUIRED', 'FORMAT', 'RARE_NAME'],
  phone: ['REQUIRED', 'FORMAT'],
  personIdNumber: ['REQUIRED', 'FORMAT', 'REGION', 'BIRTH_DATE', 'CHECKSUM', 'UNKNOWN_REGION'],
  creditCode: ['REQUIRED', 'FORMAT', 'REGION', 'CHECKSUM', 'UNKNOWN_REGION', 'ORG_CODE_CHECKSUM'],
  registrationNumber: ['REQUIRED', 'FORMAT', 'REGION', 'CHECKSUM'],
  account: ['REQUIRED', 'FORMAT'],
  enum: ['REQUIRED', 'FORMAT'],
  injuryClass: ['REQUIRED', 'FORMAT', 'RANGE'],
  boolean: ['REQUIRED', 'FORMAT'],
  tick: ['REQUIRED'],
  count: ['REQUIRED', 'FORMAT', 'RANGE'],
  money: ['REQUIRED', 'FORMAT', 'RANGE'],
  date: ['REQUIRED', 'FORMAT', 'RANGE'],
  periods: ['REQUIRED', 'FORMAT', 'RANGE'],
  branches: ['REQUIRED', 'FORMAT'],
}
const WARNINGS: readonly IssueCode[] = ['RARE_NAME', 'UNKNOWN_REGION', 'ORG_CODE_CHECKSUM']

export const BRANCH_FIELDS = ['name', 'head', 'phone', 'address'] as const

const RULE_BY_ID = new Map<string, Rule>()
for (const field of UNIT_FIELDS) {
  // The office's own figure is no answer: it is neither missing nor at fault.
  if (field.readOnly === 'LEDGER') continue
  for (const code of CODES[field.kind]) {
    const id = ruleId(field, code)
    RULE_BY_ID.set(
      id,
      defineRule('unit', {
        id,
        severity: WARNINGS.includes(code) ? 'warning' : 'error',
        code,
        fields: fieldsOf(field),
        needs: code === 'REQUIRED' ? [] : [field.name],
        source: field.source,
      }),
    )
  }
}

function fieldsOf(field: UnitField): readonly string[] {
  if (field.kind === 'branches') return ['branches', ...BRANCH_FIELDS.map((name) => `branches[*].${name}`)]
  return [field.perInsurance ? `${field.name}.*` : field.name]
}

function ruleId(field: UnitField, code: IssueCode): string {
  return `unit.${field.name}.${code.toLowerCase().replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase())}`
}

/** Rules about one answer alone, made from the catalogue so that no field can be forgotten. */
export const ANSWER_RULES: readonly Rule[] = [...RULE_BY_ID.values()]

export function findAnswerRule(field: UnitField, code: IssueCode): Rule | undefined {
  return RULE_BY_ID.get(ruleId(field, code))
}

export function answerRule(field: UnitField, code: IssueCode): Rule {
  const rule = findAnswerRule(field, code)
  if (rule === undefined) throw new Error(`no rule ${ruleId(field, code)}`)
  return rule
}
