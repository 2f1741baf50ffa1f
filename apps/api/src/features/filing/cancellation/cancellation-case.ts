import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { cancellationTable } from './cancellation.lifecycle.ts'
import { lockCancellation } from './cancellation.repository.ts'
import type { CancellationRow, CancellationState } from './cancellation.repository.ts'
import { cancellationWork } from './cancellation-work.repository.ts'
import type { Obstacle } from './obstacles.repository.ts'

type CancellationEvent = (typeof cancellationTable.steps)[number]['event']

interface Facts {
  readonly obstacles?: readonly Obstacle[]
}
/** Nobody looked: then nothing is known to be cleared. */
const unknown: Obstacle = { kind: 'NOTICE', id: null, number: null, period: null, count: 1, amount: null }

export const cancellationCase: Lifecycle<
  CancellationRow,
  CancellationState,
  CancellationEvent,
  'CLEARED',
  Facts,
  Obstacle
> = {
  table: cancellationTable,
  what: 'cancellation',
  see: 'cancellation:read',
  lock: lockCancellation,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(cancellationTable, status),
  owner: ({ employerId }) => ({ employerId }),
  work: cancellationWork,
  tellings: {
    CANCELLATION_APPROVED: (_platform, { number, lastDay }) => ({
      kind: 'CANCELLATION_APPROVED',
      params: { number, lastDay },
    }),
    CANCELLATION_REFUSED: (_platform, { number }) => ({ kind: 'CANCELLATION_REFUSED', params: { number } }),
  },
  guards: { CLEARED: ({ obstacles = [unknown] }) => obstacles },
}

export const traceOf = (action: AuditAction, { id, number, employerId, lastDay }: CancellationRow): Trace => ({
  action,
  recordType: 'Cancellation',
  recordId: id,
  change: { number, employerId, lastDay },
})
