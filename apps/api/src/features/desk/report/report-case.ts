import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { ReportRefusal } from './report-codes.ts'
import { reportTable } from './report.lifecycle.ts'
import { reportWork } from './report-work.repository.ts'
import { lockReport } from './report.repository.ts'
import type { ReportRow } from './report.repository.ts'

export type ReportState = (typeof reportTable.states)[number]
export type ReportEvent = (typeof reportTable.steps)[number]['event']

interface Facts {
  readonly finding?: string | null
  /** What is written names whoever reported. */
  readonly named?: boolean
}

export const reportCase: Lifecycle<
  ReportRow,
  ReportState,
  ReportEvent,
  'FINDING_NOTED' | 'NAMES_NOBODY',
  Facts,
  ReportRefusal
> = {
  table: reportTable,
  what: 'report',
  see: 'report:read',
  lock: lockReport,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(reportTable, status),
  // Nobody's: neither the person's, whom no row but one names, nor the employer's, who never learns of it.
  owner: () => ({}),
  work: reportWork,
  guards: {
    FINDING_NOTED: ({ finding }) => (finding ? [] : ['FINDING_MISSING']),
    NAMES_NOBODY: ({ named }) => (named === false ? [] : ['NAMES_REPORTER']),
  },
}

/** The office's own name, in which a report is received and withdrawn: the trail does not know who reported. */
export const reportKeeper = { kind: 'SYSTEM', job: 'employer-reports' } as const

export const traceOf = (
  action: AuditAction,
  { id, number, kind }: Pick<ReportRow, 'id' | 'number' | 'kind'>,
): Trace => ({
  action,
  recordType: 'EmployerReport',
  recordId: id,
  change: { number, kind },
})
