import { oneOf } from '@shebao/kernel'
import { requireMay, requireRow } from '../../../access/permissions.ts'
import { lockGrounds } from '../../../access/viewer.ts'
import { markOf, orStale } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { stepResult } from '../../../graphql/step-result.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { employerLockCase } from './employer-lock-case.ts'
import { employerLockTable } from './employer-lock.lifecycle.ts'
import { findEmployerLock, listEmployerLocks } from './employer-lock.repository.ts'
import type { EmployerLockRow } from './employer-lock.repository.ts'
import { lockRefusals, proposeLock, stepLock } from './step-lock.ts'
import type { LockStep } from './step-lock.ts'

/** More are in the trail [PD]. */
const mostLocks = 20

const GroundEnum = builder.enumType('LockGround', {
  description:
    'ARREARS: ends by itself once nothing is overdue. REGISTRATION_CHECK: the office is checking the registration.',
  values: lockGrounds,
})

const LockType = builder.objectRef<EmployerLockRow>('EmployerLock').implement({
  description:
    'That an employer is locked: it changes no particulars, asks for no refund, ends no debit agreement and does not leave the register; it declares, pays and reads as before.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, employerLockCase, row),
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(employerLockCase) }),
    state: t.field({
      type: builder.enumType('EmployerLockState', {
        description: 'RELEASE_PROPOSED: it still stands.',
        values: employerLockTable.states,
      }),
      resolve: (row) => employerLockCase.state(row),
    }),
    ground: t.field({ type: GroundEnum, resolve: ({ ground }) => oneOf(lockGrounds, ground, 'ground of a lock') }),
    explanation: t.exposeString('explanation'),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    lockedOn: t.expose('lockedOn', { type: 'Date', nullable: true }),
    releasedOn: t.expose('releasedOn', { type: 'Date', nullable: true }),
    endReason: t.exposeString('endReason', { nullable: true, description: 'Why it was refused, or is released.' }),
    proposerName: t.string({
      nullable: true,
      description: 'Staff.',
      resolve: ({ proposerName }, _args, { viewer }) => (viewer?.kind === 'STAFF' ? proposerName : null),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    deciderName: t.string({
      nullable: true,
      description: 'Staff.',
      resolve: ({ deciderName }, _args, { viewer }) => (viewer?.kind === 'STAFF' ? deciderName : null),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
  }),
})

builder.objectField(EmployerType, 'locks', (t) =>
  t.field({
    type: [LockType],
    authScopes: { may: 'employer-lock:read' },
    description: `Locks of the employer, the latest first; at most ${mostLocks}. It sees those that were approved.`,
    resolve: async ({ id }, _args, { platform, viewer }) => {
      requireMay(viewer, 'employer-lock:read', { employerId: id }, 'employer')
      const rows = await listEmployerLocks(platform, { employerId: id, limit: mostLocks })
      return viewer?.kind === 'STAFF' ? rows : rows.filter(({ lockedOn }) => lockedOn !== null)
    },
  }),
)

builder.queryField('employerLock', (t) =>
  t.field({
    type: LockType,
    authScopes: { may: 'employer-lock:read' },
    description: 'One lock.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { platform, viewer }) => {
      const row = await findEmployerLock(platform, id)
      const hidden = viewer?.kind === 'EMPLOYER' && row?.lockedOn === null
      return requireRow(viewer, 'employer-lock:read', hidden ? undefined : row, 'lock of an employer')
    },
  }),
)

const { ResultType, shaped } = stepResult('EmployerLock', LockType, {
  description:
    'NOTHING_OVERDUE: no bill of it is overdue. STILL_OVERDUE: one is. ALREADY: a lock is proposed or stands. ENDED: it is in the register no longer. SAME_PERSON: took the step before.',
  values: lockRefusals,
})

builder.mutationField('proposeEmployerLock', (t) =>
  t.field({
    type: ResultType,
    authScopes: { may: 'employer-lock:propose' },
    description: 'Proposes to lock an employer; nothing changes until somebody else decides.',
    args: {
      employerId: t.arg.id({ required: true }),
      ground: t.arg({ type: GroundEnum, required: true }),
      explanation: t.arg.string({ required: true, description: '4 to 500 characters; the employer reads it.' }),
    },
    resolve: async (_root, asked, { platform, viewer, origin }) =>
      shaped(await proposeLock(platform, viewer, origin, asked)),
  }),
)

for (const [name, event, permission, description] of [
  [
    'approveEmployerLock',
    'APPROVE',
    'employer-lock:decide',
    'The employer is locked from its next request on, and is told.',
  ],
  ['releaseEmployerLock', 'RELEASE', 'employer-lock:decide', 'The employer is unlocked at once, and is told.'],
] as const satisfies readonly (readonly [string, LockStep, string, string])[])
  builder.mutationField(name, (t) =>
    t.field({
      type: ResultType,
      authScopes: { may: permission },
      description,
      args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
      resolve: async (_root, decision, { platform, viewer, origin }) =>
        shaped(await orStale(stepLock(platform, viewer, origin, event, decision))),
    }),
  )

for (const [name, event, permission, description] of [
  ['refuseEmployerLock', 'REFUSE', 'employer-lock:decide', 'The employer is not locked.'],
  ['proposeEmployerUnlock', 'PROPOSE_RELEASE', 'employer-lock:propose', 'The lock stands until somebody else decides.'],
  ['keepEmployerLock', 'KEEP', 'employer-lock:decide', 'It is not unlocked: the lock stands.'],
] as const satisfies readonly (readonly [string, LockStep, string, string])[])
  builder.mutationField(name, (t) =>
    t.field({
      type: ResultType,
      authScopes: { may: permission },
      description,
      args: {
        id: t.arg.id({ required: true }),
        decidedOn: t.arg(decidedOn),
        reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
      },
      resolve: async (_root, decision, { platform, viewer, origin }) =>
        shaped(await orStale(stepLock(platform, viewer, origin, event, decision))),
    }),
  )
