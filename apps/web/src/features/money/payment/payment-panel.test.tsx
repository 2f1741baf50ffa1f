import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { PaymentPanel } from './payment-panel.tsx'
import {
  DebitNoticeDocument,
  PayableBillFragmentDoc,
  PayingAgreementFragmentDoc,
  RefreshPaymentDocument,
  StartPaymentDocument,
} from './payment.generated.ts'
import type { DebitNoticeMutation, PayableBillFragment, PayingAgreementFragment } from './payment.generated.ts'

const bill: PayableBillFragment = {
  __typename: 'PaymentNotice',
  id: 'b1',
  number: 'N-1',
  period: '2026-08',
  kind: 'NORMAL',
  declaredSince: false,
  people: 3,
  payee: { __typename: 'PayeeAccount', name: '社保基金', number: '6222000011112222', bank: '示范银行' },
  status: 'UNPAID',
  overdue: false,
  postedOn: null,
  lateFee: fen(0),
  total: fen(100_000),
  totalInCapitals: '壹仟元整',
  nextDebitOn: '2026-08-25',
  payments: [],
}
const attempt: PayableBillFragment['payments'][number] = {
  __typename: 'Payment',
  id: 'p1',
  amount: fen(100_000),
  channel: 'E_BANK',
  status: 'SENT_TO_BANK',
  failure: null,
  bankReference: null,
  startedAt: '2026-08-20T02:00:00.000Z',
  settledAt: null,
}
const agreement: PayingAgreementFragment = {
  __typename: 'DebitAgreement',
  id: 'g1',
  status: 'ACTIVE',
  accountMasked: '****6789',
}

type Refusal = Extract<DebitNoticeMutation['debitNotice'], { reason: unknown }>['reason']

/** What the page hands to the panel. */
const billRef: { __typename: string; id: string; ' $fragmentRefs'?: { PayableBillFragment: PayableBillFragment } } = {
  __typename: 'PaymentNotice',
  id: 'b1',
}
const agreementRef: {
  __typename: string
  id: string
  ' $fragmentRefs'?: { PayingAgreementFragment: PayingAgreementFragment }
} = { __typename: 'DebitAgreement', id: 'g1' }

function show(
  change: Partial<PayableBillFragment> = {},
  signed: PayingAgreementFragment | null = null,
  language: 'zh-CN' | 'en' = 'zh-CN',
) {
  const refused = (reason: Refusal) => ({
    __typename: 'PaymentRefused' as const,
    reason,
    notice: { ...bill, ...change },
  })
  return showPage(<PaymentPanel bill={billRef} agreement={signed && agreementRef} />, {
    answers: [
      answer(StartPaymentDocument, { startPayment: refused('BANK_UNAVAILABLE') }),
      answer(DebitNoticeDocument, { debitNotice: refused('OTHER_PAYMENT_UNDER_WAY') }),
      answer(RefreshPaymentDocument, { refreshPayment: { ...bill, ...change } }),
    ],
    viewer: clerk,
    language,
    known: (cache) => {
      const data = { ...bill, ...change }
      cache.writeFragment(PayableBillFragmentDoc, data, 'PayableBill')
      if (signed) cache.writeFragment(PayingAgreementFragmentDoc, signed)
    },
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('paying a notice', () => {
  it.each([
    ['zh-CN' as const, '去缴费', '前往银行付款', '暂时连不上银行', /1,000\.00/],
    ['en' as const, 'Pay', undefined, undefined, /1,000\.00/],
  ])('asks once more with the amount, then goes to the bank (%s)', async (language, pay, verb, refusal, amount) => {
    const { askedOf } = show({}, null, language)
    await userEvent.click(await screen.findByRole('button', { name: pay }))
    expect(await screen.findByText(amount)).toBeTruthy()
    expect(askedOf('StartPayment')).toEqual([])
    expect(await axeFindings()).toEqual([])
    if (verb === undefined || refusal === undefined) return
    await userEvent.click(screen.getByRole('button', { name: verb }))
    expect(await screen.findByText(refusal, { exact: false })).toBeTruthy()
    // The same key again: a press that was lost on the way is not a second payment.
    await userEvent.click(screen.getByRole('button', { name: pay }))
    await userEvent.click(screen.getByRole('button', { name: verb }))
    await vi.waitFor(() => expect(askedOf('StartPayment')).toHaveLength(2))
    const keys = askedOf('StartPayment').map((variables) => JSON.stringify(variables))
    expect(new Set(keys).size).toBe(1)
  })

  it('opens on the debit where an agreement is in force', async () => {
    const { askedOf } = show({}, agreement)
    await userEvent.click(await screen.findByRole('button', { name: '现在扣款' }))
    await userEvent.click(await screen.findByRole('button', { name: /^扣款/ }))
    expect(await screen.findByText('这张通知单有另一笔付款正在进行，请等待其结果。')).toBeTruthy()
    expect(askedOf('DebitNotice')).toHaveLength(1)
  })

  it('shows account and remittance text for a transfer', async () => {
    show()
    await userEvent.click(await screen.findByText('银行汇款'))
    expect(await screen.findByText('6222 0000 1111 2222')).toBeTruthy()
    expect(screen.getByText('N-1')).toBeTruthy()
  })

  it('does not offer to pay twice while the bank has not answered', async () => {
    const { askedOf } = show({ payments: [attempt] })
    expect(await screen.findByText('正在等待银行结果')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '去缴费' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '立即查询' }))
    await vi.waitFor(() => expect(askedOf('RefreshPayment')).not.toEqual([]))
  })

  it('of a debt that was given up, or paid, offers papers only', async () => {
    show({ status: 'WRITTEN_OFF' })
    expect(await screen.findByText('这笔欠费已核销')).toBeTruthy()
    expect(screen.queryAllByRole('button')).toEqual([])
    cleanup()
    show({ status: 'POSTED', postedOn: '2026-08-21' })
    expect(await screen.findAllByRole('link')).toHaveLength(2)
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})
