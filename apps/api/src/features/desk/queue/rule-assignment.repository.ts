import type { Platform } from '../../../platform/platform.ts'
import type { Away, EnteredCase, StandingRule } from './choose-by-rule.ts'
import type { WaitingLifecycle } from './waiting-lifecycle.ts'
import { sourcesOf } from './work.repository.ts'

/** What is published for this kind of work, by number; held, so that two cases at once do not get the same turn. */
export async function holdRules({ database }: Platform, lifecycle: string): Promise<StandingRule[]> {
  const rows = await database.query<Omit<StandingRule, 'turns'> & { turns: [string, number][] | null }>(
    {
      name: 'work-rules-hold',
      text: `SELECT rule.id, rule.number, rule.district_id::text AS "districtId", rule.industry, rule.number_from AS "numberFrom",
        rule.number_to AS "numberTo", rule.account_ids::text[] AS "accountIds",
        (SELECT json_agg(json_build_array(account_id, turn)) FROM work_rule_turn WHERE rule_id = rule.id) AS turns
      FROM work_rule rule WHERE rule.status = 'PUBLISHED' AND (rule.lifecycle IS NULL OR rule.lifecycle = $1)
      ORDER BY rule.number FOR NO KEY UPDATE`,
    },
    [lifecycle],
  )
  return rows.map(({ turns, ...rule }) => ({ ...rule, turns: new Map(turns ?? []) }))
}

/** SQL: the cases of a kind that wait now and that nobody has in the state they are in, as rules look at them. */
const unowned = (kind: WaitingLifecycle) => `WITH moment AS (SELECT $1::text, $2::timestamp)
  SELECT waits.case_id AS "caseId", waits.state, waits.events, waits.takers, place.district_id::text AS "districtId",
    unit.industry, unit.registration_no AS "registrationNo"
  FROM (${sourcesOf([kind])}) waits LEFT JOIN employer unit ON unit.id = waits.employer_id
    LEFT JOIN district_region place ON place.region = unit.district
  WHERE NOT EXISTS (SELECT FROM work_assignment held
    WHERE held.lifecycle = waits.lifecycle AND held.case_id = waits.case_id AND held.state = waits.state)`

/** Those of these cases that wait now and that nobody has. */
export function findEntered(
  { database, clock }: Platform,
  kind: WaitingLifecycle,
  ids: readonly string[],
): Promise<EnteredCase[]> {
  return database.query<EnteredCase>(
    {
      name: `work-entered-${kind.table.lifecycle}`,
      text: `${unowned(kind)} AND waits.case_id = ANY($3::text[]) ORDER BY waits.since, waits.case_id`,
    },
    [clock.today(), clock.now(), ids],
  )
}

/** All that wait and that nobody has, a page behind this case. */
export function findLying(
  { database, clock }: Platform,
  kind: WaitingLifecycle,
  after: string,
  limit: number,
): Promise<EnteredCase[]> {
  return database.query<EnteredCase>(
    {
      name: `work-lying-${kind.table.lifecycle}`,
      text: `${unowned(kind)} AND waits.case_id > $3 ORDER BY waits.case_id LIMIT $4`,
    },
    [clock.today(), clock.now(), after, limit],
  )
}

export async function listAway({ database, clock }: Platform): Promise<Away> {
  const rows = await database.query<{ account: string; standIn: string | null }>(
    {
      name: 'work-away',
      text: `SELECT account_id AS account, stand_in_id AS "standIn" FROM staff_absence
      WHERE ended_at IS NULL AND from_day <= $1 AND to_day >= $1`,
    },
    [clock.today()],
  )
  return new Map(rows.map(({ account, standIn }) => [account, standIn]))
}

export interface GivenByRule {
  lifecycle: string
  caseId: string
  state: string
  account: string
  rule: StandingRule
}

/** The assignments in one statement, and the turns in another. */
export async function writeGiven(
  { database, clock }: Platform,
  given: readonly GivenByRule[],
  rules: readonly StandingRule[],
): Promise<void> {
  await database.query(
    {
      name: 'work-rule-give',
      text: `INSERT INTO work_assignment (lifecycle, case_id, state, account_id, taken_at, rule_id)
      SELECT given.lifecycle, given.case_id, given.state, given.account, $2, given.rule
      FROM jsonb_to_recordset($1::jsonb) AS given(lifecycle text, case_id text, state text, account uuid, rule uuid)
      ON CONFLICT (lifecycle, case_id) DO UPDATE SET state = excluded.state, account_id = excluded.account_id,
        taken_at = excluded.taken_at, rule_id = excluded.rule_id, assigned_by = NULL, reason = NULL`,
    },
    [
      JSON.stringify(
        given.map(({ lifecycle, caseId, state, account, rule }) => ({
          lifecycle,
          case_id: caseId,
          state,
          account,
          rule: rule.id,
        })),
      ),
      clock.now(),
    ],
  )
  const turns = rules.flatMap(({ id, turns: had }) => [...had].map(([account, turn]) => ({ rule: id, account, turn })))
  await database.query(
    {
      name: 'work-rule-turns',
      text: `INSERT INTO work_rule_turn (rule_id, account_id, turn)
      SELECT had.rule, had.account, had.turn FROM jsonb_to_recordset($1::jsonb) AS had(rule uuid, account uuid, turn int)
      ON CONFLICT (rule_id, account_id) DO UPDATE SET turn = excluded.turn WHERE work_rule_turn.turn <> excluded.turn`,
    },
    [JSON.stringify(turns)],
  )
}
