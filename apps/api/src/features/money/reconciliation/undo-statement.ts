import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockDay } from './day.repository.ts'
import { reconcileDay } from './reconcile-day.ts'
import { changeOf, refusedStatement, requireDay, undoFacts } from './release-statement.ts'
import type { StatementOutcome } from './release-statement.ts'
import { statementCase } from './statement-case.ts'
import type { StatementRefusal } from './statement-case.ts'
import { setStatementState } from './statement-state.repository.ts'
import { takeBackMoney } from './take-back-money.ts'
import { deleteItemsOfLines } from './undo.repository.ts'

const reasonLength = { min: 4, max: 300 }

class CannotUndo extends Error {
  readonly reason: StatementRefusal
  readonly names: string[]
  constructor(reason: StatementRefusal, names: string[]) {
    super(reason)
    this.reason = reason
    this.names = names
  }
}

/**
 * Takes an import back as a whole: every entry of its money is mirrored, payments that it made or proved are open again, what was
 * decided about its lines is void. The statement that it had replaced counts again. All of it or nothing, while the day is open.
 */
export async function undoStatement(
  platform: Platform,
  viewer: Viewer | undefined,
  { id, decidedOn, reason: typed }: Decision & { reason: string },
  origin: string,
): Promise<StatementOutcome> {
  const actor = requireMay(viewer, 'statement:undo')
  const day = await requireDay(platform, id)
  const reason = typed.trim()
  const { length } = [...reason]
  if (length < reasonLength.min || length > reasonLength.max)
    return { kind: 'REFUSED', day, reason: 'REASON_MISSING', names: [] }
  try {
    const outcome = await platform.database.transaction(async () => {
      const locked = await lockDay(platform, day)
      return takeStep(platform, statementCase, {
        id,
        event: 'UNDO',
        actor,
        origin,
        note: reason,
        decidedOn,
        facts: (row) => undoFacts(platform, row, locked?.status === 'OPEN'),
        async write(row, state) {
          const taken = await takeBackMoney(platform, row, reason)
          if (taken.kind === 'REFUSED') throw new CannotUndo(taken.reason, taken.names)
          await deleteItemsOfLines(platform, day, taken.lines)
          await setStatementState(platform, id, { state, stateAt: platform.clock.now() })
          return taken
        },
        trace: (row, _state, { lines, payments }) => ({
          action: 'STATEMENT_UNDONE',
          recordType: 'Statement',
          recordId: id,
          reason,
          change: { ...changeOf(row), entries: lines.length, payments },
        }),
      })
    })
    if (outcome.kind === 'REFUSED') return refusedStatement(day, outcome.refusal)
  } catch (error) {
    if (error instanceof CannotUndo) return { kind: 'REFUSED', day, reason: error.reason, names: error.names }
    throw error
  }
  await reconcileDay(platform, day)
  return { kind: 'DONE', day }
}
