import { isOneOf, FIVE_INSURANCES } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { PeopleTrait, StatisticSelection } from './statistics-codes.ts'

export interface TraitCount {
  /** Null for all together. */
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
 * themselves. Months are added up by person first, which is a table of hashes, where counting different ones would sort them all. Without a name,
 * so that it is planned for the months that are asked about.
 */
export function countPeopleByTrait(
  { database }: Platform,
  by: PeopleTrait,
  { from, to, insurance, industry, district }: StatisticSelection,
): Promise<TraitCount[]> {
  const base = isOneOf(FIVE_INSURANCES, insurance) ? bases[insurance] : 'average_wage'
  const ofPerson = by === 'SEX' ? 'JOIN individual ON individual.id = month.individual_id' : ''
  return database.query<TraitCount>(
    {
      text: `WITH person AS MATERIALIZED (
          SELECT month.individual_id, ${traits[by]} AS key, count(*) AS months, sum(month.${base}) AS base
          FROM premium_payment month JOIN employer ON employer.id = month.employer_id ${ofPerson}
          WHERE month.period BETWEEN $1 AND $2 AND month.kind IN ('NORMAL', 'BACK_PAYMENT') AND month.${base} > 0
            AND ($3::text IS NULL OR employer.industry = $3) AND ($4::text IS NULL OR district_of(employer.registration_no) = $4)
          GROUP BY 1, 2)
        SELECT key, count(*)::int AS people, sum(months)::int AS months, sum(base)::bigint AS base FROM person GROUP BY key
        UNION ALL
        SELECT NULL, count(DISTINCT individual_id)::int, COALESCE(sum(months), 0)::int, COALESCE(sum(base), 0)::bigint FROM person
        ORDER BY key`,
    },
    [from, to, industry ?? null, district ?? null],
  )
}
