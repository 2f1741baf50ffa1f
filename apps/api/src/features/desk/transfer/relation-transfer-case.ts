import { stateNamed } from '@shebao/case'
import { oneOf } from '@shebao/kernel'
import type { MonthRange } from '@shebao/kernel'
import { listCaseEvents } from '../../../case/case-event.repository.ts'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Told } from '../../../telling/telling.ts'
import { transferEvents } from '../../../telling/transfer-event-codes.ts'
import { relationTransferTable } from './relation-transfer.lifecycle.ts'
import { lockTransfer } from './relation-transfer.repository.ts'
import type { TransferRow, TransferState } from './relation-transfer.repository.ts'
import { relationTransferWork } from './relation-transfer-work.repository.ts'

export type TransferEvent = (typeof relationTransferTable.steps)[number]['event']
type Guard = NonNullable<(typeof relationTransferTable.steps)[number]['guards']>[number]

/**
 * What stands against a step. STILL_INSURED: the last employment here has not ended. NOTHING_TO_MOVE: no month that counts. DAY_CLOSED:
 * the books of the day on which the money moved are closed. REFERENCE_USED: that transfer of money is entered already.
 * REFUND_UNDECIDED: months that count already, and nobody said what of the account is for them. DIFFERENCE_UNEXPLAINED: money and
 * announcement differ. PAID_BACK: that money has left. MOVED_ON: the months have gone on to another region. REFUND_OPEN: money is still to
 * go back. NO_REFUND: none is.
 */
export const transferProblems = [
  'STILL_INSURED',
  'NOTHING_TO_MOVE',
  'DAY_CLOSED',
  'REFERENCE_USED',
  'REFUND_UNDECIDED',
  'DIFFERENCE_UNEXPLAINED',
  'PAID_BACK',
  'MOVED_ON',
  'REFUND_OPEN',
  'NO_REFUND',
] as const
export type TransferProblem = (typeof transferProblems)[number]

export interface TransferFacts {
  readonly stillInsured?: boolean
  readonly moves?: number
  readonly dayClosed?: boolean
  readonly referenceUsed?: boolean
  /** Months that count already. */
  readonly doubled?: readonly MonthRange[]
  readonly refund?: bigint | null
  readonly differs?: boolean
  readonly explained?: boolean
  readonly paidBack?: boolean
  readonly movedOn?: boolean
}

const unless = (holds: boolean, problem: TransferProblem): readonly TransferProblem[] => (holds ? [] : [problem])

export const relationTransferCase: Lifecycle<
  TransferRow,
  TransferState,
  TransferEvent,
  Guard,
  TransferFacts,
  TransferProblem
> = {
  table: relationTransferTable,
  what: 'transfer of insurance',
  see: 'relation-transfer:read',
  lock: lockTransfer,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(relationTransferTable, status),
  revision: ({ revision }) => revision,
  owner: ({ individualId }) => ({ individualId }),
  // Whoever entered what stands now: an undone entry bars nobody.
  takers: (_platform, { fundsBy, confirmedBy }) => ({
    SEND_FUNDS: fundsBy ? [fundsBy] : [],
    RECEIVE_FUNDS: fundsBy ? [fundsBy] : [],
    CONFIRM_RECEIVED: confirmedBy ? [confirmedBy] : [],
  }),
  work: relationTransferWork,
  tellings: { TRANSFER_EVENT: told },
  guards: {
    INSURANCE_ENDED: ({ stillInsured = true }) => unless(!stillInsured, 'STILL_INSURED'),
    SOMETHING_MOVES: ({ moves = 0 }) => unless(moves > 0, 'NOTHING_TO_MOVE'),
    DAY_OPEN: ({ dayClosed = true }) => unless(!dayClosed, 'DAY_CLOSED'),
    REFERENCE_FREE: ({ referenceUsed = true }) => unless(!referenceUsed, 'REFERENCE_USED'),
    // Only the pension insurance has an account whose money could go back.
    DOUBLED_SETTLED: ({ doubled, refund = null }) =>
      unless(doubled !== undefined && (refund !== null || !touchesPension(doubled)), 'REFUND_UNDECIDED'),
    DIFFERENCE_EXPLAINED: ({ differs = true, explained = false }) =>
      unless(!differs || explained, 'DIFFERENCE_UNEXPLAINED'),
    NOT_PAID_BACK: ({ paidBack = true }) => unless(!paidBack, 'PAID_BACK'),
    NOT_MOVED_ON: ({ movedOn = true }) => unless(!movedOn, 'MOVED_ON'),
    SOMETHING_GOES_BACK: ({ refund = null }) => unless(refund !== null && refund > 0n, 'NO_REFUND'),
    NOTHING_GOES_BACK: ({ refund = null, paidBack = false }) => unless(!refund || paidBack, 'REFUND_OPEN'),
  },
}

export const touchesPension = (ranges: readonly Pick<MonthRange, 'insurance'>[]): boolean =>
  ranges.some(({ insurance }) => insurance === 'PENSION')

/** The step itself is written down before anybody is told of it. */
async function told(platform: Platform, { id, number }: TransferRow): Promise<Told> {
  const events = await listCaseEvents(platform, { lifecycle: relationTransferTable.lifecycle, id })
  const event = oneOf(transferEvents, events.at(-1)?.event ?? '', 'event of a transfer')
  return { kind: 'TRANSFER_EVENT', params: { id, number, event } }
}

export const traceOf =
  (action: AuditAction, change: AuditChange = {}) =>
  ({ id, number, direction, region }: TransferRow): Trace => ({
    action,
    recordType: 'RelationTransfer',
    recordId: id,
    change: { number, direction, region, ...change },
  })
