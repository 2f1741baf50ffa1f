import { countCaseEvents, listCaseEventsAfter } from './case-event.repository.ts'
import type { CaseHappening, CaseKey } from './case-event.repository.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Platform } from '../platform/platform.ts'

/**
 * What a case was when somebody looked at it: its state, and how many events it had had. Handed out with the case and handed
 * back with a decision, so that nobody decides over something that a colleague did meanwhile.
 */
export interface CaseMark {
  readonly state: string
  readonly sequence: number
}

/** The case a person decides about, and what it was when they did. */
export interface Decision {
  readonly id: string
  readonly decidedOn?: CaseMark | undefined
}

const written = /^([A-Z][A-Z_]*)\.(\d{1,9})$/

export const writeMark = ({ state, sequence }: CaseMark): string => `${state}.${sequence}`

export function readMark(text: string): CaseMark | undefined {
  const [, state, sequence] = written.exec(text) ?? []
  return state && sequence ? { state, sequence: Number(sequence) } : undefined
}

type Marked<Row> = Pick<Lifecycle<Row, string, string, never, never, never>, 'id' | 'state'> & {
  readonly table: { readonly lifecycle: string }
}

/** The mark of a case as it stands now. */
export async function markOf<Row>(platform: Platform, lifecycle: Marked<Row>, row: Row): Promise<CaseMark> {
  const key = { lifecycle: lifecycle.table.lifecycle, id: lifecycle.id(row) }
  return { state: lifecycle.state(row), sequence: await countCaseEvents(platform, key) }
}

/** A decision that was made on what is no longer so: how things stand, and what happened meanwhile. */
export class StaleDecision {
  readonly mark: CaseMark
  readonly happened: readonly CaseHappening[]
  constructor(mark: CaseMark, happened: readonly CaseHappening[]) {
    this.mark = mark
    this.happened = happened
  }
}

/** Thrown within the step, so that nothing of it stays. */
class DecidedOnStale extends Error {
  readonly decision: StaleDecision
  constructor(decision: StaleDecision) {
    super('Something happened to the case since it was looked at.')
    this.decision = decision
  }
}

/** Under the lock of the case: refuses a decision on anything but what stands. */
export async function requireMark(
  platform: Platform,
  key: CaseKey,
  state: string,
  decidedOn: CaseMark | undefined,
): Promise<void> {
  if (!decidedOn) return
  const happened = await listCaseEventsAfter(platform, key, decidedOn.sequence)
  const sequence = happened.at(-1)?.seq ?? decidedOn.sequence
  if (happened.length > 0 || decidedOn.state !== state)
    throw new DecidedOnStale(new StaleDecision({ state, sequence }, happened))
}

/** The answer of a step, or that the decision was stale. Everything else that fails goes on failing. */
export async function orStale<Outcome>(step: Promise<Outcome>): Promise<Outcome | StaleDecision> {
  try {
    return await step
  } catch (failure) {
    if (failure instanceof DecidedOnStale) return failure.decision
    throw failure
  }
}
