import { stateNamed } from '@shebao/case'
import type { OfficeJob } from '../../../access/viewer.ts'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { printRunTable } from './print-run.lifecycle.ts'
import { lockPrintRun } from './print-run.repository.ts'
import type { PrintRunRow } from './print-run.repository.ts'

/** The job that prints. */
export const printer = { kind: 'SYSTEM', job: 'print-papers' } as const satisfies OfficeJob

type State = (typeof printRunTable.states)[number]
type Event = (typeof printRunTable.steps)[number]['event']

export const printRunCase: Lifecycle<PrintRunRow, State, Event, never, object, never> = {
  table: printRunTable,
  what: 'print run',
  see: 'papers:print',
  lock: lockPrintRun,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(printRunTable, status),
  owner: ({ employerId }) => ({ employerId }),
  tellings: {
    PAPERS_READY: (_platform, { id, papers, failed }) => ({ kind: 'PAPERS_READY', params: { id, papers, failed } }),
  },
  guards: {},
}

export const traceOf = (action: AuditAction, { id, papers }: PrintRunRow): Trace => ({
  action,
  recordType: 'PrintRun',
  recordId: id,
  change: { papers },
})
