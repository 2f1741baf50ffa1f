import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { fen, period } from '@shebao/kernel'
import { explainDeemedMonth, explainNoticeSums } from '@shebao/premium'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { DeadlineRehearsalDocument } from './rehearsal.generated.ts'
import { RehearsalPage } from './rehearsal-page.tsx'
import type { Rehearsal } from './rehearsal.ts'

afterEach(cleanup)

const lines = [
  { insurance: 'PENSION', employer: fen(160_000), personal: fen(80_000) },
  { insurance: 'WORK_INJURY', employer: fen(130_300), personal: fen(0) },
] as const
const line = (one: (typeof lines)[number]) => ({
  __typename: 'RehearsedLine' as const,
  ...one,
  lastEmployer: fen(one.employer - 1_000),
  lastPersonal: one.personal,
})

const draft: NonNullable<Rehearsal['declaration']> = {
  __typename: 'MonthlyDeclaration',
  id: 'd1',
  period: '2024-07',
  counts: { __typename: 'MonthlyChangeCounts', changes: 1, joins: 1, stops: 0, bases: 0, infos: 0 },
  judgement: {
    __typename: 'MonthlyJudgement',
    errors: 1,
    lateRegistrations: 1,
    duties: [],
    issues: [
      {
        __typename: 'Issue',
        ruleId: 'change.required',
        severity: 'ERROR',
        code: 'REQUIRED',
        path: 'change[3].monthlyWage',
        field: 'monthlyWage',
        row: 3,
        params: {},
      },
    ],
  },
  changes: {
    __typename: 'MonthlyChangesConnection',
    edges: [
      {
        __typename: 'MonthlyChangesEdge',
        node: { __typename: 'MonthlyChange', id: 'c3', rowNo: 3, name: '王芳' },
      },
    ],
  },
}

const rehearsal: Rehearsal = {
  __typename: 'DeadlineRehearsal',
  month: 'OPEN',
  today: '2024-07-08',
  period: '2024-07',
  monthlySelf: true,
  cutOffDay: 15,
  fileBy: '2024-07-15',
  standing: 'INCOMPLETE',
  declaration: draft,
  bill: {
    __typename: 'RehearsedBill',
    people: 3,
    leavers: 1,
    employerTotal: fen(290_300),
    personalTotal: fen(80_000),
    total: fen(370_300),
    lines: lines.map(line),
    lastPeriod: '2024-06',
    lastPeople: 3,
    lastEmployerTotal: fen(288_300),
    lastPersonalTotal: fen(80_000),
    differenceBilled: fen(0),
    differenceCredited: fen(0),
    explanation: explainNoticeSums(lines),
  },
  payment: {
    __typename: 'RehearsedPayment',
    issuedOn: '2024-07-08',
    dueDay: 25,
    published: true,
    nextMonth: false,
    day: '2024-07-25',
    dueOn: '2024-07-25',
    begun: false,
    noticeId: null,
    noticeNumber: null,
  },
  missingCalendar: null,
  principal: fen(370_300),
  settledMonthRule: false,
  feeCapped: false,
  notFiled: {
    __typename: 'RehearsedNotFiled',
    kind: 'DEEMED',
    amount: fen(407_330),
    more: fen(37_030),
    basedOn: '2024-06',
    explanation: explainDeemedMonth(period('2024-06'), lines),
  },
  consequences: [
    { __typename: 'DelayConsequence', code: 'DEEMED', articles: ['SIL 62', 'R259 10'], from: '2024-07-16' },
    { __typename: 'DelayConsequence', code: 'FINE', articles: ['SIL 86'], from: null },
  ],
  inspection: {
    __typename: 'RehearsedInspection',
    year: 2024,
    opensOn: '2024-01-01',
    closesOn: '2024-12-31',
    open: true,
    declaration: null,
  },
}

const show = (change: Partial<Rehearsal> = {}) =>
  showPage(<RehearsalPage />, {
    answers: [answer(DeadlineRehearsalDocument, { deadlineRehearsal: { ...rehearsal, ...change } })],
    viewer: clerk,
    at: '/employer/rehearsal',
    language: 'en',
  })

it('says what is missing and where it is mended, what it costs, and what each chosen day of delay adds', async () => {
  const { user } = show()
  const row = await screen.findByRole('link', { name: 'Row 3 · 王芳' })
  expect(row.getAttribute('href')).toBe('/employer/monthly/d1?row=3')
  const bill = screen.getByRole('table', { name: 'What it costs' })
  expect(within(bill).getByRole('row', { name: /Total/ }).textContent).toContain('+20.00')
  expect(screen.getByText(/as the register stands/)).toBeTruthy()
  const delay = screen.getByRole('region', { name: 'What delay adds' })
  const days = within(delay).getByRole('textbox', { name: 'Days late' })
  await user.clear(days)
  await user.type(days, '11')
  expect(within(delay).getByText('paid on 5 August 2024')).toBeTruthy()
  // 3 703.00 for eleven days (domain specification 3.4).
  expect(within(delay).getByRole('button', { name: /20\.37/ })).toBeTruthy()
  fireEvent.change(within(delay).getByRole('slider'), { target: { value: '0' } })
  expect(within(delay).getByText('Late fee of 0 days')).toBeTruthy()
  await user.clear(days)
  await user.type(days, 'x')
  expect(within(delay).getByText('A whole number from 0 to 366.')).toBeTruthy()
  expect(within(delay).getByText(/370\.30 more than filing in time/)).toBeTruthy()
  await user.click(within(delay).getByRole('button', { name: /4,073\.30/ }))
  expect((await screen.findAllByText(/Premium declared for/)).length).toBeGreaterThan(0)
  expect(await axeFindings()).toEqual([])
})

it('without a bill or a published calendar says so, and works out no fee', async () => {
  show({ standing: 'NOT_BEGUN', declaration: null, bill: null, payment: null, principal: null, missingCalendar: 2025 })
  expect(await screen.findByText('The declaration of July 2024 has not been begun.')).toBeTruthy()
  expect(screen.getByText(/falls into 2025/)).toBeTruthy()
  expect(screen.queryByRole('slider')).toBeNull()
})
