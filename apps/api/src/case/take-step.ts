import { barredFrom, stepOf } from '@shebao/case'
import type { StatusTable, Step, StepRefusal } from '@shebao/case'
import { actingRole, may, requireMay } from '../access/permissions.ts'
import type { Permission } from '../access/permissions.ts'
import { notFound } from '../access/refusal.ts'
import type { Actor } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findTakers, insertCaseEvent } from './case-event.repository.ts'
import { requireMark } from './case-mark.ts'
import type { CaseMark } from './case-mark.ts'
import { requireOwnDistrict } from './require-own-district.ts'
import { tellStep } from './tell-step.ts'
import type { Lifecycle, Seen, StepOutcome, Trace } from './lifecycle.ts'

interface Order<Event extends string> {
  readonly event: Event
  readonly actor: Actor
  readonly origin: string
  readonly note?: string | undefined
}

export interface StepOrder<Row, State extends string, Event extends string, Facts, Result> extends Order<Event> {
  readonly id: string
  readonly seen?: Seen<State> | undefined
  /** What the case was when the person decided; when it is that no longer, the step is not taken (`orStale`). */
  readonly decidedOn?: CaseMark | undefined
  /** True for a step that the same press took before. */
  already?(row: Row): boolean | Promise<boolean>
  /** What the guards of the step, and its writing, need to know; asked when nothing simpler stands against it. */
  facts(row: Row): Facts | Promise<Facts>
  /** Changes the case, into the state handed in, and whatever changes with it. */
  write(row: Row, to: State, facts: Facts): Promise<Result>
  /** The revision a step makes, where it makes one; otherwise the one it was decided on. */
  revision?(result: Result): number
  /** Nothing for a step of somebody's own draft, which the trail does not follow. */
  trace(row: Row, to: State, result: Result): Trace | undefined
}

/** For a step without guards. */
export const noFacts = () => ({})

/**
 * One step of one case of whatever lifecycle: lock, see, state, person, other person, guards, write, event, trail. In one
 * transaction, so that no step stands without its event and its entry, and of two people at one case the second meets what
 * the first did.
 */
export function takeStep<
  Row,
  State extends string,
  Event extends string,
  Guard extends string,
  Facts,
  Problem,
  Given extends Facts,
  Result,
>(
  platform: Platform,
  lifecycle: Lifecycle<Row, State, Event, Guard, Facts, Problem>,
  order: StepOrder<Row, State, Event, Given, Result>,
): Promise<StepOutcome<Row, State, Problem, Result>> {
  return platform.database.transaction(async () => {
    const row = await lifecycle.lock(platform, order.id)
    // The office's own jobs are led to their cases; what they may do there is the step's permission.
    if (!row || (order.actor.kind !== 'SYSTEM' && !sees(order.actor, lifecycle, row))) throw notFound(lifecycle.what)
    if (await order.already?.(row)) return { kind: 'ALREADY', row }
    const state = lifecycle.state(row)
    const key = { lifecycle: lifecycle.table.lifecycle, id: lifecycle.id(row) }
    await requireMark(platform, key, state, order.decidedOn)
    const allowed = await stepFrom(platform, lifecycle, order, row, state)
    if ('code' in allowed) return { kind: 'REFUSED', row, refusal: allowed }
    const facts = await order.facts(row)
    const refusal = guardRefusal(lifecycle, allowed, facts)
    if (refusal) return { kind: 'REFUSED', row, refusal }
    const to = allowed.to === 'SAME' ? state : allowed.to
    const result = await order.write(row, to, facts)
    const revision = order.revision?.(result) ?? lifecycle.revision?.(row) ?? 0
    const taken = { from: state, to, revision, id: lifecycle.id(row), who: allowed.who }
    await recordStep(platform, lifecycle.table, order, taken, order.trace(row, to, result))
    await tellStep(platform, lifecycle, allowed, { actor: order.actor, row, event: order.event, revision })
    return { kind: 'TAKEN', row, to, result }
  })
}

function sees<Row>(
  actor: Actor,
  { see, owner }: Pick<Lifecycle<Row, never, never, never, never, never>, 'see' | 'owner'>,
  row: Row,
) {
  return may(actor, typeof see === 'function' ? see(row, actor) : see, owner(row))
}

/** The step the table has for this person now, or what stands against it before any guard is asked. */
async function stepFrom<Row, State extends string, Event extends string, Guard extends string, Facts, Problem>(
  platform: Platform,
  lifecycle: Lifecycle<Row, State, Event, Guard, Facts, Problem>,
  { event, actor, seen }: Pick<StepOrder<Row, State, Event, never, never>, 'event' | 'actor' | 'seen'>,
  row: Row,
  state: State,
): Promise<Step<State, Event, Permission, Guard> | StepRefusal<State, Problem>> {
  const revision = lifecycle.revision?.(row) ?? 0
  // A screen that shows another state decided on something else, whatever it decided.
  if ((seen?.state ?? state) !== state || (seen?.revision ?? revision) !== revision)
    return { code: 'STALE', state, revision }
  const step = stepOf(lifecycle.table, state, event)
  if (!step) return { code: 'NOT_IN_STATE', state }
  const owner = lifecycle.owner(row)
  if (!may(actor, step.who, owner)) return { code: 'NOT_PERMITTED' }
  await requireOwnDistrict(platform, actor, owner)
  if (step.otherThan && actor.kind !== 'SYSTEM') {
    const key = { lifecycle: lifecycle.table.lifecycle, id: lifecycle.id(row) }
    const takers = lifecycle.takers
      ? await lifecycle.takers(platform, row)
      : await findTakers(platform, key, step.otherThan, revision)
    if (barredFrom(step, takers).includes(actor.accountId)) return { code: 'SAME_PERSON' }
  }
  return step
}

function guardRefusal<State extends string, Event extends string, Guard extends string, Facts, Problem>(
  { guards }: Pick<Lifecycle<never, State, Event, Guard, Facts, Problem>, 'guards'>,
  step: Step<State, Event, Permission, Guard>,
  facts: Facts,
): StepRefusal<State, Problem> | undefined {
  for (const guard of step.guards ?? []) {
    const [first, ...more] = guards[guard](facts)
    if (first !== undefined) return { code: 'GUARD', problems: [first, ...more] }
  }
  return undefined
}

export interface OpeningOrder<Event extends string, Row> extends Order<Event> {
  write(): Promise<Row>
  trace(row: Row): Trace | undefined
}

/** The first event of a case, which is made with it in the same transaction. What may be opened at all the feature has asked. */
export function openCase<
  Row extends { id: string },
  State extends string,
  Event extends string,
  Who extends Permission,
  Guard extends string,
>(
  platform: Platform,
  table: StatusTable<State, Event, Who, Guard>,
  order: OpeningOrder<NoInfer<Event>, Row>,
): Promise<Row> {
  const opening = table.openings.find(({ event }) => event === order.event)
  if (!opening) throw new Error(`${table.lifecycle} is not opened by ${order.event}.`)
  requireMay(order.actor, opening.who)
  return platform.database.transaction(async () => {
    const row = await order.write()
    const opened = { from: null, to: opening.to, revision: 0, id: row.id, who: opening.who }
    await recordStep(platform, table, order, opened, order.trace(row))
    return row
  })
}

async function recordStep(
  platform: Platform,
  { lifecycle }: { lifecycle: string },
  { event, actor, origin, note }: Order<string>,
  { who, ...taken }: { id: string; from: string | null; to: string; revision: number; who: Permission },
  trace: Trace | undefined,
): Promise<void> {
  await insertCaseEvent(platform, { lifecycle, event, actor, note, ...taken })
  if (!trace) return
  const actorId = actor.kind === 'SYSTEM' ? undefined : actor.accountId
  const role = actor.kind === 'SYSTEM' ? undefined : actingRole(actor, who)
  await platform.audit.record({ actorKind: actor.kind, actorId, role, origin, ...trace })
}
