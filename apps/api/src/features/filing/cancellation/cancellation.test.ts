import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { handInFile } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { addClerk } from '../../../testing/readers.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { findActingClerk } from '../../office/session/index.ts'
import { cancellationCase } from './cancellation-case.ts'

let platform: TestPlatform
let employerId: string
let noticeId: string
let clerk: Viewer
const officer = staffViewer(['OFFICER'])
beforeAll(async () => {
  platform = (await openRefundFixture()).platform
  employerId = (await addUnit(platform, [1_000_000])).employerId
  noticeId = await billMonth(platform, employerId, '2026-10', false)
  platform.clock.set('2026-11-23T10:00:00+08:00')
  clerk = await addClerk(platform, employerId)
  await declared('SUBMITTED')
})
afterAll(() => platform.close())

type Fields = Record<string, unknown>
async function one(viewer: Viewer, source: string, variables: Fields): Promise<Fields> {
  const { data, errors } = await ask(platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0] ?? {}
}
const result = `__typename ... on Cancellation { id state decisionNote }
  ... on CancellationRefused { reason obstacles { kind number period count } }`
const request = async (files: 'WITH_FILE' | 'WITHOUT' = 'WITH_FILE') =>
  one(clerk, `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) { ${result} } }`, {
    input: {
      lastDay: '2026-10-31',
      reason: '公司解散',
      files: files === 'WITH_FILE' ? [await handInFile(platform, clerk)] : [],
    },
  })
const step = async (viewer: Viewer, verb: string, { id }: Fields, reason?: string) =>
  one(
    viewer,
    `mutation ($id: ID!, $decidedOn: CaseMark!${reason ? ', $reason: String!' : ''}) {
      ${verb}Cancellation(id: $id, decidedOn: $decidedOn${reason ? ', reason: $reason' : ''}) { ${result} } }`,
    { id, decidedOn: await markNow(platform, cancellationCase, String(id)), ...(reason ? { reason } : {}) },
  )
const settle = (status: string) =>
  platform.database.prisma.paymentNotice.update({ where: { id: noticeId }, data: { status } })
const declared = (status: string) =>
  platform.database.prisma.declaration.updateMany({ where: { employerId }, data: { status } })
const insured = (toPeriod: string | null) =>
  platform.database.prisma.enrolment.updateMany({ where: { employerId }, data: { toPeriod } })

describe('a unit that leaves the register', () => {
  it('is told everything that stands in the way at once', async () => {
    const { obstacles, reason } = await request()
    expect(reason).toBe('NOT_CLEARED')
    expect(obstacles).toEqual(
      expect.arrayContaining([
        { kind: 'INSURED', number: null, period: null, count: 1 },
        { kind: 'NOTICE', number: expect.any(String), period: '2026-10', count: 1 },
        { kind: 'ANNUAL_DECLARATION', number: null, period: '2026', count: 1 },
      ]),
    )
  })

  it('asks with evidence once all is cleared, once at a time, and may take it back', async () => {
    await insured('2026-10')
    await settle('RECONCILED')
    await declared('CLOSED')
    expect(await request('WITHOUT')).toMatchObject({ reason: 'EVIDENCE_MISSING' })
    const asked = await request()
    expect(asked).toMatchObject({ state: 'REQUESTED' })
    expect(await request()).toMatchObject({ reason: 'ALREADY_REQUESTED' })
    expect(await step(clerk, 'withdraw', asked)).toMatchObject({ state: 'WITHDRAWN' })
    const again = await request()
    expect(await step(officer, 'refuse', again, '清算报告缺页')).toMatchObject({
      state: 'REFUSED',
      decisionNote: '清算报告缺页',
    })
  })

  it('is looked at anew when it is approved; then its last day stands, and its clerks only read', async () => {
    const asked = await request()
    await settle('UNPAID')
    expect(await step(officer, 'approve', asked)).toMatchObject({
      reason: 'NOT_CLEARED',
      obstacles: [{ kind: 'NOTICE' }],
    })
    await settle('RECONCILED')
    expect(await step(officer, 'approve', asked)).toMatchObject({ state: 'APPROVED' })
    const unit = await platform.database.prisma.employer.findUniqueOrThrow({ where: { id: employerId } })
    expect(unit.endedOn).toBe('2026-10-31')
    const held = await platform.database.prisma.employerParticulars.findMany({
      where: { employerId, supersededAt: null },
    })
    expect(held.map(({ validTo }) => validTo)).toEqual(['2026-10-31'])
    expect((await findActingClerk(platform, clerk.accountId, employerId))?.bar).toEqual({
      kind: 'CANCELLED',
      lastDay: '2026-10-31',
    })
    const told = await platform.database.prisma.notification.findMany({ where: { accountId: clerk.accountId } })
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['CANCELLATION_APPROVED', 'CANCELLATION_REFUSED'])
  })
})
