import { maskIdNumber, maskName, normalisePersonName } from '@shebao/identifiers'
import { checkComparison } from './cross-rules/comparison-rules.ts'
import type { Comparison } from './cross-rules/comparison-rules.ts'
import { checkNotes } from './cross-rules/note-rules.ts'
import type { OpenNote } from './cross-rules/note-rules.ts'
import { checkSums } from './cross-rules/check-sums.ts'
import { LIST_EMPTY, LIST_UNSIGNED, NOT_LISTED } from './cross-rules/list-rules.ts'
import { figuresOf } from './cross-rules/unit-figures.ts'
import { readUnitForm } from './check-unit-form.ts'
import { numberOfKey } from './identity-key.ts'
import type { Issue, IssueParams } from './issue.ts'
import type { PersonnelContext } from './personnel-context.ts'
import type { Progress } from './personnel-checker.ts'
import { PersonnelChecker } from './personnel-checker.ts'
import type { PersonnelRow } from './personnel-row.ts'
import type { Rule } from './rule.ts'
import type { UnitDraft } from './unit-form.ts'
import type { UnitContext } from './unit-rules/check-figures.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'

/** A person the office was paid for last December, by `identityKeyOf`. */
export interface PaidPerson {
  readonly identityKey: string
  readonly name: string
}

export interface DeclarationContext extends PersonnelContext, UnitContext {
  readonly paidLastDecember?: readonly PaidPerson[]
  /** Identity keys of people with a STOP change since then. */
  readonly stopped?: ReadonlySet<string>
  /** Notes of the last review that are still to be mended or answered. */
  readonly openNotes?: readonly OpenNote[]
}

export interface Declaration {
  readonly unit: UnitDraft
  readonly personnel: readonly PersonnelRow[]
  /** Absent where no comparison is asked for, as in a check of a file. */
  readonly comparison?: Comparison
}

export interface CheckResult {
  readonly verdict: Verdict
  readonly issues: readonly Issue[]
}

/** Everything about a declaration, all at once: the one verdict that form, file, API and terminal share. */
export function checkDeclaration(
  declaration: Declaration,
  context: DeclarationContext,
  onProgress?: Progress,
): CheckResult {
  const checker = new PersonnelChecker(context, declaration.personnel, onProgress)
  return checkDeclarationParts(declaration.unit, checker, declaration.comparison, context)
}

/** The same for a list that is already checked and kept up to date while it is edited. */
export function checkDeclarationParts(
  unit: UnitDraft,
  checker: PersonnelChecker,
  comparison: Comparison | undefined,
  context: DeclarationContext,
): CheckResult {
  const figures = checker.length > 0 ? figuresOf(checker.totals) : undefined
  const listWagesLastYear = figures?.totalWagesLastYear
  const form = readUnitForm(unit, listWagesLastYear === undefined ? context : { ...context, listWagesLastYear })
  const issues: Issue[] = [...form.issues]
  if (figures !== undefined) issues.push(...checkSums(unit, (name) => form.isSound(name), figures))
  const expectsPeople = !form.isSound('staffTotal') || (unit.staffTotal ?? 0) > 0
  issues.push(...checkList(checker, context, expectsPeople))
  if (comparison !== undefined) issues.push(...checkComparison(comparison))
  if (context.openNotes !== undefined) issues.push(...checkNotes(context.openNotes))
  return { verdict: verdictOf(issues), issues }
}

/** A list by itself, as a file is checked: rows, what holds between them, and the signature. */
export function checkPersonnel(
  rows: Iterable<PersonnelRow>,
  context: DeclarationContext | PersonnelContext,
  onProgress?: Progress,
): CheckResult {
  const issues = checkList(new PersonnelChecker(context, rows, onProgress), context, true)
  return { verdict: verdictOf(issues), issues }
}

/** Rows first, then what is missing from the list as a whole. */
export function checkList(
  checker: PersonnelChecker,
  context: DeclarationContext | PersonnelContext,
  expectsPeople: boolean,
): readonly Issue[] {
  const issues = checker.issues()
  if (checker.length === 0 && expectsPeople) issues.push(listIssue(LIST_EMPTY, 'list', {}))
  if (checker.length > 0 && context.signedList !== true && checker.signedRows < checker.length) {
    issues.push(listIssue(LIST_UNSIGNED, 'signed', { unsigned: checker.length - checker.signedRows }))
  }
  if ('paidLastDecember' in context) issues.push(...findNotListed(checker, context))
  return issues
}

function findNotListed(checker: PersonnelChecker, context: DeclarationContext): Issue[] {
  const issues: Issue[] = []
  let unidentified: ReadonlySet<string> | undefined
  for (const person of context.paidLastDecember ?? []) {
    if (checker.hasIdentity(person.identityKey) || context.stopped?.has(person.identityKey) === true) continue
    unidentified ??= checker.unidentifiedNames()
    // A row of that name whose number is at fault may well be this person: unknown is not absent.
    if (unidentified.has(normalisePersonName(person.name))) continue
    const number = numberOfKey(person.identityKey)
    issues.push(listIssue(NOT_LISTED, 'list', { person: `${maskName(person.name)} ${maskIdNumber(number)}` }))
  }
  return issues
}

function listIssue(rule: Rule, field: string, params: IssueParams): Issue {
  return { ruleId: rule.id, severity: rule.severity, path: `personnel.*.${field}`, field, code: rule.code, params }
}
