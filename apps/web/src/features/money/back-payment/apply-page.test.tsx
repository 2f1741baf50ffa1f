import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { ApplyPage } from './apply-page.tsx'
import { ApplyForBackPaymentDocument, PlannedBackPaymentDocument } from './back-payment.generated.ts'
import type { ApplyForBackPaymentMutation, PlannedBackPaymentQuery } from './back-payment.generated.ts'

const plan: PlannedBackPaymentQuery['plannedBackPayment'] = {
  __typename: 'PlannedBackPayment',
  route: 'ONLINE',
  premium: fen(370_300),
  lateFee: fen(2_037),
  total: fen(372_337),
  lines: [{ __typename: 'PlannedBackPaymentLine', line: 1, name: '王小明', idMasked: '1***', months: 1 }],
  periods: [
    {
      __typename: 'PlannedBackPaymentPeriod',
      period: '2026-08',
      people: 1,
      premium: fen(370_300),
      lateFee: fen(2_037),
      dueOn: '2026-08-25',
    },
  ],
  problems: [],
}

type Taken = Extract<Unmasked<ApplyForBackPaymentMutation>['applyForBackPayment'], { backPayment: unknown }>
const backPayment: Taken['backPayment'] = {
  __typename: 'BackPayment',
  mark: 'APPLIED.2',
  procedure: [],
  id: 'x1',
  number: 'BP-1',
  employerName: '甲公司',
  reason: '入职漏报',
  evidence: ['PAYROLL'],
  evidenceNote: '凭证 8 号',
  files: [],
  documentNo: null,
  route: 'ONLINE',
  state: 'APPLIED',
  people: 1,
  premium: fen(370_300),
  lateFee: fen(2_037),
  finding: null,
  rejectionReason: null,
  spans: [],
  notices: [],
  steps: [],
  ownStep: null,
}

async function show(language: 'zh-CN' | 'en' = 'zh-CN') {
  await freshShelf()
  const shown = showPage(<ApplyPage />, {
    answers: [
      answer(PlannedBackPaymentDocument, { plannedBackPayment: plan }),
      answer(ApplyForBackPaymentDocument, { applyForBackPayment: { __typename: 'BackPaymentStepTaken', backPayment } }),
    ],
    viewer: clerk,
    language,
    path: '/employer/back-payments/new',
    at: '/employer/back-payments/new',
  })
  await screen.findByRole('heading', { level: 1 })
  return shown
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const field = (name: RegExp) => screen.getByRole('textbox', { name })

async function fill() {
  await userEvent.type(field(/证件号码/), '110101199003076511')
  await userEvent.type(field(/起始月份/), '2026-08')
  await userEvent.type(field(/截止月份/), '2026-08')
  await userEvent.type(field(/月工资/), '10000')
  await userEvent.type(field(/补缴原因/), '入职漏报')
  await userEvent.click(screen.getByRole('checkbox', { name: '工资发放记录' }))
  await userEvent.type(field(/材料编号或存放处/), '凭证 8 号')
  await userEvent.click(screen.getByRole('button', { name: '计算' }))
}

describe('applying to pay months that were left out', () => {
  it('says what is missing before the server is asked', async () => {
    const { askedOf } = await show()
    await userEvent.click(screen.getByRole('button', { name: '计算' }))
    for (const words of ['请填写证件号码', '请填写当时的月工资', '请至少选择一种材料'])
      expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.getAllByText('请按 2026-08 的格式填写')).toHaveLength(2)
    expect(askedOf('PlannedBackPayment')).toEqual([])
    expect(await axeFindings()).toEqual([])
  })

  it('shows each month with its late fee; a further line has to be computed anew', async () => {
    const { askedOf } = await show()
    await fill()
    expect(await screen.findByText('王小明（1***）1 个月')).toBeTruthy()
    expect(screen.getByRole('button', { name: /3,723\.37/ })).toBeTruthy()
    expect(askedOf('PlannedBackPayment')).toEqual([
      {
        input: {
          reason: '入职漏报',
          evidence: ['PAYROLL'],
          files: [],
          evidenceNote: '凭证 8 号',
          documentNo: null,
          lines: [{ idNumber: '110101199003076511', first: '2026-08', last: '2026-08', wage: 1_000_000 }],
        },
      },
    ])
    await userEvent.click(screen.getByRole('button', { name: '再加一行' }))
    expect(screen.queryByRole('button', { name: '提交申请' })).toBeNull()
    expect(screen.getByRole('button', { name: '删除第 2 行' })).toBeTruthy()
  })

  it('is in English too', async () => {
    await show('en')
    expect(screen.queryByText(/[\u4e00-\u9fff]/)).toBeNull()
  })
})
