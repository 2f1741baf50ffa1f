import { fen } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, refusalOf } from '../../../access/permissions.ts'
import type { Permission } from '../../../access/permissions.ts'
import type { Clerk, Viewer } from '../../../access/viewer.ts'
import { ask } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { addClerk } from '../../../testing/readers.ts'
import { findActingClerk } from '../../office/session/index.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { employerLockCase } from './employer-lock-case.ts'
import { releaseSettled } from './step-lock.ts'

let f: RefundFixture
let employerId: string
let clerk: Viewer
beforeAll(async () => {
  f = await openRefundFixture()
  employerId = (await addUnit(f.platform, [1_000_000])).employerId
  await billMonth(f.platform, employerId, '2024-08', false)
  clerk = await addClerk(f.platform, employerId)
  f.platform.clock.set('2024-08-20T10:00:00+08:00')
})
afterAll(() => f.platform.close())

/** The clerk as the next request finds them. */
async function actingNow(): Promise<Clerk> {
  const found = await findActingClerk(f.platform, clerk.accountId, employerId)
  if (!found) throw new Error('nobody acts')
  return found
}
const shape = '{ ... on EmployerLock { id state } ... on EmployerLockRefused { reason } }'
async function one(viewer: Viewer, source: string, variables: Record<string, unknown>) {
  const { data, errors } = await ask(f.platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0] as unknown as { id?: string; state?: string; reason?: string }
}
const propose = (ground: string) =>
  one(
    f.officer,
    `mutation ($id: ID!, $ground: LockGround!) { proposeEmployerLock(employerId: $id, ground: $ground, explanation: "两次催缴未缴") ${shape} }`,
    { id: employerId, ground },
  )
const step = async (viewer: Viewer, name: string, id: string | undefined, reason?: string) =>
  one(
    viewer,
    `mutation ($id: ID!, $decidedOn: CaseMark!) { ${name}(id: $id, decidedOn: $decidedOn${reason ? `, reason: "${reason}"` : ''}) ${shape} }`,
    { id, decidedOn: await markNow(f.platform, employerLockCase, id ?? '') },
  )

describe('a lock of an employer', () => {
  const refused = ['particulars-change:request', 'refund:apply', 'agreement:end', 'cancellation:request'] as const
  const goesOn: readonly Permission[] = [
    'monthly:submit',
    'declaration:submit',
    'notice:pay',
    'back-payment:apply',
    'agreement:sign',
    'declaration:read',
    'certificate:print',
    'enforcement:defend',
  ]

  it('stands once another approves it; what it refuses names it, its day and whom to ask, and paying goes on', async () => {
    expect(await propose('ARREARS')).toMatchObject({ reason: 'NOTHING_OVERDUE' })
    f.platform.clock.set('2024-09-06T10:00:00+08:00')
    const asked = await propose('ARREARS')
    expect(asked).toMatchObject({ state: 'PROPOSED' })
    expect(await propose('REGISTRATION_CHECK')).toMatchObject({ reason: 'ALREADY' })
    expect((await actingNow()).bar).toBeUndefined()
    expect(await step(f.head, 'approveEmployerLock', asked.id)).toMatchObject({ state: 'LOCKED' })
    const locked = await actingNow()
    expect(locked.bar).toMatchObject({ kind: 'LOCKED', ground: 'ARREARS', since: '2024-09-06', reason: '两次催缴未缴' })
    expect(goesOn.filter((permission) => !may(locked, permission))).toEqual([])
  })

  it.each(refused)('refuses %s by name', async (permission) => {
    const locked = await actingNow()
    expect(may(locked, permission)).toBe(false)
    expect(refusalOf(locked, permission).extensions).toMatchObject({
      code: 'FORBIDDEN',
      barrier: 'EMPLOYER_LOCKED',
      number: expect.stringMatching(/^SD2024/),
      since: '2024-09-06',
      phone: expect.any(String),
    })
  })

  it('is undone by two people, or by itself once nothing is overdue', async () => {
    const [held] = await f.platform.database.prisma.employerLock.findMany({ where: { employerId } })
    expect(await step(f.reviewer, 'proposeEmployerUnlock', held?.id, '已达成缴费安排')).toMatchObject({
      state: 'RELEASE_PROPOSED',
    })
    expect(await step(f.reviewer, 'releaseEmployerLock', held?.id)).toMatchObject({ reason: 'SAME_PERSON' })
    expect(await step(f.head, 'keepEmployerLock', held?.id, '尚未缴清')).toMatchObject({ state: 'LOCKED' })
    expect(await releaseSettled(f.platform)).toBe(0)
    await receiveMoney(f.platform, { employerId, amount: fen(400_000), valueDate: '2024-09-06', key: 'lock' })
    expect(await releaseSettled(f.platform)).toBe(1)
    expect((await actingNow()).bar).toBeUndefined()
    const told = await f.platform.database.prisma.notification.findMany({
      where: { accountId: clerk.accountId, kind: { startsWith: 'EMPLOYER_' } },
    })
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['EMPLOYER_LOCKED', 'EMPLOYER_UNLOCKED'])
  })
})
