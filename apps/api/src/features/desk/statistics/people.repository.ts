import { isOneOf, FIVE_INSURANCES } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { PeopleTrait, StatisticSelection } from './statistics-codes.ts'

export interface TraitCount {
  key: string | null
  people: number
  months: number
  base: bigint
}

const traits: Readonly<Record<PeopleTrait, string>> = {
  UNIT_TYPE: 'employer.unit_type',
  INJURY_CLASS: 'employer.injury_class::text',
  SEX: 'individual.sex',
}

const bases = {
  PENSION: 'pension_base',
  MEDICAL: 'medical_base',
  UNEMPLOYMENT: 'unemployment_base',
  WORK_INJURY: 'work_injury_base',
  MATERNITY: 'maternity_base',
} as const

/**
 * People by a trait of theirs or of their employer, each counted once however many months and employers: one aggregate over the months
 * themselves.
 */
export function peopleByTraitQuery(by: PeopleTrait, selection: StatisticSelection) {
  const { from, to, insurance, industry, district } = selection
  const base = isOneOf(FIVE_INSURANCES, insurance) ? bases[insurance] : 'average_wage'
  const person = by === 'SEX' ? 'JOIN individual ON individual.id = month.individual_id' : ''
  const statement = {
    name: `statistics-people-${by}-${base}`,
    text: `SELECT ${traits[by]} AS key, count(DISTINCT month.individual_id)::int AS people, count(*)::int AS months,
        sum(month.${base})::bigint AS base
      FROM premium_payment month JOIN employer ON employer.id = month.employer_id ${person}
      WHERE month.period BETWEEN $1 AND $2 AND month.kind IN ('NORMAL', 'BACK_PAYMENT') AND month.${base} > 0
        AND ($3::text IS NULL OR employer.industry = $3) AND ($4::text IS NULL OR district_of(employer.registration_no) = $4)
      GROUP BY GROUPING SETS ((1), ()) ORDER BY 1`,
  }
  return { statement, values: [from, to, industry ?? null, district ?? null] }
}

export function countPeopleByTrait(
  { database }: Platform,
  by: PeopleTrait,
  selection: StatisticSelection,
): Promise<TraitCount[]> {
  const { statement, values } = peopleByTraitQuery(by, selection)
  return database.query<TraitCount>(statement, values)
}
