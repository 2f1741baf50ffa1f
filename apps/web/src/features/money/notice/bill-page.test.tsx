import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { BillDocument, PeopleOfBillDocument } from './bill.generated.ts'
import type { BillQuery } from './bill.generated.ts'
import { BillPage } from './bill-page.tsx'

type Bill = NonNullable<Unmasked<BillQuery>['paymentNotice']>
const bill: Bill = {
  __typename: 'PaymentNotice',
  id: 'b1',
  number: 'N-1',
  period: '2026-08',
  kind: 'NORMAL',
  deemedFrom: null,
  declaredSince: false,
  people: 1,
  issuedOn: '2026-08-02',
  dueOn: '2026-08-25',
  employerTotal: fen(265_000),
  personalTotal: fen(105_300),
  lines: [
    {
      __typename: 'PaymentNoticeLine',
      insurance: 'PENSION',
      people: 1,
      base: fen(1_000_000),
      employer: fen(160_000),
      personal: fen(80_000),
    },
  ],
  payee: { __typename: 'PayeeAccount', name: '社保基金', number: '6222', bank: '示范银行' },
  status: 'UNPAID',
  overdue: false,
  overdueDays: 0,
  leavers: 0,
  postedOn: null,
  lateFee: fen(0),
  total: fen(370_300),
  totalInCapitals: '叁仟柒佰零叁元整',
  nextDebitOn: null,
  payments: [],
}

function show(change: Partial<Bill> = {}, language: 'zh-CN' | 'en' = 'zh-CN') {
  const insured = {
    __typename: 'NoticePeopleConnection' as const,
    edges: [],
    pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
  }
  const paymentNotice = { ...bill, ...change }
  return showPage(<BillPage />, {
    answers: [
      answer(BillDocument, { paymentNotice, employer: { __typename: 'Employer', id: 'e1', debitAgreement: null } }),
      answer(PeopleOfBillDocument, { paymentNotice: { __typename: 'PaymentNotice', id: 'b1', insured } }),
    ],
    viewer: clerk,
    language,
    path: '/employer/bills/:id',
    at: '/employer/bills/b1',
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the page of a notice', () => {
  it.each([
    ['zh-CN' as const, '去缴费'],
    ['en' as const, 'Pay'],
  ])('puts its parts together, each reading its own fields (%s)', async (language, pay) => {
    show({}, language)
    expect(await screen.findByRole('button', { name: pay })).toBeTruthy()
    expect(screen.getByText('叁仟柒佰零叁元整')).toBeTruthy()
    expect(screen.getAllByText(/3,703\.00/).length).toBeGreaterThan(0)
    expect(within(screen.getAllByRole('table')[0] ?? document.body).getByText(/1,600\.00/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('says why an undeclared month is billed, until it is declared', async () => {
    show({ kind: 'DEEMED', deemedFrom: '2026-07' })
    expect(await screen.findByText(/2026年7月/)).toBeTruthy()
  })
})
