import { fen } from '@shebao/kernel'
import { amountOf } from '@shebao/premium'
import { findFalseNodes } from '@shebao/test-support/premium'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { askDerivation } from '../../../testing/ask-derivation.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { writeExceptionsFile } from './exceptions-file.ts'
import { readExceptionsForFile } from './read-exceptions.ts'
import { waiverCase } from './waiver-case.ts'

let f: RefundFixture
beforeAll(async () => {
  f = await openRefundFixture()
})
afterAll(() => f.platform.close())
afterEach(async () => {
  const { breaks } = await proveLedger(f.platform)
  if (breaks.length > 0) throw new Error(breaks.join('\n'))
})

interface Answer {
  __typename?: string
  id?: string
  state?: string
  reason?: string
  amount?: number | null
  notices?: { spared: number; lateFee: number }[]
}
const shape = `{ __typename ... on Waiver { id state amount toOn notices { spared lateFee } } ... on WaiverRefused { reason } }`

async function one(viewer: Viewer, source: string, variables: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await ask(f.platform, viewer, source, variables)
  expect(errors).toEqual([])
  return (Object.values(data)[0] ?? {}) as Answer
}
const propose = (employerId: string, given: Record<string, unknown>, viewer: Viewer = f.officer) =>
  one(viewer, `mutation ($input: WaiverProposalInput!) { proposeWaiver(input: $input) ${shape} }`, {
    input: {
      employerId,
      kind: 'LATE_FEE',
      ground: 'AGENCY_ERROR',
      documentNo: '京社会〔2024〕9号',
      explanation: '扣款系统故障，经核实属经办差错',
      ...given,
    },
  })
const step = async (viewer: Viewer, name: string, id: string | undefined, reason?: string) =>
  one(
    viewer,
    `mutation ($id: ID!, $decidedOn: CaseMark!${reason ? ', $reason: String!' : ''}) {
      ${name}Waiver(id: $id, decidedOn: $decidedOn${reason ? ', reason: $reason' : ''}) ${shape} }`,
    { id, decidedOn: await markNow(f.platform, waiverCase, id ?? ''), ...(reason ? { reason } : {}) },
  )
const notice = (id: string) => f.platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id } })
async function owed(viewer: Viewer, id: string): Promise<{ lateFee: number; total: number }> {
  const { data } = await ask(f.platform, viewer, `query ($id: ID!) { paymentNotice(id: $id) { lateFee total } }`, {
    id,
  })
  return data['paymentNotice'] as unknown as { lateFee: number; total: number }
}

/** Due on Monday 2024-08-26; 11 days late on 6 September cost 20.37. */
async function overdue() {
  const unit = await addUnit(f.platform, [1_000_000])
  const noticeId = await billMonth(f.platform, unit.employerId, '2024-08', false)
  f.platform.clock.set('2024-09-06T10:00:00+08:00')
  return { ...unit, noticeId }
}
const days = (noticeId: string, fromOn: string, toOn: string) => ({ noticeIds: [noticeId], fromOn, toOn })

describe('a waiver of late fee', () => {
  it('takes its days out to the fen once a head approves, and the derivation names it', async () => {
    const { noticeId, employerId } = await overdue()
    const clerk = employerViewer(employerId)
    const asked = await propose(employerId, days(noticeId, '2024-08-28', '2024-09-01'))
    // 5 of 11 days: 3 703.00 x 6 x 5 / 10 000 = 11.109 is left of 20.3665.
    expect(asked).toMatchObject({ state: 'PROPOSED', notices: [{ lateFee: 2_037, spared: 926 }] })
    expect(await owed(clerk, noticeId)).toMatchObject({ lateFee: 2_037 })
    expect(await propose(employerId, days(noticeId, '2024-08-28', '2024-08-29'))).toMatchObject({
      reason: 'ALREADY_PROPOSED',
    })
    expect(await step({ ...f.head, accountId: f.officer.accountId }, 'approve', asked.id)).toMatchObject({
      reason: 'SAME_PERSON',
    })
    expect(await step(f.head, 'approve', asked.id)).toMatchObject({ state: 'STANDING', amount: 926 })
    expect(await owed(clerk, noticeId)).toEqual({ lateFee: 1_111, total: 371_411 })
    const { derivation } = await askDerivation(f.platform, clerk, { notice: noticeId })
    const why = derivation?.explanation
    if (!why) throw new Error('there is no derivation')
    expect([amountOf(why), findFalseNodes(why)]).toEqual([371_411, []])
    expect(JSON.stringify(why)).toMatch(/LATE_FEE_WAIVED.*2024-08-28.*2024-09-01.*HM2024/u)
    // Taken back the same day it is as if it had never been.
    expect(await step(f.head, 'revoke', asked.id, '文书引用错误')).toMatchObject({ state: 'REVOKED' })
    expect(await owed(clerk, noticeId)).toEqual({ lateFee: 2_037, total: 372_337 })
  })

  it('settles a bill of which only the fee was left, and gives that back until its day is closed', async () => {
    const { noticeId, employerId } = await overdue()
    await receiveMoney(f.platform, { employerId, amount: fen(370_300), valueDate: '2024-09-06', key: `w:${noticeId}` })
    expect(await notice(noticeId)).toMatchObject({ status: 'PARTIALLY_PAID', lateFee: 2_037n })
    const asked = await propose(employerId, days(noticeId, '2024-08-27', '2024-09-06'))
    expect(await step(f.head, 'approve', asked.id)).toMatchObject({ state: 'STANDING', amount: 2_037 })
    expect(await notice(noticeId)).toMatchObject({ status: 'POSTED', lateFee: 0n, postedOn: '2024-09-06' })
    expect(await step(f.head, 'revoke', asked.id, '文书引用错误')).toMatchObject({ state: 'REVOKED' })
    expect(await notice(noticeId)).toMatchObject({ status: 'PARTIALLY_PAID', lateFee: 2_037n, postedOn: null })

    const again = await propose(employerId, days(noticeId, '2024-08-27', '2024-09-06'))
    await step(f.head, 'approve', again.id)
    await f.platform.database.prisma.reconciliationDay.upsert({
      where: { day: '2024-09-06' },
      create: { day: '2024-09-06', status: 'CLOSED', closedAt: f.platform.clock.now() },
      update: { status: 'CLOSED', closedAt: f.platform.clock.now() },
    })
    expect(await step(f.head, 'revoke', again.id, '文书引用错误')).toMatchObject({ reason: 'DAY_CLOSED' })
    expect(await step(f.head, 'end', again.id, '障碍已经消除')).toMatchObject({ reason: 'OVER' })
    expect(await propose(employerId, days(noticeId, '2024-08-27', '2024-09-06'))).toMatchObject({ reason: 'NOT_OPEN' })
  })

  it('for days to come ends when the head says so; none of its days may be free already, nor too many', async () => {
    const { noticeId, employerId } = await overdue()
    expect(await propose(employerId, days(noticeId, '2024-08-01', '2024-08-26'))).toMatchObject({
      reason: 'NOTHING_LATE',
    })
    expect(await propose(employerId, days(noticeId, '2024-08-01', '2025-08-02'))).toMatchObject({ reason: 'LONGEST' })
    const other = await addUnit(f.platform, [1_000_000])
    expect(await propose(other.employerId, days(noticeId, '2024-08-27', '2024-09-01'))).toMatchObject({
      reason: 'NOT_OPEN',
    })
    const asked = await propose(employerId, { ...days(noticeId, '2024-09-04', '2024-12-31'), ground: 'FORCE_MAJEURE' })
    await step(f.head, 'approve', asked.id)
    f.platform.clock.set('2024-09-10T10:00:00+08:00')
    expect(await step(f.head, 'end', asked.id, '道路已恢复通行')).toMatchObject({ state: 'ENDED' })
    f.platform.clock.set('2024-09-12T10:00:00+08:00')
    // 27 August to 3 September and 11 to 12 September: 10 days.
    expect(await owed(employerViewer(employerId), noticeId)).toMatchObject({ lateFee: 1_852 })
  })
})

describe('the register of exceptions', () => {
  it('is searched by a whole number; a clerk sees what was approved for the own unit, without who proposed it', async () => {
    const { noticeId, employerId } = await overdue()
    const clerk = employerViewer(employerId)
    const list = async (viewer: Viewer, given: Record<string, unknown> = {}) => {
      const { data, errors } = await ask(
        f.platform,
        viewer,
        `query ($number: String, $state: ExceptionState) { exceptions(number: $number, state: $state) {
          edges { node { kind state number proposerName } } } }`,
        given,
      )
      expect(errors).toEqual([])
      return (data['exceptions'] as unknown as { edges: { node: Record<string, string> }[] }).edges.map(
        ({ node }) => node,
      )
    }
    const asked = await propose(employerId, days(noticeId, '2024-08-28', '2024-09-01'))
    expect(await list(clerk)).toEqual([])
    const row = await f.platform.database.prisma.waiver.findUniqueOrThrow({ where: { id: asked.id ?? '' } })
    expect(await list(f.officer, { number: row.number })).toMatchObject([{ kind: 'LATE_FEE', state: 'PROPOSED' }])
    expect(await list(f.officer, { number: row.number.slice(0, -1) })).toEqual([])
    await step(f.head, 'approve', asked.id)
    expect(await list(clerk)).toMatchObject([{ kind: 'LATE_FEE', state: 'OVER', proposerName: null }])
    expect(await list(f.officer, { number: row.number, state: 'STANDING' })).toEqual([])
    const other = employerViewer((await addUnit(f.platform, [1_000_000])).employerId)
    expect(await list(other)).toEqual([])
    const rows = await readExceptionsForFile(f.platform, f.head, 'test', { number: row.number })
    const file = writeExceptionsFile(rows, { language: 'en', name: 'Head', at: '2024-09-06' })
    expect(new TextDecoder().decode(file)).toMatch(/Late fee waived,HM2024\d+.*Over.*Error of the office.*9\.26/u)
    await expect(readExceptionsForFile(f.platform, staffViewer(['OFFICER']), 'test', {})).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    })
  })
})
