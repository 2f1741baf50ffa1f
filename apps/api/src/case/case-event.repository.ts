import type { Takers } from '@shebao/case'
import type { Actor } from '../access/viewer.ts'
import type { MovedCases, Platform } from '../platform/platform.ts'
import { asOffice } from '../platform/tenancy.ts'

/** Whose steps are recorded. */
export const eventActors = ['EMPLOYER', 'INSURED', 'STAFF', 'PARTNER', 'SYSTEM'] as const

/** Which case: of which lifecycle, and which one. */
export interface CaseKey {
  lifecycle: string
  id: string
}

export interface NewCaseEvent extends CaseKey {
  event: string
  /** Nothing for the event that opened the case. */
  from: string | null
  to: string
  /** What the decision was made on: the version of a declaration, the revision of a proposal. */
  revision: number
  actor: Actor
  note?: string | undefined
}

/** Who gets a case, and who is away, is the office's own. */
const tellHouse = (platform: Platform, moved: MovedCases) =>
  asOffice('AFTER_STEP', async () => platform.afterSteps?.(platform, moved))

/** Written once, within the transaction of the step and under the lock of the case, so that the numbers have no gap. */
export async function insertCaseEvent(platform: Platform, event: NewCaseEvent): Promise<void> {
  const { database, clock } = platform
  const { actor, lifecycle, id, to } = event
  await database.query(
    {
      name: 'case-event-insert',
      gate: 'CASE_BOOK',
      text: `INSERT INTO case_event (lifecycle, case_id, seq, event, from_state, to_state, revision, actor_kind, account_id, at, note)
      SELECT $1, $2, COALESCE(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8::uuid, $9, $10
      FROM case_event WHERE lifecycle = $1 AND case_id = $2`,
    },
    [
      event.lifecycle,
      event.id,
      event.event,
      event.from,
      event.to,
      event.revision,
      actor.kind,
      actor.kind === 'SYSTEM' ? null : actor.accountId,
      clock.now(),
      event.note ?? null,
    ],
  )
  await tellHouse(platform, { lifecycle, ids: [id], to })
}

/** The same step of many cases, under the lock of each. */
export async function insertCaseEvents(
  platform: Platform,
  ids: readonly string[],
  event: Omit<NewCaseEvent, 'id' | 'note'>,
): Promise<void> {
  const { database, clock } = platform
  const { actor, lifecycle, to } = event
  await database.query(
    {
      name: 'case-event-insert-many',
      gate: 'CASE_BOOK',
      text: `INSERT INTO case_event (lifecycle, case_id, seq, event, from_state, to_state, revision, actor_kind, account_id, at)
      SELECT $1, asked.id, COALESCE((SELECT max(seq) FROM case_event WHERE lifecycle = $1 AND case_id = asked.id), 0) + 1,
        $3, $4, $5, $6, $7, $8::uuid, $9
      FROM unnest($2::text[]) AS asked (id)`,
    },
    [
      event.lifecycle,
      ids,
      event.event,
      event.from,
      event.to,
      event.revision,
      actor.kind,
      actor.kind === 'SYSTEM' ? null : actor.accountId,
      clock.now(),
    ],
  )
  await tellHouse(platform, { lifecycle, ids, to })
}

export interface CaseEventRow {
  seq: number
  event: string
  fromState: string | null
  toState: string
  revision: number
  actorKind: string
  accountId: string | null
  at: Date
  note: string | null
}

const mostEvents = 500

/** What happened to a case, in order. */
export function listCaseEvents({ database }: Platform, { lifecycle, id }: CaseKey): Promise<CaseEventRow[]> {
  return database.query<CaseEventRow>(
    {
      name: 'case-event-list',
      gate: 'CASE_BOOK',
      text: `SELECT seq, event, from_state AS "fromState", to_state AS "toState", revision, actor_kind AS "actorKind",
        account_id AS "accountId", at, note
      FROM case_event WHERE lifecycle = $1 AND case_id = $2 ORDER BY seq LIMIT ${mostEvents}`,
    },
    [lifecycle, id],
  )
}

/** Who took these events of a case on the revision that is being decided. */
export async function findTakers<Event extends string>(
  { database }: Platform,
  { lifecycle, id }: CaseKey,
  events: readonly Event[],
  revision: number,
): Promise<Takers<Event>> {
  const rows = await database.query<{ event: Event; accounts: string[] }>(
    {
      name: 'case-event-takers',
      gate: 'CASE_BOOK',
      text: `SELECT event, array_agg(DISTINCT account_id::text) AS accounts FROM case_event
      WHERE lifecycle = $1 AND case_id = $2 AND event = ANY($3) AND revision = $4 AND account_id IS NOT NULL GROUP BY event`,
    },
    [lifecycle, id, events, revision],
  )
  const takers: Partial<Record<Event, readonly string[]>> = {}
  for (const { event, accounts } of rows) takers[event] = accounts
  return takers
}

interface Waiting {
  readonly keys: Map<string, CaseKey>
  readonly answer: Promise<ReadonlyMap<string, number>>
}
/** Cases asked for in the same moment, so that a list of them is one question to the database. */
const waiting = new WeakMap<Platform, Waiting>()
const nameOf = ({ lifecycle, id }: CaseKey) => `${lifecycle} ${id}`

/** How many events a case has had: what a decision about it was made on is told apart by this number. */
export async function countCaseEvents(platform: Platform, key: CaseKey): Promise<number> {
  const asked = waiting.get(platform) ?? openQuestion(platform)
  asked.keys.set(nameOf(key), key)
  return (await asked.answer).get(nameOf(key)) ?? 0
}

function openQuestion(platform: Platform): Waiting {
  const keys = new Map<string, CaseKey>()
  const answer = Promise.resolve().then(() => {
    waiting.delete(platform)
    return countEvents(platform, [...keys.values()])
  })
  const asked = { keys, answer }
  waiting.set(platform, asked)
  return asked
}

async function countEvents({ database }: Platform, keys: readonly CaseKey[]): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ lifecycle: string; id: string; count: number }>(
    {
      name: 'case-event-count',
      gate: 'CASE_BOOK',
      text: `SELECT asked.lifecycle, asked.id, (SELECT COALESCE(max(seq), 0) FROM case_event event
        WHERE event.lifecycle = asked.lifecycle AND event.case_id = asked.id)::int AS count
      FROM unnest($1::text[], $2::text[]) AS asked (lifecycle, id)`,
    },
    [keys.map(({ lifecycle }) => lifecycle), keys.map(({ id }) => id)],
  )
  return new Map(rows.map((row) => [nameOf(row), row.count]))
}

export interface CaseHappening extends Pick<
  CaseEventRow,
  'seq' | 'event' | 'toState' | 'actorKind' | 'accountId' | 'at'
> {
  actorName: string | null
  /** Of a partner’s people: the bank, hospital, department or court that they act for. */
  bodyId: string | null
  bodyName: string | null
}

/** What happened to a case behind a certain event, in order, with who did it. */
export function listCaseEventsAfter(
  { database }: Platform,
  { lifecycle, id }: CaseKey,
  seq: number,
): Promise<CaseHappening[]> {
  return database.query<CaseHappening>(
    {
      name: 'case-event-list-after',
      gate: 'CASE_BOOK',
      text: `SELECT event.seq, event.event, event.to_state AS "toState", event.actor_kind AS "actorKind",
        event.account_id AS "accountId", event.at, account.display_name AS "actorName", body.id AS "bodyId", body.name AS "bodyName"
      FROM case_event event LEFT JOIN account ON account.id = event.account_id
      LEFT JOIN LATERAL (SELECT partner.id, partner.name FROM membership JOIN partner ON partner.id = membership.scope_id
        WHERE membership.account_id = event.account_id AND membership.scope_kind = 'PARTNER'
        ORDER BY (membership.valid_from::date <= event.at) DESC, membership.valid_from DESC LIMIT 1) body ON event.actor_kind = 'PARTNER'
      WHERE event.lifecycle = $1 AND event.case_id = $2 AND event.seq > $3 ORDER BY event.seq LIMIT ${mostEvents}`,
    },
    [lifecycle, id, seq],
  )
}
