import { stateNamed } from '@shebao/case'
import type { RegistrationProblem } from '@shebao/declaration-rules'
import type { OfficeJob } from '../../../access/viewer.ts'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import { registrationTable } from './registration.lifecycle.ts'
import { lockRegistration } from './registration.repository.ts'
import type { RegistrationRow, RegistrationState } from './registration.repository.ts'
import { registrationWork } from './registration-work.repository.ts'

type RegistrationEvent = (typeof registrationTable.steps)[number]['event']

/**
 * What stands against approving. CANCELLED: the register had this unit and it was cancelled. FILES_ALREADY: it has clerks and files
 * online; they invite further ones. APPLICATION_WAITS: its own clerks asked to file online. CLASS_NEEDED: a new unit needs its
 * work-injury class.
 */
export const approvalProblems = ['CANCELLED', 'FILES_ALREADY', 'APPLICATION_WAITS', 'CLASS_NEEDED'] as const
export type ApprovalProblem = (typeof approvalProblems)[number]
export type SubmitProblem = RegistrationProblem | 'LICENCE_MISSING'

interface Facts {
  readonly problems?: readonly RegistrationProblem[]
  readonly files?: number
  readonly unit?: readonly ApprovalProblem[]
  readonly needsClass?: boolean
}

export const registrationCase: Lifecycle<
  RegistrationRow,
  RegistrationState,
  RegistrationEvent,
  'COMPLETE' | 'LICENCE_SHOWN' | 'UNIT_IS_FREE' | 'CLASS_KNOWN',
  Facts,
  SubmitProblem | ApprovalProblem
> = {
  table: registrationTable,
  what: 'registration',
  see: 'registration:read',
  lock: lockRegistration,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(registrationTable, status),
  revision: ({ version }) => version,
  owner: () => ({}),
  work: registrationWork,
  guards: {
    COMPLETE: ({ problems = [{ field: 'creditCode', code: 'REQUIRED' }] }) => problems,
    LICENCE_SHOWN: ({ files = 0 }) => (files > 0 ? [] : ['LICENCE_MISSING']),
    UNIT_IS_FREE: ({ unit = ['FILES_ALREADY'] }) => unit,
    CLASS_KNOWN: ({ needsClass = true }) => (needsClass ? ['CLASS_NEEDED'] : []),
  },
}

/** Whoever holds the number and the secret of an application has no account; what they do is entered for them. */
export const applicant = { kind: 'SYSTEM', job: 'registration' } as const satisfies OfficeJob

export const traceOf = (
  action: AuditAction,
  { id, number, creditCode }: Pick<RegistrationRow, 'id' | 'number' | 'creditCode'>,
  change: AuditChange = {},
): Trace => ({
  action,
  recordType: 'Registration',
  recordId: id,
  change: { number, ...(creditCode === null ? {} : { creditCode }), ...change },
})
