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
import { findObstacles, moneyObstacles } from './find-obstacles.ts'

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
  it('leaves no money behind', () => {
    expect(moneyObstacles(0n, [])).toEqual([])
    expect(moneyObstacles(5n, [])).toMatchObject([{ kind: 'CREDIT', count: 1, amount: 5n }])
    expect(moneyObstacles(0n, [300n, 45n])).toMatchObject([{ kind: 'WAITING_MONEY', count: 2, amount: 345n }])
  })

  it('is kept by what the ledger owes it', async () => {
    const { employerId: paid } = await addUnit(platform, [1_000_000])
    await billMonth(platform, paid, '2026-10', { extra: 500 })
    platform.clock.set('2026-11-23T10:00:00+08:00')
    const found = await findObstacles(platform, paid, '2026-10-31')
    expect(found).toContainEqual(expect.objectContaining({ kind: 'CREDIT', amount: 500n }))
    expect(found.map(({ kind }) => kind)).not.toContain('NOTICE')
  })

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

  it('is kept by anything that is open, each named', async () => {
    await insured('2026-10')
    await settle('RECONCILED')
    await declared('CLOSED')
    const named = async () => {
      const { obstacles } = await request('WITHOUT')
      return Array.isArray(obstacles) ? obstacles.map((one: Fields) => [one['kind'], one['number'], one['count']]) : []
    }
    expect(await named()).toEqual([])
    const { prisma } = platform.database
    const by = { requestedBy: clerk.accountId, createdAt: platform.clock.now() }
    await prisma.debitAgreement.create({ data: { employerId, agreementNo: 'KK1', status: 'PENDING', ...by } })
    const made = {
      source: 'APPLICATION',
      reason: '申请',
      recordedBy: clerk.accountId,
      recordedAt: platform.clock.now(),
    }
    await prisma.onlineFiling.create({ data: { employerId, number: 'WS1', status: 'APPLIED', ...made } })
    await prisma.reconciliationDay.create({ data: { day: '2026-10-30' } })
    const item = { day: '2026-10-30', outcome: 'SYSTEM_ONLY', reference: 'R1', employerId, systemAmount: 100n }
    await prisma.reconciliationItem.create({ data: item })
    const declaration = await prisma.declaration.findFirstOrThrow({ where: { employerId } })
    const paper = { kind: 'ANNUAL_INSPECTION', version: 1, formNo: 'NJ1', contentHash: 'a'.repeat(64) }
    const days = { expectedOn: '2026-11-01', keepUntil: '2126-12-31', materials: [] }
    await prisma.paperCopy.create({ data: { declarationId: declaration.id, employerId, ...paper, ...days } })
    const at = { appliedBy: clerk.accountId, appliedAt: platform.clock.now() }
    const refund = {
      number: 'TF1',
      employerId,
      source: 'CREDIT',
      reason: 'OVERPAID',
      explanation: '多缴',
      amount: 100n,
    }
    await prisma.refund.create({ data: { ...refund, ...at } })
    const missed = { number: 'BJ1', employerId, reason: 'OMITTED', evidence: [], route: 'STAFF_REVIEW', people: 1 }
    await prisma.backPayment.create({ data: { ...missed, premium: 100n, lateFee: 0n, ...at } })
    const writeOff = { noticeId, amount: 100n, ground: 'COURT_RULING', documentNo: '1', explanation: '裁定' }
    await prisma.writeOff.create({
      data: { ...writeOff, requestedBy: clerk.accountId, requestedAt: platform.clock.now() },
    })
    const sealed = platform.vault.seal({})
    const change = { number: 'BG1', employerId, kind: 'NAME', wanted: sealed, held: sealed, validFrom: '2026-11-01' }
    await prisma.particularsChange.create({
      data: { ...change, reason: '更名', requestedBy: clerk.accountId, requestedAt: platform.clock.now() },
    })
    const monthly = { kind: 'MONTHLY', year: 2026, period: '2026-10', status: 'SUBMITTED', opensOn: '2026-10-01' }
    const { id: monthlyId } = await prisma.declaration.create({ data: { employerId, ...monthly, dueOn: '2026-10-25' } })
    await prisma.paymentNotice.update({ where: { id: noticeId }, data: { period: '2026-09' } })
    const { employerId: other } = await addUnit(platform, [1_000_000])
    const acts = { duties: ['PREPARE'], validFrom: '2026-01-01', status: 'ACCEPTED', createdAt: platform.clock.now() }
    await prisma.mandate.create({ data: { employerId: other, agencyId: employerId, validTo: '2026-11-23', ...acts } })
    expect((await named()).toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['BACK_PAYMENT', 'BJ1', 1],
      ['DEBIT_AGREEMENT', 'KK1', 1],
      ['MANDATE', null, 1],
      ['MONTHLY_DECLARATION', null, 1],
      ['ONLINE_FILING', 'WS1', 1],
      ['PAPER_COPY', 'NJ1', 1],
      ['PARTICULARS_CHANGE', 'BG1', 1],
      ['RECONCILIATION', '2026-10-30', 1],
      ['REFUND', 'TF1', 1],
      ['UNBILLED', null, 1],
      ['WRITE_OFF', expect.any(String), 1],
    ])
    // What is settled, decided, ended or over stands in nobody's way.
    await prisma.debitAgreement.updateMany({
      data: { status: 'ENDED', endedAt: platform.clock.now(), endedBy: 'EMPLOYER' },
    })
    await prisma.onlineFiling.updateMany({
      where: { number: 'WS1' },
      data: { status: 'REFUSED', endReason: '材料不全', endedAt: platform.clock.now() },
    })
    await prisma.reconciliationItem.updateMany({ data: { resolution: 'BOOKED_OTHER_DAY' } })
    await prisma.paperCopy.updateMany({ data: { status: 'RETURNED' } })
    const decided = { decidedAt: platform.clock.now() }
    await prisma.refund.updateMany({
      data: {
        status: 'REJECTED',
        rejectionReason: '不符',
        rejectedBy: officer.accountId,
        rejectedAt: platform.clock.now(),
      },
    })
    await prisma.backPayment.updateMany({
      data: { status: 'REJECTED', rejectionReason: '不符', decidedBy: officer.accountId, ...decided },
    })
    await prisma.writeOff.updateMany({
      data: { status: 'REFUSED', refusal: '不符', decidedBy: officer.accountId, ...decided },
    })
    await prisma.particularsChange.updateMany({ data: { status: 'REFUSED', decisionNote: '不符', ...decided } })
    await prisma.declaration.update({ where: { id: monthlyId }, data: { status: 'APPROVED' } })
    await prisma.paymentNotice.update({ where: { id: noticeId }, data: { period: '2026-10' } })
    await prisma.mandate.updateMany({ data: { validTo: '2026-11-22' } })
    expect(await named()).toEqual([])
  })

  it('names a last day that was, and on which it was in the register', async () => {
    const { prisma } = platform.database
    const { registeredOn } = await prisma.employer.findUniqueOrThrow({ where: { id: employerId } })
    await prisma.employer.update({ where: { id: employerId }, data: { registeredOn: '2026-10-01' } })
    const on = async (lastDay: string) => {
      const source = `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) { ${result} } }`
      const { errors } = await ask(platform, clerk, source, { input: { lastDay, reason: '公司解散', files: [] } })
      return errors
    }
    expect(await on('2026-11-24')).toEqual(['BAD_USER_INPUT'])
    expect(await on('2026-09-30')).toEqual(['BAD_USER_INPUT'])
    expect(await on('2026-10-31')).toEqual([])
    await prisma.employer.update({ where: { id: employerId }, data: { registeredOn } })
  })

  it('asks with evidence once all is cleared, once at a time, and may take it back', async () => {
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
