import { addMonths } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { AcceptedVersion } from '../individual/index.ts'
import { endSql } from './end-enrolment.repository.ts'
import { changeTermsSql } from './enrolment-terms.repository.ts'
import type { Term } from './enrolment-terms.repository.ts'

type Accepted = Pick<AcceptedVersion, 'declarationId' | 'version' | 'employerId' | 'acceptedBy' | 'acceptedAt'>

interface Insured {
  individualId: string
  insurances: readonly FiveInsurance[]
}

/** Other terms that hold from a month on for people who are with the unit: everything here is about the same terms and month. */
export type ChangedTerms =
  | { what: 'WAGE'; people: readonly { individualId: string; averageWage: number }[] }
  /** Added or taken away in each month from then on; whatever else was said of a later month goes on. */
  | { what: 'JOINED'; people: readonly Insured[] }
  | { what: 'STOPPED'; people: readonly Insured[] }
  | { what: 'HOUSEHOLD_TYPE' | 'EMPLOYMENT_FORM'; people: readonly { individualId: string; value: string }[] }

const flags = ['pension', 'medical', 'unemployment', 'work_injury', 'maternity'] as const
const source = { kind: `'DECLARATION'`, id: '$1::uuid', version: '$2::int', by: '$4::uuid', at: '$5::timestamp' }
const statement = (name: string, wanted: string, terms: readonly Term[], becomes?: (term: Term) => string) => ({
  name: `monthly-terms-${name}`,
  text: changeTermsSql({
    wanted,
    terms,
    ...(becomes && { becomes }),
    employerId: '$3::uuid',
    from: '$6::text',
    before: '$7::text',
    source,
  }),
})

const insurances = `SELECT p.id AS individual_id, ${flags.map((flag, bit) => `(p.bits & ${1 << bit}) > 0 AS ${flag}`).join(', ')}
  FROM unnest($8::uuid[], $9::int[]) AS p(id, bits)`

const statements = {
  // A wage that was declared for the months from now on; what the average of before came from says nothing about it.
  WAGE: statement(
    'wage',
    `SELECT p.id AS individual_id, p.wage AS average_wage, NULL::bigint AS wages_last_year, NULL::int AS months_worked, NULL::bigint AS first_month_wage
      FROM unnest($8::uuid[], $9::bigint[]) AS p(id, wage)`,
    ['average_wage', 'wages_last_year', 'months_worked', 'first_month_wage'],
  ),
  JOINED: statement('joined', insurances, flags, (term) => `(held.${term} OR wanted.${term})`),
  STOPPED: statement('stopped', insurances, flags, (term) => `(held.${term} AND NOT wanted.${term})`),
  HOUSEHOLD_TYPE: statement(
    'household',
    'SELECT p.id AS individual_id, p.value AS household_type FROM unnest($8::uuid[], $9::text[]) AS p(id, value)',
    ['household_type'],
  ),
  EMPLOYMENT_FORM: statement(
    'employment',
    'SELECT p.id AS individual_id, p.value AS employment_form FROM unnest($8::uuid[], $9::text[]) AS p(id, value)',
    ['employment_form'],
  ),
} as const

const bitOf: Readonly<Record<FiveInsurance, number>> = {
  PENSION: 1,
  MEDICAL: 2,
  UNEMPLOYMENT: 4,
  WORK_INJURY: 8,
  MATERNITY: 16,
}

function valuesOf(changed: ChangedTerms): readonly unknown[] {
  if (changed.what === 'WAGE') return changed.people.map(({ averageWage }) => averageWage)
  if (changed.what === 'JOINED') return bitsOf(changed.people)
  if (changed.what === 'STOPPED') return bitsOf(changed.people)
  return changed.people.map(({ value }) => value)
}

const bitsOf = (people: readonly { insurances: readonly FiveInsurance[] }[]) =>
  people.map(({ insurances: of }) => of.reduce((bits, one) => bits | bitOf[one], 0))

/** In one statement. How many people something changed for. */
export async function changeTermsOf(
  { database }: Platform,
  of: Accepted,
  from: Period,
  changed: ChangedTerms,
): Promise<number> {
  if (changed.people.length === 0) return 0
  const [counted] = await database.query<{ people: number }>(statements[changed.what], [
    ...keysOf(of),
    from,
    addMonths(from, -1),
    changed.people.map(({ individualId }) => individualId),
    valuesOf(changed),
  ])
  return counted?.people ?? 0
}

export interface EndedSpell {
  individualId: string
  lastMonth: Period
  leaveDate: string | null
  reason: string
}

/** Open spells with the unit end, each with its own last month. In one statement. */
export async function endSpellsOf({ database }: Platform, of: Accepted, ended: readonly EndedSpell[]): Promise<number> {
  if (ended.length === 0) return 0
  const [counted] = await database.query<{ ended: number }>(
    {
      name: 'monthly-end-spells',
      text: endSql(`SELECT open.id, p.last_month AS wanted_end, p.leave_date AS left_on, p.reason
        FROM unnest($6::uuid[], $7::text[], $8::text[], $9::text[]) AS p(individual_id, last_month, leave_date, reason)
        JOIN enrolment open ON open.employer_id = $3 AND open.individual_id = p.individual_id AND open.to_period IS NULL AND open.superseded_at IS NULL`),
    },
    [
      ...keysOf(of),
      ended.map(({ individualId }) => individualId),
      ended.map(({ lastMonth }) => lastMonth),
      ended.map(({ leaveDate }) => leaveDate),
      ended.map(({ reason }) => reason),
    ],
  )
  return counted?.ended ?? 0
}

const keysOf = (of: Accepted) => [of.declarationId, of.version, of.employerId, of.acceptedBy, of.acceptedAt]
