import type { Period } from '@shebao/kernel'
import type { RegisterSource } from '../employer/index.ts'
import type { Platform } from '../../../platform/platform.ts'

/** What may change about an enrolment while it lasts. */
export const wageTerms = ['average_wage', 'wages_last_year', 'months_worked', 'first_month_wage'] as const
export const otherTerms = [
  'employment_form',
  'household_type',
  'hire_date',
  'pension',
  'medical',
  'unemployment',
  'work_injury',
  'maternity',
] as const
export type Term = (typeof wageTerms)[number] | (typeof otherTerms)[number]

/** Everything else of a row, which its successor takes over. */
const kept = ['spell_id', 'employer_id', 'individual_id', 'leave_date', 'stop_reason'] as const
const origin = ['source', 'source_id', 'source_version', 'recorded_by'] as const
const all = [...wageTerms, ...otherTerms]
const listed = (names: readonly string[], prefix = '') => names.map((name) => `${prefix}${name}`).join(', ')

/** SQL of a change: which people, what holds for them from then on, and from which month. */
export interface TermChange {
  /** Gives individual_id and the new values under the names of `terms`. */
  wanted: string
  terms: readonly Term[]
  /** SQL of what then holds of a term, of `held` and `wanted`, in each month by itself; unsaid, what is wanted. */
  becomes?(name: Term): string
  /** Where the values of these stand among the parameters. */
  employerId: string
  from: string
  before: string
  source: { kind: string; id: string; version: string; by: string; at: string }
}

/**
 * SQL that lets other terms hold from a month on for people who are with the unit: the rows that held from there are superseded,
 * what they said of the months before is recorded as it was, and the rest with the new terms. Who has these terms already is left
 * alone, so that saying the same again changes nothing.
 */
export function changeTermsSql({ wanted, terms, becomes, employerId, from, before, source }: TermChange): string {
  const after = becomes ?? ((name: Term) => `wanted.${name}`)
  const untouched = all.filter((name) => !terms.includes(name))
  return `WITH wanted AS (${wanted}),
    gone AS (
      UPDATE enrolment held SET superseded_at = GREATEST(held.recorded_at, ${source.at}) FROM wanted
      WHERE held.employer_id = ${employerId} AND held.individual_id = wanted.individual_id AND held.superseded_at IS NULL
        AND (held.to_period IS NULL OR held.to_period >= ${from})
        AND (${listed(terms, 'held.')}) IS DISTINCT FROM (${terms.map(after).join(', ')})
        AND EXISTS (SELECT 1 FROM enrolment present WHERE present.employer_id = held.employer_id AND present.individual_id = held.individual_id
          AND present.spell_id = held.spell_id AND present.superseded_at IS NULL AND present.to_period IS NULL)
      RETURNING held.*, ${terms.map((name) => `${after(name)} AS new_${name}`).join(', ')}
    ),
    written AS (
      INSERT INTO enrolment (id, ${listed(kept)}, ${listed(untouched)}, ${listed(terms)}, from_period, to_period, ${listed(origin)}, recorded_at)
      SELECT gen_random_uuid(), ${listed(kept)}, ${listed(untouched)}, ${listed(terms)}, from_period, ${before}, ${listed(origin)},
        GREATEST(recorded_at, ${source.at})
      FROM gone WHERE from_period < ${from}
      UNION ALL
      SELECT gen_random_uuid(), ${listed(kept)}, ${listed(untouched)}, ${terms.map((name) => `new_${name}`).join(', ')},
        GREATEST(from_period, ${from}), to_period, ${source.kind}, ${source.id}, ${source.version}, ${source.by}, GREATEST(recorded_at, ${source.at})
      FROM gone RETURNING 1
    )
    SELECT count(DISTINCT individual_id)::int AS people FROM gone, (SELECT count(*) FROM written) AS done`
}

/** A stretch of months in which the same holds of a person with a unit. Several of one spell share its id. */
export interface NewEnrolment {
  spellId: string
  employerId: string
  individualId: string
  fromPeriod: Period
  toPeriod: Period | null
  employmentForm: string
  householdType: string
  hireDate: string
  leaveDate: string | null
  stopReason: string | null
  averageWage: number
  wagesLastYear: number | null
  monthsWorked: number | null
  firstMonthWage: number | null
  pension: boolean
  medical: boolean
  unemployment: boolean
  workInjury: boolean
  maternity: boolean
}

const columnsOfNew = [
  ['spell_id', 'uuid', 'spellId'],
  ['employer_id', 'uuid', 'employerId'],
  ['individual_id', 'uuid', 'individualId'],
  ['from_period', 'text', 'fromPeriod'],
  ['to_period', 'text', 'toPeriod'],
  ['employment_form', 'text', 'employmentForm'],
  ['household_type', 'text', 'householdType'],
  ['hire_date', 'text', 'hireDate'],
  ['leave_date', 'text', 'leaveDate'],
  ['stop_reason', 'text', 'stopReason'],
  ['average_wage', 'bigint', 'averageWage'],
  ['wages_last_year', 'bigint', 'wagesLastYear'],
  ['months_worked', 'int', 'monthsWorked'],
  ['first_month_wage', 'bigint', 'firstMonthWage'],
  ['pension', 'boolean', 'pension'],
  ['medical', 'boolean', 'medical'],
  ['unemployment', 'boolean', 'unemployment'],
  ['work_injury', 'boolean', 'workInjury'],
  ['maternity', 'boolean', 'maternity'],
] as const satisfies readonly (readonly [string, string, keyof NewEnrolment])[]

/** All in one statement. The database refuses a spell that holds twice for a month, and a person who would be there twice. */
export async function insertEnrolments(
  { database }: Platform,
  source: RegisterSource,
  rows: readonly NewEnrolment[],
): Promise<void> {
  if (rows.length === 0) return
  const names = columnsOfNew.map(([name]) => name).join(', ')
  await database.query(
    {
      name: 'register-insert-enrolments',
      text: `INSERT INTO enrolment (id, ${names}, source, source_id, source_version, recorded_by, recorded_at)
      SELECT gen_random_uuid(), ${names}, $1, $2, $3, $4, $5
      FROM unnest(${columnsOfNew.map(([, type], index) => `$${index + 6}::${type}[]`).join(', ')}) AS added(${names})`,
    },
    [
      source.kind,
      source.id,
      source.version,
      source.by,
      source.at,
      ...columnsOfNew.map(([, , name]) => rows.map((row) => row[name])),
    ],
  )
}

/** Takes back what one source brought: nobody has it in the register any more, and that it once stood there stays known. */
export async function withdrawEnrolments(
  { database }: Platform,
  { kind, id, at }: Pick<RegisterSource, 'kind' | 'at'> & { id: string },
): Promise<number> {
  const [counted] = await database.query<{ rows: number }>(
    {
      name: 'register-withdraw-enrolments',
      text: `WITH gone AS (UPDATE enrolment SET superseded_at = GREATEST(recorded_at, $3::timestamp)
          WHERE source = $1 AND source_id = $2 AND superseded_at IS NULL RETURNING 1)
        SELECT count(*)::int AS rows FROM gone`,
    },
    [kind, id, at],
  )
  return counted?.rows ?? 0
}
