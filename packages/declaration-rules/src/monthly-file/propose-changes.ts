import { addMonths, fen, FIVE_INSURANCES, mulDivHalfUp } from '@shebao/kernel'
import type { Fen, FiveInsurance, Period } from '@shebao/kernel'
import { matchKey } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { MonthlyChangeDraft, StopType } from '../monthly-rules/monthly-change.ts'

/** Somebody whom the register has with the unit now. */
export interface EnrolledPerson {
  readonly draft: PersonnelDraft
}

export interface ProposalOptions {
  /** The month that is declared. */
  readonly period: Period
  /** Why those who are not in the file left, if the clerk said one reason for all; otherwise each is asked for. */
  readonly stopType?: StopType
}

/** What a comparison of the unit's own list with the register comes to, in changes and in numbers. */
export interface ProposedChanges {
  readonly changes: readonly MonthlyChangeDraft[]
  readonly stops: number
  readonly joins: number
  /** In both lists. */
  readonly same: number
  /** Rows whose number names nobody, or somebody who is there twice: nothing is proposed for them. */
  readonly unread: readonly number[]
}

/** Who is enrolled and not in the file stops, who is in it and not enrolled joins: proposals, which the clerk completes (domain 4.4). */
export function proposeChanges(
  enrolled: readonly EnrolledPerson[],
  listed: readonly { readonly row: number; readonly draft: PersonnelDraft }[],
  { period, stopType }: ProposalOptions,
): ProposedChanges {
  const unread: number[] = []
  const ours = new Map<string, PersonnelDraft>()
  for (const { row, draft } of listed) {
    const key = matchKey(draft)
    if (key === undefined || ours.has(key)) unread.push(row)
    else ours.set(key, draft)
  }
  const known = new Set<string>()
  const stops: MonthlyChangeDraft[] = []
  for (const { draft } of enrolled) {
    const key = matchKey(draft)
    if (key !== undefined) known.add(key)
    if (key === undefined || !ours.has(key)) stops.push(stopOf(draft, period, stopType))
  }
  const joins = [...ours].flatMap(([key, draft]) => (known.has(key) ? [] : [joinOf(draft, period)]))
  return {
    changes: [...joins, ...stops],
    stops: stops.length,
    joins: joins.length,
    same: ours.size - joins.length,
    unread,
  }
}

const insurancesOf = (draft: PersonnelDraft): FiveInsurance[] =>
  FIVE_INSURANCES.filter((insurance) => draft.participation?.[insurance] === true)

function stopOf(draft: PersonnelDraft, period: Period, stopType: StopType | undefined): MonthlyChangeDraft {
  const { name, idType, idNumber } = draft
  return {
    ...(stopType === undefined ? {} : { changeType: stopType }),
    ...(name === undefined ? {} : { name }),
    ...(idType === undefined ? {} : { idType }),
    ...(idNumber === undefined ? {} : { idNumber }),
    insurances: insurancesOf(draft),
    lastPayablePeriod: period,
    effectivePeriod: addMonths(period, 1),
  }
}

function joinOf(draft: PersonnelDraft, period: Period): MonthlyChangeDraft {
  const { name, idType, idNumber, sex, birthDate, householdType, employmentForm, hireDate, mobile } = draft
  const insurances = draft.participation === undefined ? [...FIVE_INSURANCES] : insurancesOf(draft)
  const wage = wageOf(draft)
  const hired = hireDate?.slice(0, 7) ?? ''
  return {
    changeType: 'ADD_NEW',
    ...(name === undefined ? {} : { name }),
    ...(idType === undefined ? {} : { idType }),
    ...(idNumber === undefined ? {} : { idNumber }),
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(householdType === undefined ? {} : { householdType }),
    ...(employmentForm === undefined ? {} : { employmentForm }),
    ...(hireDate === undefined ? {} : { hireDate }),
    ...(mobile === undefined ? {} : { mobile }),
    ...(wage === undefined ? {} : { monthlyWage: wage }),
    insurances,
    effectivePeriod: hired > period ? hired : period,
  }
}

/** Who is hired this year has a first month's wage; of others what the list says a month comes to (domain 2.2). */
function wageOf({
  firstMonthWage,
  statedMonthlyAverage,
  wagesLastYear,
  monthsWorkedLastYear,
}: PersonnelDraft): Fen | undefined {
  if (firstMonthWage !== undefined) return firstMonthWage
  if (statedMonthlyAverage !== undefined) return statedMonthlyAverage
  if (wagesLastYear === undefined || !monthsWorkedLastYear) return undefined
  return fen(mulDivHalfUp(wagesLastYear, 1, monthsWorkedLastYear))
}
