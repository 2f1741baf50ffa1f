import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { problemsOf } from '../../../case/problems-of.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { relationTransferCase, traceOf } from './relation-transfer-case.ts'
import type { TransferEvent, TransferFacts, TransferProblem } from './relation-transfer-case.ts'
import { findTransfer, setTransfer } from './relation-transfer.repository.ts'
import type { TransferChange, TransferRow } from './relation-transfer.repository.ts'
import { dueOnIn } from './transfer-rule.ts'

/** DAY_AHEAD: the day that was given has not come. */
export const stepRefusals = ['SAME_PERSON', 'NOT_IN_STATE', 'DAY_AHEAD'] as const
export type TransferRefusal = TransferProblem | (typeof stepRefusals)[number]
/** Nothing was changed, and why. */
export class TransferRefused {
  readonly problems: readonly TransferRefusal[]
  constructor(problems: readonly TransferRefusal[]) {
    this.problems = problems
  }
}

interface TransferOrder {
  readonly event: TransferEvent
  readonly action: AuditAction
  readonly actor: Viewer
  readonly origin: string
  readonly note?: string | undefined
  readonly change?: AuditChange
  /** True for a step that the same press took before. */
  already?(row: TransferRow): boolean
  facts?(row: TransferRow): TransferFacts | Promise<TransferFacts>
  /** Beside the state and the day by which the office acts next. */
  write?(row: TransferRow, facts: TransferFacts): Promise<TransferChange>
}

/** One step of one transfer, by whoever the table names. */
export async function takeTransferStep(
  platform: Platform,
  { id, decidedOn }: Decision,
  order: TransferOrder,
): Promise<TransferRow | TransferRefused> {
  const taken = await takeStep(platform, relationTransferCase, {
    id,
    decidedOn,
    event: order.event,
    actor: order.actor,
    origin: order.origin,
    note: order.note,
    already: (row) => order.already?.(row) ?? false,
    facts: (row): TransferFacts | Promise<TransferFacts> => order.facts?.(row) ?? {},
    write: async (row, status, facts: TransferFacts) => {
      const change = await order.write?.(row, facts)
      return setTransfer(platform, id, { status, dueOn: await dueOnIn(platform, status), ...change })
    },
    trace: traceOf(order.action, order.change),
  })
  if (taken.kind === 'REFUSED')
    return new TransferRefused(
      problemsOf(taken.refusal).map((problem) => (typeof problem === 'string' ? problem : problem.code)),
    )
  const row = await findTransfer(platform, id)
  if (!row) throw notFound('transfer of insurance')
  return row
}
