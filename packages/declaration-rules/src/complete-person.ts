import { checkPersonIdentifier, inferIdType } from '@shebao/identifiers'
import type { PersonIdType, Sex } from '@shebao/identifiers'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { EmploymentForm, HouseholdType, PersonnelDraft } from '@shebao/roster'
import { isBlank } from './blank.ts'
import { checkRow } from './check-personnel-row.ts'
import type { Completion } from './completion.ts'
import { NotComplete } from './completion.ts'
import type { PersonnelContext, PreparedContext } from './personnel-context.ts'
import { preparePersonnelContext } from './personnel-context.ts'
import type { PersonnelRow } from './personnel-row.ts'
import { verdictOf } from './verdict.ts'

/** What the base is taken from (domain 2.2): last year's wages, or for who was hired this year the first month's. */
export type DeclaredWage =
  | { readonly wagesLastYear: Fen; readonly monthsWorked: number }
  | { readonly firstMonthWage: Fen }

/** What is known of everybody in a complete declaration. */
export interface PersonFacts {
  readonly name: string
  readonly idType: PersonIdType
  /** Normalised: the only form to store, compare or search by. */
  readonly idNumber: string
  readonly sex: Sex
  readonly birthDate: string
  readonly householdType: HouseholdType
  readonly employmentForm: EmploymentForm
  readonly hireDate: string
  /** Absent while the person is still there. */
  readonly leaveDate?: string
  readonly wage: DeclaredWage
  readonly participation: Readonly<Record<FiveInsurance, boolean>>
  readonly mobile: string
}

/** Not exported, so that nobody else makes one; its private part makes the type nominal: a look-alike is not one. */
class Person {
  readonly row: number
  /** As it was said: what is frozen, hashed and shown again. */
  readonly draft: PersonnelDraft
  readonly #facts: PersonFacts

  constructor(row: number, draft: PersonnelDraft, facts: PersonFacts) {
    this.row = row
    this.draft = draft
    this.#facts = facts
  }

  get facts(): PersonFacts {
    return this.#facts
  }
}

/** A person of a declaration in whom no rule finds a fault. */
export type CompletePerson = Person

/** A row with the number that names it in its version. */
export type NumberedPerson = PersonnelRow & { readonly row: number }

/** One person by the rules of one person; what holds between rows is `completePeople`'s. */
export function completePerson(
  person: NumberedPerson,
  context: PersonnelContext | PreparedContext,
): Completion<CompletePerson> {
  const prepared = 'sink' in context ? context : preparePersonnelContext(context)
  const issues = checkRow(person, prepared, 0)
  if (verdictOf(issues) === 'INCOMPLETE') return { ok: false, issues }
  return { ok: true, complete: readCompletePerson(person, prepared.today), issues }
}

/**
 * A person whom the rules have passed already: in this run, or before they were frozen into a version. The rules of
 * today are not asked again, so that what was accepted can always be read; what is not there at all is refused by name.
 */
export function readCompletePerson(person: NumberedPerson, today: string): CompletePerson {
  const facts = factsOf(person.draft, today)
  if (typeof facts === 'string') throw new NotComplete(`personnel row ${person.row}`, facts)
  return new Person(person.row, person.draft, facts)
}

/** Takes exactly the answers the rules judged, typed text that could be read as it stands included. */
function factsOf(draft: PersonnelDraft, today: string): PersonFacts | keyof PersonnelDraft {
  const { raw, householdType, employmentForm } = draft
  const name = draft.name ?? raw?.name
  const said = draft.idNumber ?? raw?.idNumber
  const hireDate = draft.hireDate ?? raw?.hireDate
  const leaveDate = draft.leaveDate ?? raw?.leaveDate
  const mobile = draft.mobile ?? raw?.mobile
  if (name === undefined || isBlank(name)) return 'name'
  if (said === undefined || isBlank(said)) return 'idNumber'
  if (hireDate === undefined || isBlank(hireDate)) return 'hireDate'
  if (mobile === undefined || isBlank(mobile)) return 'mobile'
  if (householdType === undefined) return 'householdType'
  if (employmentForm === undefined) return 'employmentForm'
  const identity = identityOf(draft, said, today)
  if (typeof identity === 'string') return identity
  const wage = wageOf(draft)
  if (typeof wage === 'string') return wage
  const participation = participationOf(draft)
  if (participation === undefined) return 'participation'
  const left = leaveDate === undefined || isBlank(leaveDate) ? {} : { leaveDate }
  return { name, ...identity, householdType, employmentForm, hireDate, ...left, wage, participation, mobile }
}

type Identity = Pick<PersonFacts, 'idType' | 'idNumber' | 'sex' | 'birthDate'>

/** A resident number tells sex and birth date; with a passport both were stated (domain 1.1-1.3). */
function identityOf(draft: PersonnelDraft, said: string, today: string): Identity | keyof PersonnelDraft {
  const idType = draft.idType ?? inferIdType(said) ?? 'RESIDENT_ID'
  const number = checkPersonIdentifier(idType, said, today)
  if (!number.ok) return 'idNumber'
  const sex = draft.sex ?? number.facts.sex
  const birthDate = draft.birthDate ?? number.facts.birthDate ?? draft.raw?.birthDate
  if (sex === undefined) return 'sex'
  if (birthDate === undefined || isBlank(birthDate)) return 'birthDate'
  return { idType, idNumber: number.value, sex, birthDate }
}

function wageOf({
  monthsWorkedLastYear,
  wagesLastYear,
  firstMonthWage,
}: PersonnelDraft): DeclaredWage | keyof PersonnelDraft {
  if (monthsWorkedLastYear === undefined) return 'monthsWorkedLastYear'
  if (wagesLastYear === undefined) return 'wagesLastYear'
  if (monthsWorkedLastYear > 0) return { wagesLastYear, monthsWorked: monthsWorkedLastYear }
  return firstMonthWage === undefined ? 'firstMonthWage' : { firstMonthWage }
}

function participationOf({ participation }: PersonnelDraft): PersonFacts['participation'] | undefined {
  if (participation === undefined) return undefined
  const { PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY, MATERNITY } = participation
  if (PENSION === undefined || MEDICAL === undefined || UNEMPLOYMENT === undefined) return undefined
  if (WORK_INJURY === undefined || MATERNITY === undefined) return undefined
  return { PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY, MATERNITY }
}
