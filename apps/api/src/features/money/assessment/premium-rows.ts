import type { NoticeLine } from '../debt/index.ts'
import { addFen, fen, sumFen } from '@shebao/kernel'
import { absenceMask, assessPeople } from '@shebao/premium'
import type { Fen, FiveInsurance, Insurance, Side } from '@shebao/kernel'
import type { Policy } from '@shebao/premium'

/** One person of the unit as the roster has them. */
export interface EnrolledPerson {
  averageWage: Fen
  pension: boolean
  medical: boolean
  unemployment: boolean
  workInjury: boolean
  maternity: boolean
}

/** Many people of one unit as the engine takes them: index i of every column is one person. */
export interface PeopleColumns {
  wages: ArrayLike<number>
  absences: ArrayLike<number>
  /** Anything but 0: the fixed amounts of this person's month are charged elsewhere. */
  fixedCharged?: ArrayLike<number>
}

/** The months of many people as columns, the way they are written. */
export interface PremiumRows {
  bases: Readonly<Record<FiveInsurance, Float64Array>>
  employer: Readonly<Record<FiveInsurance, Float64Array>>
  personal: Readonly<Record<FiveInsurance, Float64Array>>
}

/** In the order of the columns of `premium_payment`. */
export const premiumColumns: readonly FiveInsurance[] = [
  'PENSION',
  'MEDICAL',
  'UNEMPLOYMENT',
  'WORK_INJURY',
  'MATERNITY',
]

/** Large-amount medical is collected with medical and has no column of its own. */
const columnOf = (insurance: Insurance): FiveInsurance => (insurance === 'LARGE_MEDICAL' ? 'MEDICAL' : insurance)

/** Every person's month under one policy. The figures are the premium engine's; this only lays them out. */
export function computePremiumColumns(policy: Policy, people: PeopleColumns): PremiumRows {
  const count = people.wages.length
  const assessed = assessPeople(policy, people.wages, people.absences, people.fixedCharged)
  const empty = () =>
    Object.fromEntries(premiumColumns.map((column) => [column, new Float64Array(count)])) as Record<
      FiveInsurance,
      Float64Array
    >
  const rows = { bases: empty(), employer: empty(), personal: empty() }
  policy.lines.forEach((line, index) => {
    const column = columnOf(line.insurance)
    const amounts = (line.side === 'EMPLOYER' ? rows.employer : rows.personal)[column]
    for (let person = 0; person < count; person += 1) {
      amounts[person] = (amounts[person] ?? 0) + (assessed.amounts[person * assessed.lineCount + index] ?? 0)
      if (line.insurance === column)
        rows.bases[column][person] = assessed.bases[person * assessed.limitCount + line.limitIndex] ?? 0
    }
  })
  return rows
}

export function absenceOf(person: Omit<EnrolledPerson, 'averageWage'>): number {
  return absenceMask({
    PENSION: person.pension,
    MEDICAL: person.medical,
    LARGE_MEDICAL: person.medical,
    UNEMPLOYMENT: person.unemployment,
    WORK_INJURY: person.workInjury,
    MATERNITY: person.maternity,
  })
}

/** The notice is the sum of the people's rounded lines; a rate is never applied to the unit's total (2.4). */
export function noticeLines(rows: PremiumRows): NoticeLine[] {
  return premiumColumns
    .map((insurance) => ({
      insurance,
      people: rows.bases[insurance].reduce((count, base) => count + (base > 0 ? 1 : 0), 0),
      base: sumColumn(rows.bases[insurance]),
      employer: sumColumn(rows.employer[insurance]),
      personal: sumColumn(rows.personal[insurance]),
    }))
    .filter(({ people }) => people > 0)
}

/** Lines of two parts of one unit's people as lines of all of them. */
export function addLines(first: readonly NoticeLine[], second: readonly NoticeLine[]): NoticeLine[] {
  return premiumColumns.flatMap((insurance) => {
    const both = [...first, ...second].filter((line) => line.insurance === insurance)
    if (both.length === 0) return []
    return {
      insurance,
      people: both.reduce((sum, { people }) => sum + people, 0),
      base: sumFen(both.map(({ base }) => base)),
      employer: sumFen(both.map(({ employer }) => employer)),
      personal: sumFen(both.map(({ personal }) => personal)),
    }
  })
}

function sumColumn(column: Float64Array): Fen {
  return fen(column.reduce((sum, amount) => sum + amount, 0))
}

/** Both sides together. */
export const totalOfLines = (lines: readonly NoticeLine[]): Fen =>
  addFen(totalOf(lines, 'EMPLOYER'), totalOf(lines, 'PERSONAL'))

export function totalOf(lines: readonly NoticeLine[], side: Side): Fen {
  return sumFen(lines.map((line) => (side === 'EMPLOYER' ? line.employer : line.personal)))
}
