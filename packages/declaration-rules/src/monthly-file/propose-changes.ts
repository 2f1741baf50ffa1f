import { addMonths, fen, FIVE_INSURANCES, mulDivHalfUp } from '@shebao/kernel'
import type { Fen, FiveInsurance, Period } from '@shebao/kernel'
import { matchKey, readName } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { InfoField, MonthlyChangeDraft, StopType } from '../monthly-rules/monthly-change.ts'

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

/** JOIN: in the file and not enrolled, or with more insurances. STOP: enrolled and not in the file, or with fewer. WAGE and DATA: in both, and the file says otherwise. */
export const PROPOSAL_KINDS = ['JOIN', 'STOP', 'WAGE', 'DATA'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

export interface ProposedChange {
  readonly kind: ProposalKind
  readonly draft: MonthlyChangeDraft
  /** What the register has, of who is in both. */
  readonly wasWage?: Fen
  readonly was?: string
  /** Of who stays and whose insurances alone differ: those that the register has. */
  readonly wasInsured?: readonly FiveInsurance[]
}

/** What a comparison of the unit's own list with the register comes to, in changes and in numbers. */
export interface ProposedChanges {
  readonly changes: readonly ProposedChange[]
  readonly stops: number
  readonly joins: number
  /** In both lists. */
  readonly same: number
  /** Of those in both: what the file says otherwise. */
  readonly wages: number
  readonly data: number
  /** Rows whose number names nobody, or somebody who is there twice: nothing is proposed for them. */
  readonly unread: readonly number[]
}

/** Who is enrolled and not in the file stops, who is in it and not enrolled joins, who is in both may have changed: proposals, which the clerk completes (domain 4.4). */
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
  const adds: ProposedChange[] = []
  const [stops, wages, data]: [ProposedChange[], ProposedChange[], ProposedChange[]] = [[], [], []]
  for (const { draft } of enrolled) {
    const key = matchKey(draft)
    if (key !== undefined) known.add(key)
    const listedAs = key === undefined ? undefined : ours.get(key)
    if (listedAs === undefined) {
      stops.push({ kind: 'STOP', draft: stopOf(draft, period, stopType) })
      continue
    }
    const { added, dropped } = insurancesApart(draft, listedAs)
    if (added.length > 0) adds.push(alone(joinOf({ ...draft, ...listedAs }, period), added, draft))
    if (dropped.length > 0) stops.push(alone(stopOf(draft, period, stopType), dropped, draft))
    wages.push(...wageChange(draft, listedAs, period))
    data.push(...dataChanges(draft, listedAs, period))
  }
  const joins = [...ours].flatMap(([key, draft]): ProposedChange[] =>
    known.has(key) ? [] : [{ kind: 'JOIN', draft: joinOf(draft, period) }],
  )
  return {
    changes: [...joins, ...adds, ...stops, ...wages, ...data],
    stops: stops.length,
    joins: joins.length + adds.length,
    same: ours.size - joins.length,
    wages: wages.length,
    data: data.length,
    unread,
  }
}

/** Insurances that only one side has, of who is in both; what the file does not say is no difference. */
function insurancesApart(enrolled: PersonnelDraft, listed: PersonnelDraft) {
  const has = insurancesOf(enrolled)
  const said = (insurance: FiveInsurance) => listed.participation?.[insurance]
  return {
    added: FIVE_INSURANCES.filter((insurance) => said(insurance) === true && !has.includes(insurance)),
    dropped: has.filter((insurance) => said(insurance) === false),
  }
}

/** A join or stop of some insurances alone, with those that the register has. */
const alone = (draft: MonthlyChangeDraft, insurances: FiveInsurance[], enrolled: PersonnelDraft): ProposedChange => ({
  kind: draft.changeType === 'ADD_NEW' ? 'JOIN' : 'STOP',
  draft: { ...draft, insurances },
  wasInsured: insurancesOf(enrolled),
})

/** A field that either side does not know is no difference: unknown is not another value. */
function wageChange(enrolled: PersonnelDraft, listed: PersonnelDraft, period: Period): ProposedChange[] {
  const [before, now] = [enrolled.statedMonthlyAverage, wageOf(listed)]
  if (before === undefined || now === undefined || before === now) return []
  const draft: MonthlyChangeDraft = {
    changeType: 'BASE_CHANGE',
    ...whoIs(enrolled),
    insurances: insurancesOf(enrolled),
    effectivePeriod: period,
    monthlyWage: now,
  }
  return [{ kind: 'WAGE', draft, wasWage: before }]
}

const COMPARED = ['name', 'householdType', 'employmentForm', 'mobile'] as const satisfies readonly InfoField[]

function dataChanges(enrolled: PersonnelDraft, listed: PersonnelDraft, period: Period): ProposedChange[] {
  return COMPARED.flatMap((field): ProposedChange[] => {
    const [before, now] = [comparable(field, enrolled), comparable(field, listed)]
    if (before === '' || now === '' || before === now) return []
    const draft: MonthlyChangeDraft = {
      changeType: 'INFO_CHANGE',
      ...whoIs(enrolled),
      effectivePeriod: period,
      infoField: field,
      infoValue: now,
    }
    return [{ kind: 'DATA', draft, was: before }]
  })
}

const comparable = (field: (typeof COMPARED)[number], draft: PersonnelDraft): string =>
  field === 'name' ? readName(draft.name ?? '') : (draft[field] ?? '')

const whoIs = ({
  name,
  idType,
  idNumber,
}: PersonnelDraft): Pick<MonthlyChangeDraft, 'name' | 'idType' | 'idNumber'> => ({
  ...(name === undefined ? {} : { name }),
  ...(idType === undefined ? {} : { idType }),
  ...(idNumber === undefined ? {} : { idNumber }),
})

const insurancesOf = (draft: PersonnelDraft): FiveInsurance[] =>
  FIVE_INSURANCES.filter((insurance) => draft.participation?.[insurance] === true)

function stopOf(draft: PersonnelDraft, period: Period, stopType: StopType | undefined): MonthlyChangeDraft {
  return {
    ...(stopType === undefined ? {} : { changeType: stopType }),
    ...whoIs(draft),
    insurances: insurancesOf(draft),
    lastPayablePeriod: period,
    effectivePeriod: addMonths(period, 1),
  }
}

function joinOf(draft: PersonnelDraft, period: Period): MonthlyChangeDraft {
  const { sex, birthDate, householdType, employmentForm, hireDate, mobile } = draft
  const insurances = draft.participation === undefined ? [...FIVE_INSURANCES] : insurancesOf(draft)
  const wage = wageOf(draft)
  const hired = hireDate?.slice(0, 7) ?? ''
  return {
    changeType: 'ADD_NEW',
    ...whoIs(draft),
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
