import { fen, period } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { StaffEmployerDocument } from './employer.generated.ts'
import { EmployerPage } from './employer-page.tsx'

const notice = {
  __typename: 'PaymentNotice' as const,
  id: 'n1',
  number: 'JF2026070001',
  period: period('2026-07'),
  people: 12,
  total: fen(1_234_567),
  status: 'UNPAID' as const,
  overdue: true,
  overdueDays: 4,
  lateFee: fen(200),
  issuedOn: '2026-07-01',
  dueOn: '2026-07-25',
  postedOn: null,
}
const declaration = {
  __typename: 'ReviewQueueItem' as const,
  id: 'd1',
  year: 2026,
  state: 'SUBMITTED' as const,
  version: 1,
  people: 12,
  since: '2026-07-02T02:00:00Z',
  late: true,
}

const unit = {
  __typename: 'Employer' as const,
  id: 'e1',
  name: '甲公司',
  registrationNo: '110101000001',
  creditCode: '91110000000000000A',
  unitType: 'ENTERPRISE',
  industry: 'MANUFACTURING',
  injuryClass: 3,
  registeredAddress: '北京市东城区',
  registeredOn: '2015-04-01',
  legalRepName: '李明',
  bankName: '北京银行',
  bankAccountName: '甲公司',
  bankAccount: '•••• 1234',
  rosterVersion: 7,
  waitingMoney: [],
}

function open(roles: ('OFFICER' | 'REVIEWER' | 'AUDITOR')[], found = true) {
  const answers = [
    answer(StaffEmployerDocument, {
      registeredUnit: found
        ? {
            ...unit,
            notices: {
              __typename: 'PaymentNoticeConnection',
              edges: [{ __typename: 'PaymentNoticeEdge', node: notice }],
            },
            paymentsTaken: { __typename: 'PaymentConnection', edges: [] },
          }
        : null,
      reviewQueue: {
        __typename: 'ReviewQueueConnection',
        edges: [{ __typename: 'ReviewQueueEdge', node: declaration }],
      },
    }),
  ]
  return showPage(<EmployerPage />, {
    answers,
    at: '/staff/employers/e1',
    path: '/staff/employers/:id',
    viewer: { roles },
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a unit of the register', () => {
  it('shows its register entry, its declarations and its notices', async () => {
    const { container } = open(['REVIEWER'])
    expect(await screen.findByRole('heading', { name: '甲公司' })).toBeTruthy()
    expect(screen.getByText('北京银行 · 甲公司 · •••• 1234')).toBeTruthy()
    expect(screen.getByRole('link', { name: '2026' }).getAttribute('href')).toBe('/staff/declarations/d1')
    expect(screen.getByText('逾期申报')).toBeTruthy()
    const row = screen.getByRole('row', { name: /JF2026070001/ })
    expect(within(row).getByText('逾期 4 天')).toBeTruthy()
    expect(within(row).getByRole('button', { name: /12,345.67/ })).toBeTruthy()
    expect(screen.getByText('还没有收到该单位的款项。')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('says since when a notice is overdue, with the late fee apart, and leads to it before anything is given up', async () => {
    open(['OFFICER'])
    expect(await screen.findByText('逾期 4 天')).toBeTruthy()
    expect(screen.getByText(/其中滞纳金.*2\.00/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: '申请核销' })).toBeNull()
    expect(screen.getByRole('link', { name: /^JF/ }).getAttribute('href')).toBe('/staff/notices/n1')
  })

  it('is not found under an address that no unit has', async () => {
    open(['OFFICER'], false)
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
    expect(screen.queryByText('甲公司')).toBeNull()
  })
})
