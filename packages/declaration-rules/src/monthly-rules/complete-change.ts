import { inferIdType } from '@shebao/identifiers'
import type { PersonIdType } from '@shebao/identifiers'
import { parsePeriod } from '@shebao/kernel'
import type { Fen, FiveInsurance, Period } from '@shebao/kernel'
import type { EmploymentForm, HouseholdType, Sex } from '@shebao/roster'
import { isBlank } from '../blank.ts'
import type { Completion } from '../completion.ts'
import { NotComplete } from '../completion.ts'
import type { Issue } from '../issue.ts'
import { verdictOf } from '../verdict.ts'
import type { CompleteVerdict } from '../verdict.ts'
import { checkMonthlyChanges } from './check-changes.ts'
import type { AddType, InfoField, MonthlyChangeDraft, StopType } from './monthly-change.ts'
import { isAdd, isStop } from './monthly-change.ts'
import { personOfChange } from './person-of-change.ts'
import type { MonthlyContext } from './monthly-context.ts'

/** Whom a change is about. The number is normalised: the only form to store, compare or search by. */
interface Person {
  readonly name: string
  readonly idType: PersonIdType
  readonly idNumber: string
}

export interface CompleteAdd extends Person {
  readonly kind: 'ADD'
  readonly type: AddType
  readonly sex: Sex
  readonly birthDate: string
  readonly insurances: readonly FiveInsurance[]
  readonly householdType: HouseholdType
  readonly employmentForm: EmploymentForm
  readonly hireDate: string
  readonly from: Period
  readonly wage: Fen
  readonly mobile?: string
}

export interface CompleteStop extends Person {
  readonly kind: 'STOP'
  readonly type: StopType
  readonly insurances: readonly FiveInsurance[]
  readonly lastMonth: Period
  readonly leaveDate?: string
}

export interface CompleteBase extends Person {
  readonly kind: 'BASE'
  readonly insurances: readonly FiveInsurance[]
  readonly from: Period
  readonly wage: Fen
}

export interface CompleteInfo extends Person {
  readonly kind: 'INFO'
  readonly field: InfoField
  readonly value: string
  readonly from: Period
}

export type ChangeFacts = CompleteAdd | CompleteStop | CompleteBase | CompleteInfo

/** Not exported, so that nobody else makes one; its private part makes the type nominal. */
class Change {
  readonly row: number
  /** As it was said: what is frozen, hashed and shown again. */
  readonly draft: MonthlyChangeDraft
  readonly #facts: ChangeFacts

  constructor(row: number, draft: MonthlyChangeDraft, facts: ChangeFacts) {
    this.row = row
    this.draft = draft
    this.#facts = facts
  }

  get facts(): ChangeFacts {
    return this.#facts
  }
}

/** A change in which no rule finds a fault. */
export type CompleteChange = Change

export interface NumberedChange {
  readonly row: number
  readonly draft: MonthlyChangeDraft
}

class Whole {
  readonly changes: readonly CompleteChange[]
  readonly warnings: readonly Issue[]
  readonly #verdict: CompleteVerdict

  constructor(changes: readonly CompleteChange[], warnings: readonly Issue[], verdict: CompleteVerdict) {
    this.changes = changes
    this.warnings = warnings
    this.#verdict = verdict
  }

  get verdict(): CompleteVerdict {
    return this.#verdict
  }
}

/** A monthly declaration of which every rule has spoken and none refuses: all that may be frozen, hashed and accepted. */
export type CompleteMonthly = Whole

/** From draft to complete, or everything that is missing at once. */
export function completeMonthly(
  changes: readonly NumberedChange[],
  context: MonthlyContext,
): Completion<CompleteMonthly> {
  const issues = checkMonthlyChanges(
    changes.map(({ draft }) => draft),
    context,
    changes.map(({ row }) => row),
  )
  const verdict = verdictOf(issues)
  if (verdict === 'INCOMPLETE') return { ok: false, issues }
  const read = changes.map((change) => readCompleteChange(change, context.today))
  return { ok: true, complete: new Whole(read, issues, verdict), issues }
}

/** A change whom the rules have passed already, read back from where it was frozen; what is not there at all is refused by name. */
export function readCompleteChange({ row, draft }: NumberedChange, today: string): CompleteChange {
  const facts = factsOf(draft, today)
  if (typeof facts === 'string') throw new NotComplete(`change ${row}`, facts)
  return new Change(row, draft, facts)
}

type Missing = keyof MonthlyChangeDraft

function factsOf(draft: MonthlyChangeDraft, today: string): ChangeFacts | Missing {
  const { changeType: type, name, idNumber: said, insurances = [] } = draft
  if (type === undefined) return 'changeType'
  if (name === undefined || isBlank(name)) return 'name'
  if (said === undefined || isBlank(said)) return 'idNumber'
  const number = personOfChange(draft, today)
  if (number?.ok !== true) return 'idNumber'
  const person = { name, idType: draft.idType ?? inferIdType(said) ?? 'RESIDENT_ID', idNumber: number.value }
  const from = parsePeriod(draft.effectivePeriod ?? '')
  if (from === undefined) return 'effectivePeriod'
  if (type === 'INFO_CHANGE') return infoOf(draft, person, from)
  if (insurances.length === 0) return 'insurances'
  if (isStop(type)) {
    const lastMonth = parsePeriod(draft.lastPayablePeriod ?? '')
    if (lastMonth === undefined) return 'lastPayablePeriod'
    const left = isBlank(draft.leaveDate) ? {} : { leaveDate: draft.leaveDate ?? '' }
    return { kind: 'STOP', type, ...person, insurances, lastMonth, ...left }
  }
  const wage = draft.monthlyWage
  if (wage === undefined) return 'monthlyWage'
  if (!isAdd(type)) return { kind: 'BASE', ...person, insurances, from, wage }
  const facts = number.facts
  return addOf(draft, { ...person, insurances, type, from, wage }, { sex: facts.sex, birthDate: facts.birthDate })
}

function infoOf({ infoField, infoValue }: MonthlyChangeDraft, person: Person, from: Period): CompleteInfo | Missing {
  if (infoField === undefined) return 'infoField'
  if (infoValue === undefined || isBlank(infoValue)) return 'infoValue'
  return { kind: 'INFO', ...person, field: infoField, value: infoValue.trim(), from }
}

function addOf(
  draft: MonthlyChangeDraft,
  common: Person & Pick<CompleteAdd, 'type' | 'insurances' | 'from' | 'wage'>,
  told: { readonly sex?: Sex | undefined; readonly birthDate?: string | undefined },
): CompleteAdd | Missing {
  const { householdType, employmentForm, hireDate, mobile } = draft
  const sex = told.sex ?? draft.sex
  const birthDate = told.birthDate ?? draft.birthDate
  if (sex === undefined) return 'sex'
  if (birthDate === undefined || isBlank(birthDate)) return 'birthDate'
  if (householdType === undefined) return 'householdType'
  if (employmentForm === undefined) return 'employmentForm'
  if (hireDate === undefined || isBlank(hireDate)) return 'hireDate'
  const reached = isBlank(mobile) ? {} : { mobile: mobile ?? '' }
  return { kind: 'ADD', ...common, sex, birthDate, householdType, employmentForm, hireDate, ...reached }
}
