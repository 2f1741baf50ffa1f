import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../access/viewer.ts'
import { listStandingNotes } from '../features/filing/declaration/notes.repository.ts'
import { answerNote } from '../features/filing/inspection/answer-note.ts'
import { acceptDeclaration } from '../features/filing/review/accept-declaration.ts'
import { returnDeclaration, startReview } from '../features/filing/review/review-declaration.ts'
import { tellDueNotices } from '../features/money/debt/tell-due-notices.ts'
import { staffViewer } from '../testing/ask.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit, submit } from '../testing/inspection-scenario.ts'
import {
  addUnit,
  billMonth,
  monthOf,
  openRefundFixture,
  payoutOf,
  refundStep,
  verificationOf,
} from '../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../testing/money/refund/refund-fixture.ts'
import { addClerk, addOffice, addStaff } from '../testing/readers.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'

const told = async ({ database }: TestPlatform, { accountId }: Viewer) =>
  (
    await database.prisma.notification.findMany({
      where: { accountId },
      orderBy: [{ createdAt: 'asc' }, { kind: 'asc' }],
    })
  ).map(({ kind, params }) => [kind, params])
const kindsOf = async (platform: TestPlatform, viewer: Viewer) => (await told(platform, viewer)).map(([kind]) => kind)

describe('a declaration', () => {
  let platform: TestPlatform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await givenOffice(platform)
  })
  afterAll(() => platform.close())

  it('tells its clerks when it is returned, with how many notes, and when it is accepted, with its bill', async () => {
    const unit = await givenUnit(platform, { seed: 5 })
    const clerk = await addClerk(platform, unit.employerId)
    const declarationId = await completeDraft(platform, unit)
    await submit(platform, unit, declarationId)
    const input = { declarationId, version: 1, origin: 'test' }
    const officer = staffViewer(['OFFICER'])
    await startReview(platform, officer, input)
    expect(await told(platform, clerk)).toEqual([])
    const notes = [
      { path: 'unit.bankName', text: '开户行名称不全' },
      { path: 'comparison', text: '请核对名单' },
    ]
    await returnDeclaration(platform, officer, { ...input, notes })
    await expect(returnDeclaration(platform, officer, { ...input, notes })).resolves.toMatchObject({ kind: 'refused' })
    expect(await told(platform, clerk)).toEqual([['DECLARATION_RETURNED', { year: 2026, notes: 2 }]])

    platform.clock.advance(60_000)
    for (const { id: noteId } of await listStandingNotes(platform, await declarationNow(platform, declarationId)))
      await answerNote(platform, unit.clerk, { declarationId, noteId, answer: '已核对', was: '' })
    await submit(platform, unit, declarationId)
    await startReview(platform, officer, { ...input, version: 2 })
    const reviewer = staffViewer(['REVIEWER'])
    expect(await acceptDeclaration(platform, reviewer, { ...input, version: 2 })).toMatchObject({ kind: 'done' })
    const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({
      where: { employerId: unit.employerId },
    })
    expect((await told(platform, clerk)).slice(1)).toEqual([
      [
        'BILL_READY',
        {
          noticeId: notice.id,
          number: notice.number,
          period: notice.period,
          amount: Number(notice.total),
          dueOn: notice.dueOn,
        },
      ],
      ['DECLARATION_ACCEPTED', { year: 2026 }],
    ])
  })
})

describe('money', () => {
  let f: RefundFixture
  beforeAll(async () => {
    f = await openRefundFixture()
  })
  afterAll(() => f.platform.close())

  it('tells of bills, payments and refunds, and staff of what waits for a second person', async () => {
    const { platform } = f
    const unit = await addUnit(platform, [1_000_000, 1_000_000])
    const clerk = await addClerk(platform, unit.employerId)
    const reviewer = await addStaff(platform, await addOffice(platform), ['REVIEWER'])
    await billMonth(platform, unit.employerId, '2024-08')
    expect(await kindsOf(platform, clerk)).toEqual(['BILL_READY', 'PAYMENT_RECEIVED'])

    const applied = await refundStep(platform, unit.viewer, 'applyForRefund', monthOf(unit.individualIds[0], '2024-08'))
    await refundStep(platform, f.officer, 'verifyRefund', verificationOf(applied.id))
    expect(await told(platform, reviewer)).toEqual([
      ['REFUND_WAITS', { id: applied.id, number: expect.stringMatching(/^TF/), amount: applied.amount }],
    ])
    platform.clock.advance(1000)
    await refundStep(platform, f.reviewer, 'approveRefund', { id: applied.id })
    platform.clock.advance(1000)
    await refundStep(platform, f.head, 'payOutRefund', payoutOf(applied.id))
    expect((await kindsOf(platform, clerk)).slice(2)).toEqual(['REFUND_APPROVED', 'REFUND_PAID_OUT'])
  })

  it('tells of a bill three working days before its last day and once after it, however often the job runs', async () => {
    const { platform } = f
    const bill = async () => {
      const unit = await addUnit(platform, [1_000_000])
      const noticeId = await billMonth(platform, unit.employerId, '2026-05', false)
      const { dueOn } = await platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id: noticeId } })
      // A Monday; the three working days before it are Wednesday to Friday.
      expect(dueOn).toBe('2026-05-25')
      return addClerk(platform, unit.employerId)
    }
    const on = async (day: string, clerk: Viewer) => {
      platform.clock.set(`${day}T08:30:00+08:00`)
      await tellDueNotices(platform)
      await tellDueNotices(platform)
      return kindsOf(platform, clerk)
    }
    const clerk = await bill()
    expect(await on('2026-05-19', clerk)).toEqual([])
    expect(await on('2026-05-20', clerk)).toEqual(['BILL_DUE_SOON'])
    const later = await bill()
    // Nobody works on a Saturday.
    expect(await on('2026-05-23', later)).toEqual([])
    expect(await on('2026-05-25', later)).toEqual(['BILL_DUE_SOON'])
    for (const day of ['2026-05-26', '2026-05-27'])
      for (const one of [clerk, later]) expect(await on(day, one)).toEqual(['BILL_DUE_SOON', 'BILL_OVERDUE'])
  })
})
