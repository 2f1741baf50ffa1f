import type { StepRefusal } from '@shebao/case'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { reasonOf } from '../../../case/reason-of.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockDay } from './day.repository.ts'
import { listOtherDays } from './overview.repository.ts'
import { reconcileDay } from './reconcile-day.ts'
import { statementCase } from './statement-case.ts'
import type { StatementFacts, StatementRefusal, StatementState } from './statement-case.ts'
import { findNeighbours, findStatementDay, setStatementState } from './statement-state.repository.ts'
import type { LockedStatement } from './statement-state.repository.ts'

export type StatementOutcome =
  | { kind: 'DONE'; day: string }
  | {
      kind: 'REFUSED'
      day: string
      reason: StatementRefusal
      /** What stands against it, by its reference or its day. */
      names: string[]
    }

/** A second person has looked at what another brought: its money is posted as that of any statement (R765 37). */
export async function releaseStatement(
  platform: Platform,
  viewer: Viewer | undefined,
  { id, decidedOn }: Decision,
  origin: string,
): Promise<StatementOutcome> {
  const actor = requireMay(viewer, 'statement:release')
  const day = await requireDay(platform, id)
  const outcome = await platform.database.transaction(async () => {
    const locked = await lockDay(platform, day)
    return takeStep(platform, statementCase, {
      id,
      event: 'RELEASE',
      actor,
      origin,
      decidedOn,
      facts: () => ({ dayOpen: locked?.status === 'OPEN' }),
      write: (_row, state) => setStatementState(platform, id, { state, stateAt: platform.clock.now() }),
      trace: (row) => ({ action: 'STATEMENT_RELEASED', recordType: 'Statement', recordId: id, change: changeOf(row) }),
    })
  })
  if (outcome.kind === 'REFUSED') return refusedStatement(day, outcome.refusal)
  await reconcileDay(platform, day)
  for (const other of await listOtherDays(platform, day)) await reconcileDay(platform, other)
  return { kind: 'DONE', day }
}

export const changeOf = ({ source, statementNo, day }: LockedStatement) => ({ source, number: statementNo, day })

export async function requireDay(platform: Platform, id: string): Promise<string> {
  const day = await findStatementDay(platform, requireUuid(id, 'statement'))
  if (day === undefined) throw notFound('statement')
  return day
}

/** What stands for and against undoing a statement, under its day's lock. */
export async function undoFacts(platform: Platform, row: LockedStatement, dayOpen: boolean): Promise<StatementFacts> {
  const { after } = row.source === 'BANK' && row.state !== 'INCOMPLETE' ? await findNeighbours(platform, row) : {}
  return { dayOpen, replaced: row.replaced, laterDay: after?.day }
}

export function refusedStatement(
  day: string,
  refusal: StepRefusal<StatementState, StatementRefusal>,
): Extract<StatementOutcome, { kind: 'REFUSED' }> {
  return { kind: 'REFUSED', day, reason: reasonOf(refusal), names: [] }
}
