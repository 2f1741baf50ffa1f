import { oneOf } from '@shebao/kernel'
import { stateNamed } from '@shebao/case'
import { lockGrounds } from '../../../access/viewer.ts'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { employerLockTable } from './employer-lock.lifecycle.ts'
import { lockEmployerLock } from './employer-lock.repository.ts'
import type { EmployerLockRow } from './employer-lock.repository.ts'
import { employerLockWork } from './employer-lock-work.repository.ts'

export type EmployerLockState = (typeof employerLockTable.states)[number]
export type EmployerLockEvent = (typeof employerLockTable.steps)[number]['event']

/** NOTHING_OVERDUE: no bill of it is overdue. STILL_OVERDUE: one is. ALREADY: a lock is proposed or stands. ENDED: it is in the register no longer. */
export const lockProblems = ['NOTHING_OVERDUE', 'STILL_OVERDUE', 'ALREADY', 'ENDED'] as const
export type LockProblem = (typeof lockProblems)[number]

interface Facts {
  readonly ground?: string
  readonly overdue?: boolean
}

export const employerLockCase: Lifecycle<
  EmployerLockRow,
  EmployerLockState,
  EmployerLockEvent,
  'GROUND_STANDS' | 'GROUND_ENDED',
  Facts,
  LockProblem
> = {
  table: employerLockTable,
  what: 'lock of an employer',
  see: 'employer-lock:read',
  lock: lockEmployerLock,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(employerLockTable, status),
  owner: ({ employerId }) => ({ employerId }),
  work: employerLockWork,
  tellings: {
    EMPLOYER_LOCKED: ({ clock }, { number, ground }) => ({
      kind: 'EMPLOYER_LOCKED',
      params: { number, ground: oneOf(lockGrounds, ground, 'ground of a lock'), on: clock.today() },
    }),
    EMPLOYER_UNLOCKED: ({ clock }, { number }) => ({
      kind: 'EMPLOYER_UNLOCKED',
      params: { number, on: clock.today() },
    }),
  },
  guards: {
    GROUND_STANDS: ({ ground, overdue }) =>
      ground === 'REGISTRATION_CHECK' || (ground === 'ARREARS' && overdue === true) ? [] : ['NOTHING_OVERDUE'],
    GROUND_ENDED: ({ ground, overdue }) => (ground === 'ARREARS' && overdue === false ? [] : ['STILL_OVERDUE']),
  },
}

export const traceOf = (
  action: AuditAction,
  { id, employerId, number, ground }: EmployerLockRow,
  reason?: string | null,
): Trace => ({
  action,
  recordType: 'EmployerLock',
  recordId: id,
  ...(reason ? { reason } : {}),
  change: { employerId, number, ground },
})
