import { transferEvents } from '../../../telling/transfer-event-codes.ts'
import fc from 'fast-check'
import { cardEvents } from '../../../telling/card-event-codes.ts'
import { enforcementSayings } from '../../../telling/enforcement-codes.ts'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@shebao/kernel'
import { goesBySms } from '../../../telling/channel-settings.ts'
import { notificationKinds } from '../../../telling/notification-codes.ts'
import type { Told } from '../../../telling/telling.ts'
import { pathOf, wordsOf } from './templates.ts'

const amount = fc.integer({ min: 0, max: 999_999_999_999 })
const id = fc.uuid()
const dates = { min: new Date('2024-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }
const instant = fc.date(dates).map((date) => date.toISOString())
const dueOn = instant.map((text) => text.slice(0, 10))
const bill = fc.record({
  noticeId: id,
  number: fc.constant('JF202612123456'),
  period: dueOn.map((text) => text.slice(0, 7)),
  amount,
  dueOn,
})
const numbered = fc.record({ id, number: fc.constant('TF12345678'), amount })
const period = fc.constant('2026-11')
const monthly = fc.record({ id, period })
const unit = fc.constant('北京市海淀区中关村软件园信息技术股份有限公司')
const unitNo = fc.constant('91110105MA0000007L')
const mandate = fc.record({ unit, unitNo, validFrom: dueOn, validTo: dueOn })
const year = fc.integer({ min: 2024, max: 2099 })

/** What each kind may have to say; a kind that is missing here does not compile. */
const drawn: { readonly [Kind in Told['kind']]: fc.Arbitrary<Extract<Told, { kind: Kind }>['params']> } = {
  DECLARATION_RETURNED: fc.record({ year, notes: fc.integer({ min: 0, max: 100 }) }),
  DECLARATION_ACCEPTED: fc.record({ year }),
  INSPECTION_DUE_SOON: fc.record({ year, closesOn: dueOn }),
  BILL_READY: bill,
  BILL_DUE_SOON: bill,
  BILL_OVERDUE: bill,
  PAYMENT_RECEIVED: fc.record({ amount, valueDate: dueOn }),
  REFUND_WAITS: numbered,
  REFUND_APPROVED: numbered,
  REFUND_PAID_OUT: numbered,
  REFUND_REJECTED: numbered,
  BACK_PAYMENT_APPROVED: numbered,
  BACK_PAYMENT_REJECTED: numbered,
  CANCELLATION_APPROVED: fc.record({ number: fc.constant('ZX00000012'), lastDay: dueOn }),
  CANCELLATION_REFUSED: fc.record({ number: fc.constant('ZX00000012') }),
  REGISTRATION_APPROVED: fc.record({ number: fc.constant('DJ00000012') }),
  REGISTRATION_REFUSED: fc.record({ number: fc.constant('DJ00000012') }),
  RIGHTS_STATEMENT_ISSUED: fc.record({
    year: fc.constant(2025),
    number: fc.constant('QY202512-ABCDEF0123-2'),
    replaces: fc.constantFrom(null, 'QY202512-0123456789-1'),
  }),
  RIGHTS_STATEMENT_HANDED_OUT: fc.record({
    year: fc.constant(2025),
    number: fc.constant('QY202512-ABCDEF0123-1'),
    at: instant,
    toAgent: fc.boolean(),
  }),
  WORK_ASSIGNED: fc.record({ number: fc.constantFrom(null, 'TF00000012') }),
  WORK_TAKEN_OVER: fc.record({ number: fc.constantFrom(null, 'TF00000012') }),
  QUESTION_ANSWERED: fc.record({ id, number: fc.constant('ZW00000012') }),
  QUESTION_HANDED_OVER: fc.record({ id, number: fc.constant('ZW00000012') }),
  MANDATE_OFFERED: mandate,
  MANDATE_ACCEPTED: mandate,
  MANDATE_DECLINED: mandate,
  MANDATE_ENDED: fc.record({ unit, unitNo, lastDay: dueOn }),
  MANDATE_ENDS_SOON: mandate,
  ONLINE_FILING_GIVEN: fc.record({ validFrom: dueOn }),
  ONLINE_FILING_REFUSED: fc.record({ number: fc.constant('WS00000012') }),
  ONLINE_FILING_WITHDRAWN: fc.record({ lastDay: dueOn }),
  WAIVER_APPROVED: fc.record({
    number: fc.constant('HM2026000012'),
    of: fc.constantFrom('LATE_FEE', 'FILING_DEADLINE'),
    period: fc.constantFrom(null, '2026-08'),
    from: dueOn,
    to: dueOn,
  }),
  EMPLOYER_LOCKED: fc.record({
    number: fc.constant('SD2026000012'),
    ground: fc.constantFrom('ARREARS', 'REGISTRATION_CHECK'),
    on: dueOn,
  }),
  EMPLOYER_UNLOCKED: fc.record({ number: fc.constant('SD2026000012'), on: dueOn }),
  WAIVER_ENDED: fc.record({ number: fc.constant('HM2026000012'), on: dueOn }),
  PARTICULARS_CHANGED: fc.record({ number: fc.constant('BG00000012'), validFrom: dueOn }),
  PARTICULARS_REFUSED: fc.record({ number: fc.constant('BG00000012') }),
  OFFICE_ANSWERED: fc.constant({}),
  ENFORCEMENT_STEP: fc.record({
    id,
    number: fc.constant('QZ2026000012'),
    amount,
    said: fc.constantFrom(...enforcementSayings),
    until: fc.oneof(fc.constant(null), dueOn),
  }),
  TRANSFER_EVENT: fc.record({ id, number: fc.constant('ZY00000012'), event: fc.constantFrom(...transferEvents) }),
  CARD_EVENT: fc.record({ event: fc.constantFrom(...cardEvents), number: fc.constant('D******78'), at: instant }),
  CARD_PASSWORD_RESET: fc.record({ at: instant }),
  SIGNED_IN_AFTER_RESET: fc.record({ at: instant }),
  PASSWORD_LINK: fc.record({ expiresAt: instant }),
  ADDRESS_CODE: fc.record({ minutes: fc.constant(15) }),
  PAPERS_READY: fc.record({ id, papers: fc.constant(200), failed: fc.integer({ min: 0, max: 199 }) }),
  PAPER_DUE_SOON: fc.record({ formNo: fc.constant('NJ2026-1101140005-01'), dueOn }),
  PAPER_OVERDUE: fc.record({ formNo: fc.constant('NJ2026-1101140005-01'), dueOn }),
  PAPER_RECEIVED: fc.record({
    formNo: fc.constant('NJ2026-1101140005-01'),
    receivedOn: dueOn,
    pages: fc.integer({ min: 1, max: 20_000 }),
  }),
  MONTHLY_SUBMITTED: monthly,
  MONTHLY_RETURNED: fc.record({ id, period, notes: fc.integer({ min: 1, max: 100 }) }),
  MONTHLY_ACCEPTED: monthly,
  MONTH_NOT_DECLARED: fc.record({ period, dueOn, overdue: fc.boolean() }),
  EMPLOYEE_ASKED: fc.record({
    employer: fc.constant('北京市海淀区中关村软件园信息技术股份有限公司'),
    expiresAt: instant,
    again: fc.boolean(),
  }),
  EMPLOYEE_DISAGREED: fc.oneof(fc.record({ year }), fc.record({ year, period, id })),
  ADDRESS_CHANGED: fc.record({ channel: fc.constantFrom('EMAIL', 'SMS'), at: instant }),
}

const longestZh = 70
/** What a text message of letters alone may hold at most: one of two parts. */
const longestEn = 306

describe.each(notificationKinds)('the words of %s', (kind) => {
  it('are there in both languages, fit a text message, and lead to a page', () => {
    fc.assert(
      fc.property(drawn[kind], (params) => {
        const told = { kind, params }
        for (const language of LANGUAGES) {
          const { title, body, sms } = wordsOf(told, language, '123456')
          for (const text of [title, body, sms]) expect(text).not.toMatch(/undefined|NaN|Invalid/)
          const room = language === 'en' ? longestEn : longestZh
          expect(goesBySms(kind) ? [...sms].length : 0).toBeLessThanOrEqual(room)
        }
        expect(pathOf(told)).toMatch(/^\/(employer|staff|me|account|register)/)
      }),
      { numRuns: 100 },
    )
  })
})

it('one page is no pages, and a month is named as on the bill', () => {
  const received = { formNo: 'NJ2026-1101140005-01', receivedOn: '2026-11-05', pages: 1 }
  expect(wordsOf({ kind: 'PAPER_RECEIVED', params: received }, 'en').body).toContain(': 1 page, of the version')
  const monthlyOf = { kind: 'MONTHLY_ACCEPTED', params: { id: 'm1', period: '2026-11' } } as const
  expect(wordsOf(monthlyOf, 'zh-CN').title).toBe('2026年11月月度申报审核通过')
  expect(wordsOf(monthlyOf, 'en').title).toBe('Monthly declaration for November 2026 was accepted')
})
