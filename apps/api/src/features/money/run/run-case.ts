import { stateNamed } from '@shebao/case'
import type { OfficeJob } from '../../../access/viewer.ts'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { runTable } from './run.lifecycle.ts'
import { lockRun } from './run.repository.ts'
import type { RunRow } from './run.repository.ts'
import { runWork } from './run-work.repository.ts'

/** The job that bills. */
export const billingRunner = { kind: 'SYSTEM', job: 'billing-runs' } as const satisfies OfficeJob

type State = (typeof runTable.states)[number]
type Event = (typeof runTable.steps)[number]['event']

interface RunFacts {
  /** Employers with problems that were marked to be tried again. */
  readonly marked?: number
}

export const runCase: Lifecycle<RunRow, State, Event, 'PROBLEMS_MARKED', RunFacts, 'PROBLEMS_MARKED'> = {
  table: runTable,
  what: 'billing run',
  see: 'billing-run:read',
  lock: lockRun,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(runTable, status),
  owner: () => ({}),
  work: runWork,
  guards: { PROBLEMS_MARKED: ({ marked = 0 }) => (marked > 0 ? [] : ['PROBLEMS_MARKED']) },
}

export const traceOf =
  (action: AuditAction) =>
  ({ id, period, status: from, employersDone }: RunRow, to: State): Trace => ({
    action,
    recordType: 'BillingRun',
    recordId: id,
    change: { period, from, to, employersDone },
  })
