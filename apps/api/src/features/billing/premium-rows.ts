import { absenceMask, assessPeople, fen, sumFen } from '@shebao/premium'
import type { Fen, FiveInsurance, Insurance, Policy, Side } from '@shebao/premium'

/** One person of the unit as the roster has them. */
export interface EnrolledPerson {
  individualId: string
  averageWage: Fen
  pension: boolean
  medical: boolean
  unemployment: boolean
  workInjury: boolean
  maternity: boolean
}

/** The months of many people as columns, the way they are written: index i of every array is one person. */
export interface PremiumRows {
  individualIds: readonly string[]
  averageWages: readonly Fen[]
  bases: Readonly<Record<FiveInsurance, Float64Array>>
  employer: Readonly<Record<FiveInsurance, Float64Array>>
  personal: Readonly<Record<FiveInsurance, Float64Array>>
}

export interface NoticeLine {
  insurance: FiveInsurance
  people: number
  base: Fen
  employer: Fen
  personal: Fen
}

const columns: readonly FiveInsurance[] = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY']

/** Large-amount medical is collected with medical and has no column of its own. */
const columnOf = (insurance: Insurance): FiveInsurance => (insurance === 'LARGE_MEDICAL' ? 'MEDICAL' : insurance)

/** Every person's month under one policy; the figures are the premium engine's, this only lays them out. */
export function computePremiumRows(policy: Policy, people: readonly EnrolledPerson[]): PremiumRows {
  const assessed = assessPeople(
    policy,
    people.map(({ averageWage }) => averageWage),
    people.map(absenceOf),
  )
  const empty = () =>
    Object.fromEntries(columns.map((column) => [column, new Float64Array(people.length)])) as Record<
      FiveInsurance,
      Float64Array
    >
  const rows = { bases: empty(), employer: empty(), personal: empty() }
  policy.lines.forEach((line, index) => {
    const column = columnOf(line.insurance)
    const amounts = (line.side === 'EMPLOYER' ? rows.employer : rows.personal)[column]
    for (let person = 0; person < people.length; person += 1) {
      amounts[person] = (amounts[person] ?? 0) + (assessed.amounts[person * assessed.lineCount + index] ?? 0)
      if (line.insurance === column)
        rows.bases[column][person] = assessed.bases[person * assessed.limitCount + line.limitIndex] ?? 0
    }
  })
  return {
    individualIds: people.map(({ individualId }) => individualId),
    averageWages: people.map(({ averageWage }) => averageWage),
    ...rows,
  }
}

function absenceOf(person: EnrolledPerson): number {
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
  return columns
    .map((insurance) => ({
      insurance,
      people: rows.bases[insurance].reduce((count, base) => count + (base > 0 ? 1 : 0), 0),
      base: sumColumn(rows.bases[insurance]),
      employer: sumColumn(rows.employer[insurance]),
      personal: sumColumn(rows.personal[insurance]),
    }))
    .filter(({ people }) => people > 0)
}

function sumColumn(column: Float64Array): Fen {
  return fen(column.reduce((sum, amount) => sum + amount, 0))
}

export function totalOf(lines: readonly NoticeLine[], side: Side): Fen {
  return sumFen(lines.map((line) => (side === 'EMPLOYER' ? line.employer : line.personal)))
}
