import { addDays, civilDate } from '@shebao/kernel'
import { prepareCalendar } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, partnerViewer } from '../../../testing/ask.ts'
import { handInFile, whoOpens } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { addClerk, addOffice } from '../../../testing/readers.ts'
import { listObstacles } from '../../filing/cancellation/obstacles.repository.ts'
import { proposeEnforcements } from '../enforcement/index.ts'
import { printEnforcementPaper } from '../enforcement/papers/print-enforcement-paper.ts'
import { proveLedger } from '../ledger/index.ts'
import { fineCase } from './fine-case.ts'
import type { FineInput, FineStanding } from './fine-input.ts'
import { afterFineStep, fineDueBy, fineGuards } from './fine-rules.ts'
import { fineTable } from './fine.lifecycle.ts'
import type { FineState } from './fine.lifecycle.ts'
import { lapseFines, proposeFines } from './propose-fines.ts'

const calendar = prepareCalendar({
  years: [2024],
  holidays: ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'],
  makeUpDays: ['2024-09-29', '2024-10-12'],
})
const reasons = '经责令限期缴纳，逾期仍不缴纳'

/** A fine of arrears of 1 000.00, without a database. */
class Fine {
  state: FineState = 'PROPOSED'
  standing: FineStanding = { stated: [] }
  openedOn = civilDate('2024-09-18')
  today = civilDate('2024-09-18')
  take(input: FineInput, scans = 1): string {
    const step = fineTable.steps.find(({ event, from }) => event === input.event && from.includes(this.state))
    if (!step) return 'NOT_IN_STATE'
    const { state, standing, openedOn, today } = this
    const facts = { state, standing, input, arrears: 100_000, openedOn, today, calendar, scans }
    for (const guard of step.guards ?? []) {
      const [problem] = fineGuards[guard](facts)
      if (problem) return `${problem.code} ${problem.law}`
    }
    this.standing = afterFineStep(facts)
    if (step.to !== 'SAME') this.state = step.to
    return 'TAKEN'
  }
}
const service = { way: 'DIRECT', servedTo: '前台' } as const
function noticed(amount = 150_000): Fine {
  const one = new Fine()
  expect(one.take({ event: 'NOTIFY_FINE', amount, reasons })).toBe('TAKEN')
  expect(one.take({ event: 'SERVE_FINE_NOTICE', servedOn: one.today, ...service })).toBe('TAKEN')
  return one
}
const decide = (amount: number): FineInput => ({ event: 'DECIDE_FINE', amount, reasons, review: '审核同意' })

describe('the rules of the fine (SIL 86)', () => {
  it('is one to three times the arrears, and nobody is fined more than they were told of', () => {
    for (const [amount, said] of [
      [99_999, 'IN_BOUNDS SIL 86'],
      [300_001, 'IN_BOUNDS SIL 86'],
      [100_000, 'TAKEN'],
      [300_000, 'TAKEN'],
    ] as const)
      expect([amount, new Fine().take({ event: 'NOTIFY_FINE', amount, reasons })]).toEqual([amount, said])
    const one = noticed(150_000)
    one.today = addDays(one.today, 30)
    expect(one.take(decide(150_001))).toBe('NOT_HEAVIER APL 45')
    expect(one.take(decide(100_000))).toBe('TAKEN')
  })

  it('waits for its notice to be served with a receipt, and for the term to be heard, around a holiday', () => {
    const one = new Fine()
    one.take({ event: 'NOTIFY_FINE', amount: 100_000, reasons })
    one.today = addDays(one.today, 30)
    expect(one.take(decide(100_000))).toBe('NOTICE_SERVED APL 44')
    const served = { event: 'SERVE_FINE_NOTICE', servedOn: civilDate('2024-09-29'), ...service } as const
    expect(one.take(served, 0)).toBe('SCAN_HANDED_IN APL 47')
    expect(one.take({ ...served, servedOn: '2024-09-17' })).toBe('SERVICE_DAY_FITS APL 61')
    expect(one.take(served)).toBe('TAKEN')
    // 29 September was worked; then the 30th, 8, 9, 10 and 11 October.
    expect(one.standing.notice?.endsOn).toBe('2024-10-11')
    one.today = civilDate('2024-10-11')
    expect(one.take(decide(100_000))).toBe('NOTICE_TERM_OVER APL 64')
    expect(one.take({ event: 'STATE_CASE', text: '要求听证', hearing: true })).toBe('TAKEN')
    one.today = civilDate('2024-10-12')
    expect(one.take({ event: 'STATE_CASE', text: '再次要求', hearing: true })).toBe('HEARING_IN_TIME APL 64')
    expect(one.take(decide(100_000))).toBe('HEARD APL 45, 65')
    expect(one.take({ event: 'CALL_HEARING', hearingOn: '2024-10-21', place: '三楼' })).toBe('SEVEN_DAYS_AHEAD APL 64')
    expect(one.take({ event: 'CALL_HEARING', hearingOn: '2024-10-22', place: '三楼' })).toBe('TAKEN')
    expect(one.take({ event: 'HOLD_HEARING', record: '双方到场' })).toBe('HEARING_CALLED APL 64')
    one.today = civilDate('2024-10-22')
    expect(one.take({ event: 'HOLD_HEARING', record: '双方到场' })).toBe('TAKEN')
    expect(one.take(decide(100_000))).toBe('HEARD APL 45, 65')
    expect(one.take({ event: 'ANSWER_CASE', answer: '理由不成立' })).toBe('TAKEN')
    expect(one.take(decide(100_000))).toBe('TAKEN')
    expect(fineDueBy(one.state, one.standing, one.openedOn, calendar)).toBe('2024-10-31')
  })

  it('is decided within ninety days or not at all (APL 60), and paid whole', () => {
    const one = noticed()
    one.today = addDays(one.openedOn, 90)
    expect(one.take({ event: 'LAPSE_FINE' })).toBe('NINETY_DAYS_OVER APL 60')
    expect(one.take(decide(150_000))).toBe('TAKEN')
    const money = { event: 'RECEIVE_FINE', valueDate: one.today, reference: '国库1' } as const
    expect(one.take({ ...money, amount: 149_999 })).toBe('WHOLE_FINE APL 67')
    expect(one.take({ ...money, amount: 150_000, valueDate: '2024-09-18' })).toBe('VALUE_DAY_FITS APL 67')
    expect(one.take({ ...money, amount: 150_000 })).toBe('TAKEN')
    const late = noticed()
    late.today = addDays(late.openedOn, 91)
    expect(late.take({ event: 'LAPSE_FINE' })).toBe('TAKEN')
  })
})

describe('a fine beside its case', () => {
  let f: RefundFixture
  const department = partnerViewer('DEPARTMENT')
  beforeAll(async () => {
    f = await openRefundFixture()
    await addOffice(f.platform)
  })
  afterAll(() => f.platform.close())

  const fineOf = `fine { id state arrears least most files { id } notice { amount } }`
  async function press(viewer: Viewer, id: string, input: Record<string, unknown>) {
    const decidedOn = await markNow(f.platform, fineCase, id)
    const { data, errors } = await ask(
      f.platform,
      viewer,
      `mutation ($id: ID!, $decidedOn: CaseMark!, $input: FineStepInput!) { takeFineStep(id: $id, decidedOn: $decidedOn, input: $input) {
        __typename ... on FineStepTaken { fine { state } } ... on FineRefused { reasons { code law } } } }`,
      { id, decidedOn, input },
    )
    return data['takeFineStep'] ?? errors
  }
  async function expired() {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08', false)
    f.platform.clock.set('2024-09-10T10:00:00+08:00')
    await proposeEnforcements(f.platform)
    const { prisma } = f.platform.database
    const { id } = await prisma.enforcementCase.findFirstOrThrow({ where: { employerId: unit.employerId } })
    await prisma.enforcementCase.update({ where: { id }, data: { status: 'ORDER_EXPIRED' } })
    expect([await proposeFines(f.platform), await proposeFines(f.platform)]).toEqual([1, 0])
    const fine = await prisma.fineCase.findUniqueOrThrow({ where: { enforcementId: id } })
    return { ...unit, id, fineId: fine.id, clerk: await addClerk(f.platform, unit.employerId) }
  }
  const show = async (viewer: Viewer, id: string) =>
    (
      await ask(f.platform, viewer, `query ($id: ID!) { enforcementCase(id: $id) { ${fineOf} papers { kind } } }`, {
        id,
      })
    ).data['enforcementCase']

  it('goes from the proposal to the treasury, and never meets principal or late fee', async () => {
    const { id, fineId, employerId, clerk } = await expired()
    const debtBefore = (await proveLedger(f.platform)).balances.get(`RECEIVABLE:${employerId}`)
    expect(await show(department, id)).toMatchObject({
      fine: { state: 'PROPOSED', arrears: 370_300, least: 370_300, most: 1_110_900 },
    })
    // The unit reads nothing of it before it is told what is meant.
    expect(await show(clerk, id)).toMatchObject({ fine: null })
    const notify = { event: 'NOTIFY_FINE', amount: 400_000, reasons }
    for (const who of [f.officer, f.head, clerk])
      expect(JSON.stringify(await press(who, fineId, notify))).not.toContain('Taken')
    expect(await press(department, fineId, notify)).toMatchObject({ fine: { state: 'NOTICED' } })
    expect(await show(clerk, id)).toMatchObject({
      fine: { notice: { amount: 400_000 } },
      papers: [{ kind: 'FINE_NOTICE' }],
    })
    const receipt = await handInFile(f.platform, department)
    const today = f.platform.clock.today()
    await press(department, fineId, { event: 'SERVE_FINE_NOTICE', servedOn: today, ...service, files: [receipt] })
    const stranger = (await addUnit(f.platform, [1_000_000])).viewer
    expect(await whoOpens(f.platform, receipt, [department, clerk, stranger, partnerViewer('COURT')])).toEqual([
      'OPENS',
      'OPENS',
      'NOT_FOUND',
      'NOT_FOUND',
    ])
    expect(await press(clerk, fineId, { event: 'STATE_CASE', text: '资金周转困难', hearing: false })).toMatchObject({
      __typename: 'FineStepTaken',
    })
    f.platform.clock.set('2024-09-24T10:00:00+08:00')
    await press(department, fineId, { event: 'ANSWER_CASE', answer: '理由不成立' })
    expect(await press(department, fineId, { ...decide(400_000) })).toMatchObject({ fine: { state: 'DECIDED' } })
    const owed = await proveLedger(f.platform)
    expect([owed.holds, owed.balances.get(`FINE:${employerId}`)]).toEqual([true, 400_000])
    expect(owed.balances.get(`RECEIVABLE:${employerId}`)).toBe(debtBefore)
    // A unit with a fine that it did not pay stays in the register.
    const inTheWay = async () => (await listObstacles(f.platform, employerId, '2024-12-31')).map(({ kind }) => kind)
    expect(await inTheWay()).toContain('FINE')
    const money = { event: 'RECEIVE_FINE', amount: 400_000, valueDate: f.platform.clock.today(), reference: '国库1' }
    expect(await press(department, fineId, money)).toMatchObject({ fine: { state: 'PAID' } })
    const paid = await proveLedger(f.platform)
    expect([paid.holds, paid.balances.get(`FINE:${employerId}`)]).toEqual([true, 0])
    expect(await inTheWay()).not.toContain('FINE')
    const told = await f.platform.database.prisma.notification.findMany({ where: { accountId: clerk.accountId } })
    expect(told.map(({ params }) => (params as { said?: string }).said)).toEqual(
      expect.arrayContaining(['FINE_NOTICED', 'FINE_DECIDED', 'FINE_PAID']),
    )
  })

  it('leaves a notice, and a decision that there is a fine or none, each printed in both languages', async () => {
    const { platform } = f
    const printed: string[] = []
    for (const end of [decide(400_000), { event: 'DROP_FINE', reasons: '违法行为轻微并已改正' }]) {
      const { id, fineId, clerk } = await expired()
      await press(department, fineId, { event: 'NOTIFY_FINE', amount: 400_000, reasons })
      const files = [await handInFile(platform, department)]
      const served = { event: 'SERVE_FINE_NOTICE', servedOn: platform.clock.today(), ...service, files }
      await press(department, fineId, served)
      await press(clerk, fineId, { event: 'STATE_CASE', text: '资金周转困难', hearing: false })
      platform.clock.set('2024-09-24T10:00:00+08:00')
      await press(department, fineId, { event: 'ANSWER_CASE', answer: '理由不成立' })
      expect(await press(department, fineId, end)).toMatchObject({ __typename: 'FineStepTaken' })
      const of = { where: { caseId: id }, orderBy: { number: 'asc' } } as const
      for (const { id: paper, kind } of await platform.database.prisma.enforcementPaper.findMany(of))
        for (const language of ['zh-CN', 'en'] as const) {
          const { pdf } = await printEnforcementPaper(platform, clerk, { id: paper, language, origin: 'test' })
          printed.push(`${kind} ${language} ${Buffer.from(pdf.buffer).subarray(0, 4).toString()}`)
        }
    }
    const both = (kind: string) => [`${kind} zh-CN %PDF`, `${kind} en %PDF`]
    expect(printed).toEqual(['FINE_NOTICE', 'FINE_DECISION', 'FINE_NOTICE', 'NO_FINE_DECISION'].flatMap(both))
  })

  it('that nobody decides on lapses by itself', async () => {
    const { fineId } = await expired()
    f.platform.clock.set('2024-12-10T10:00:00+08:00')
    expect(await lapseFines(f.platform)).toBe(1)
    expect((await f.platform.database.prisma.fineCase.findUniqueOrThrow({ where: { id: fineId } })).status).toBe(
      'LAPSED',
    )
  })
})
