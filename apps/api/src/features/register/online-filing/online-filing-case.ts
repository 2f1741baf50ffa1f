import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { lockOnlineFiling } from '../employer/index.ts'
import type { OnlineFilingRow } from '../employer/index.ts'
import { onlineFilingTable } from './online-filing.lifecycle.ts'
import { onlineFilingWork } from './online-filing-work.repository.ts'

export type OnlineFilingState = (typeof onlineFilingTable.states)[number]
type OnlineFilingEvent = (typeof onlineFilingTable.steps)[number]['event']
/** CANCELLED: the unit is in the register no longer. */
export type OnlineFilingProblem = 'CANCELLED'

interface Facts {
  readonly endedOn?: string | null
}

export const onlineFilingCase: Lifecycle<
  OnlineFilingRow,
  OnlineFilingState,
  OnlineFilingEvent,
  'IN_REGISTER',
  Facts,
  OnlineFilingProblem
> = {
  table: onlineFilingTable,
  what: 'approval for online filing',
  see: 'online-filing:read',
  lock: lockOnlineFiling,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(onlineFilingTable, status),
  owner: ({ employerId }) => ({ employerId }),
  work: onlineFilingWork,
  tellings: {
    ONLINE_FILING_GIVEN: ({ clock }) => ({ kind: 'ONLINE_FILING_GIVEN', params: { validFrom: clock.today() } }),
    ONLINE_FILING_REFUSED: (_platform, { number }) => ({
      kind: 'ONLINE_FILING_REFUSED',
      params: { number: number ?? '' },
    }),
    ONLINE_FILING_WITHDRAWN: ({ clock }) => ({ kind: 'ONLINE_FILING_WITHDRAWN', params: { lastDay: clock.today() } }),
  },
  guards: { IN_REGISTER: ({ endedOn = '' }) => (endedOn === null ? [] : ['CANCELLED']) },
}

export const traceOf = (
  action: AuditAction,
  { id, number, employerId, source }: OnlineFilingRow,
  reason?: string | null,
): Trace => ({
  action,
  recordType: 'OnlineFiling',
  recordId: id,
  ...(reason ? { reason } : {}),
  change: { employerId, source, ...(number === null ? {} : { number }) },
})
