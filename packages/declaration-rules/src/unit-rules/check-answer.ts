import {
  checkCreditCode,
  checkFixedPhone,
  checkMobile,
  checkPersonIdentifier,
  checkPersonName,
  checkRegistrationNumber,
  checkUnitAccount,
} from '@shebao/identifiers'
import type { IdentifierResult } from '@shebao/identifiers'
import { isBlank, writtenLength } from '../blank.ts'
import { packedDay, requirePackedDay, packedPeriod } from '@shebao/kernel'
import type { IssueParams } from '../issue.ts'
import type { IssueSink } from '../rule.ts'
import type { UnitField } from '../unit-fields.ts'
import { SHORTEST_EXPLANATION } from '../unit-fields.ts'
import type { BranchDraft, UnitDraft } from '../unit-form.ts'
import { answerRule, BRANCH_FIELDS } from './answer-rules.ts'

export interface AnswerContext {
  readonly today: string
  readonly draft: UnitDraft
  readonly sink: IssueSink
}

/**
 * Checks one answer by itself and says whether other rules may rely on it. `name` is the field with its insurance,
 * `value` what was answered.
 */
export function checkAnswer(field: UnitField, name: string, value: unknown, context: AnswerContext): boolean {
  const report = (code: Parameters<typeof answerRule>[1], params: IssueParams): false => {
    context.sink.add(answerRule(field, code), name, params)
    return false
  }
  switch (field.kind) {
    case 'text':
      return true
    case 'explanation':
      if (writtenLength(asText(value)) >= SHORTEST_EXPLANATION) return true
      return report('RANGE', { minimum: SHORTEST_EXPLANATION, length: writtenLength(asText(value)) })
    case 'tick':
      return value === true ? true : report('REQUIRED', {})
    case 'boolean':
      return typeof value === 'boolean' || report('FORMAT', {})
    case 'enum':
      return (typeof value === 'string' && field.values?.includes(value) === true) || report('FORMAT', {})
    case 'year':
    case 'injuryClass':
    case 'count':
    case 'money':
      return checkNumber(field, value, report)
    case 'date':
      return checkDate(asText(value), context, report)
    case 'periods':
      return checkPeriods(value, context, report)
    case 'branches':
      return checkBranches(value, name, field, context)
    case 'phone':
      return checkMobile(asText(value)).ok || checkFixedPhone(asText(value)).ok || report('FORMAT', {})
    default:
      return checkIdentifierAnswer(field, identifierOf(field, asText(value), context), name, context)
  }
}

type Report = (code: Parameters<typeof answerRule>[1], params: IssueParams) => false

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function checkNumber(field: UnitField, value: unknown, report: Report): boolean {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return report('FORMAT', {})
  if (field.kind === 'injuryClass') return (value >= 1 && value <= 8) || report('RANGE', { minimum: 1, maximum: 8 })
  if (field.kind === 'money') return value >= 0 || report('RANGE', { minimumFen: 0 })
  return value >= 0 || report('RANGE', { minimum: 0 })
}

function checkDate(text: string, context: AnswerContext, report: Report): boolean {
  const day = packedDay(text)
  if (day === 0) return report('FORMAT', {})
  return day <= requirePackedDay(context.today) || report('RANGE', { latest: context.today })
}

/** Months already behind us, or the current one. */
function checkPeriods(value: unknown, context: AnswerContext, report: Report): boolean {
  const thisMonth = Math.trunc(requirePackedDay(context.today) / 100)
  for (const text of Array.isArray(value) ? value : []) {
    const month = packedPeriod(asText(text))
    if (month === 0) return report('FORMAT', {})
    if (month > thisMonth) return report('RANGE', { latest: context.today.slice(0, 7) })
  }
  return true
}

function checkBranches(value: unknown, name: string, field: UnitField, context: AnswerContext): boolean {
  let valid = true
  for (const [index, branch] of (Array.isArray(value) ? (value as BranchDraft[]) : []).entries()) {
    for (const part of BRANCH_FIELDS) {
      const path = `${name}[${index}].${part}`
      const answer = branch[part]
      const faulty = isBlank(answer) ? 'REQUIRED' : isBranchPartValid(part, answer ?? '') ? undefined : 'FORMAT'
      if (faulty === undefined) continue
      context.sink.add(answerRule(field, faulty), path, { branch: index + 1 })
      valid = false
    }
  }
  return valid
}

function isBranchPartValid(part: keyof BranchDraft, answer: string): boolean {
  if (part === 'head') return checkPersonName(answer).ok
  return part !== 'phone' || checkMobile(answer).ok || checkFixedPhone(answer).ok
}

function identifierOf(field: UnitField, text: string, context: AnswerContext): IdentifierResult {
  switch (field.kind) {
    case 'creditCode':
      return checkCreditCode(text)
    case 'registrationNumber':
      return checkRegistrationNumber(text)
    case 'account':
      return checkUnitAccount(text)
    case 'personIdNumber':
      return checkPersonIdentifier(context.draft.legalRepresentativeIdType, text, context.today)
    default:
      return checkPersonName(text)
  }
}

function checkIdentifierAnswer(
  field: UnitField,
  result: IdentifierResult,
  name: string,
  context: AnswerContext,
): boolean {
  if (!result.ok) {
    context.sink.add(answerRule(field, result.code), name, { idType: result.type })
    return false
  }
  if (field.kind === 'registrationNumber') return true
  for (const warning of result.warnings) {
    // The name or number itself never travels in parameters.
    const { region } = warning.params
    context.sink.add(answerRule(field, warning.code), name, region === undefined ? {} : { region })
  }
  return true
}
