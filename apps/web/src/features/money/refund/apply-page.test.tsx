import { fen } from '@shebao/kernel'
import { explain } from '@shebao/premium'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { ApplyPage } from './apply-page.tsx'
import { ApplyForRefundDocument, PlannedRefundDocument, SetAsidePaymentsDocument } from './refund.generated.ts'
import type { PlannedRefundQuery } from './refund.generated.ts'

type Plan = PlannedRefundQuery['plannedRefund']
const plan: Plan = {
  __typename: 'PlannedRefund',
  amount: fen(29_700),
  personalShare: fen(0),
  derivation: explain('REFUND', 'BOOKED', 'FEN', fen(29_700), { params: { reason: 'OVERPAID' } }),
  accountMasked: '****6789',
  shares: [],
  problems: [],
  missing: [],
}
const problem = (code: Plan['problems'][number]['code'], amount: number | null = null) => ({
  __typename: 'RefundProblem' as const,
  code,
  amount: amount === null ? null : fen(amount),
  reference: null,
})

async function show(change: Partial<Plan> = {}, language: 'zh-CN' | 'en' = 'zh-CN') {
  // What one test typed is not brought back in the next.
  await freshShelf()
  const shown = showPage(<ApplyPage />, {
    answers: [
      answer(SetAsidePaymentsDocument, { setAsidePayments: [] }),
      answer(PlannedRefundDocument, { plannedRefund: { ...plan, ...change } }),
      answer(ApplyForRefundDocument, {
        applyForRefund: { __typename: 'RefundRefused', problems: [problem('EXCEEDS_RECEIVED', 100)] },
      }),
    ],
    viewer: clerk,
    language,
  })
  await screen.findByRole('heading', { level: 1 })
  return shown
}

async function askForCredit() {
  const source = screen.getByRole('combobox', { name: /退什么/ })
  await userEvent.selectOptions(source, 'CREDIT')
  await userEvent.type(screen.getByRole('textbox', { name: /情况说明/ }), '余额不再需要')
  await userEvent.click(screen.getByRole('button', { name: '计算' }))
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('applying for a refund', () => {
  it('says what is missing before the server is asked', async () => {
    const { askedOf } = await show()
    await userEvent.click(screen.getByRole('button', { name: '计算' }))
    for (const words of ['请填写已过去的月份，格式如 2026-05', '请选择职工', '请选择原因', '请用 4 至 500 字说明情况'])
      expect(await screen.findByText(words)).toBeTruthy()
    expect(askedOf('PlannedRefund')).toEqual([])
    expect(await axeFindings()).toEqual([])
  })

  it('shows the amount first, then applies; a changed form has to be computed anew', async () => {
    const { askedOf } = await show()
    await askForCredit()
    expect(await screen.findByText(/297\.00/)).toBeTruthy()
    expect(askedOf('PlannedRefund')).toEqual([
      { input: { source: 'CREDIT', reason: 'OVERPAID', explanation: '余额不再需要', files: [] } },
    ])
    await userEvent.click(screen.getByRole('button', { name: '提交申请' }))
    expect(await screen.findByText(/超过尚可退回的/)).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /情况说明/ }), '了')
    expect(screen.queryByRole('button', { name: '提交申请' })).toBeNull()
  })

  it('offers no application while something stands in the way', async () => {
    await show({ problems: [problem('MONEY_NOT_RECEIVED')] })
    await askForCredit()
    expect(await screen.findByText(/这笔钱没有到账/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '提交申请' })).toBeNull()
  })

  it('is in English too', async () => {
    await show({}, 'en')
    expect(screen.queryByText(/[\u4e00-\u9fff]/)).toBeNull()
  })
})
