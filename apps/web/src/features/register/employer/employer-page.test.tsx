import { fen, period } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { StaffEmployerDocument } from './employer.generated.ts'
import {
  EmployerDocumentsDocument,
  EmployerStandingDocument,
  EmployerTimelineDocument,
} from './employer-standing.generated.ts'
import { EmployerContactsDocument, EmployerFilesDocument } from './employer-papers.generated.ts'
import { EmployerMandatesDocument } from './employer-mandates.generated.ts'
import { EmployerMonthsDocument } from './employer-months.generated.ts'
import { EmployerOnlineFilingDocument } from '../online-filing/online-filing.generated.ts'
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
const standing = {
  __typename: 'OnlineFiling' as const,
  id: 'f1',
  mark: 'STANDING.1',
  state: 'STANDING' as const,
  validFrom: '2020-01-01',
  validTo: null,
  source: 'REGISTER' as const,
  number: null,
  recordedAt: '2020-01-01T00:00:00Z',
  reason: null,
  endReason: null,
  files: [],
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
  district: { __typename: 'District' as const, code: '110101', nameZh: '北京市东城区', nameEn: '东城区, Beijing' },
  registeredAddress: '北京市东城区',
  registeredOn: '2015-04-01',
  legalRepName: '李明',
  bankName: '北京银行',
  bankAccountName: '甲公司',
  bankAccount: '•••• 1234',
  rosterVersion: 7,
  waitingMoney: [],
}

const contactRow = (id: string, contact: string | null, validFrom: string, validTo: string | null) => ({
  __typename: 'UnitParticulars' as const,
  id,
  contact,
  legalRepName: '李明',
  validFrom,
  validTo,
})
// The second row of the same people differs in something else.
const held = [
  contactRow('p3', '王*', '2026-03-01', null),
  contactRow('p2', '王*', '2026-01-01', '2026-02-28'),
  contactRow('p1', '赵*', '2015-04-01', '2025-12-31'),
]

const mandate = (given: object) => ({
  __typename: 'Mandate' as const,
  id: 'm1',
  employerId: 'e1',
  employerName: '甲公司',
  employerNo: '110101000001',
  agencyId: 'e7',
  agencyName: '正信代理',
  agencyNo: '110101000007',
  duties: ['PREPARE' as const, 'PAY' as const],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  endedOn: null,
  state: 'ACCEPTED' as const,
  begun: true,
  over: false,
  ...given,
})
const months = (monthlySelf: boolean) =>
  answer(EmployerMonthsDocument, {
    registeredUnit: {
      __typename: 'Employer',
      id: 'e1',
      monthlyWindow: { __typename: 'MonthlyWindow', monthlySelf, open: '2026-11', oldest: '2026-08' },
      monthlyDeclarations: {
        __typename: 'MonthlyDeclarationsConnection',
        edges: (['2026-10', '2026-08'] as const).map((period) => ({
          __typename: 'MonthlyDeclarationsEdge' as const,
          node: {
            __typename: 'MonthlyDeclaration' as const,
            id: `m${period}`,
            period,
            filing: period === '2026-08' ? ('SUPPLEMENTARY' as const) : ('REGULAR' as const),
            sequence: 1,
            state: 'NOTICED' as const,
            version: 1,
            submittedAt: '2026-10-08T02:00:00Z',
            counts: { __typename: 'MonthlyChangeCounts' as const, joins: 2, stops: 1, bases: 0, infos: 1 },
          },
        })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  })

function open(roles: ('OFFICER' | 'REVIEWER' | 'AUDITOR')[], found = true, monthlySelf = false) {
  const answers = [
    months(monthlySelf),
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
  const step = {
    __typename: 'EmployerEvent' as const,
    id: 'refund r1 2',
    lifecycle: 'refund',
    caseId: 'r1',
    event: 'VERIFY',
    number: 'TF1',
    actorKind: 'STAFF',
    actorName: '周复核',
    at: '2026-11-02T02:00:00Z',
  }
  answers.push(
    answer(EmployerStandingDocument, {
      employerLine: {
        __typename: 'EmployerLine',
        id: 'e1',
        owed: fen(500_000),
        overdue: fen(370_300),
        overdueNotices: 2,
        overdueDays: 45,
        insured: 36,
        lastFiledYear: 2026,
        lastFiledAt: '2026-07-02T02:00:00Z',
      },
      registeredUnit: {
        __typename: 'Employer',
        id: 'e1',
        balance: { __typename: 'EmployerBalance', credit: fen(100) },
      },
    }),
    answer(EmployerTimelineDocument, {
      employerTimeline: {
        __typename: 'EmployerEventConnection',
        edges: [{ __typename: 'EmployerEventEdge', node: step }],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    }),
    answer(EmployerFilesDocument, {
      employerFiles: {
        __typename: 'EmployerFileConnection',
        edges: [
          {
            __typename: 'EmployerFileEdge',
            node: {
              __typename: 'Attachment',
              id: 'f1',
              name: '工资册.pdf',
              bytes: 1_300_000,
              scanned: true,
              removedAt: null,
              subjectKind: 'BACK_PAYMENT',
              subjectId: 'b1',
              uploadedAt: '2026-07-03T02:00:00Z',
            },
          },
        ],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    }),
    answer(EmployerOnlineFilingDocument, {
      employerById: { __typename: 'Employer', id: 'e1', endedOn: null, onlineFilings: [standing] },
    }),
    answer(EmployerMandatesDocument, {
      mandates: [
        mandate({}),
        mandate({ id: 'm2', state: 'ENDED', endedOn: '2026-05-06' }),
        mandate({ id: 'm3', employerId: 'e8', employerName: '乙公司', agencyId: 'e1', over: true, duties: [] }),
      ],
    }),
    answer(EmployerContactsDocument, { employerById: { __typename: 'Employer', id: 'e1', particulars: held } }),
    answer(EmployerDocumentsDocument, {
      employerDocuments: [
        {
          __typename: 'IssuedDocument',
          kind: 'PAYMENT_NOTICE',
          number: 'JF9',
          verifyCode: '2345',
          version: 1,
          withdrawn: false,
          createdAt: '2026-07-01T02:00:00Z',
        },
      ],
    }),
  )
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
  it('shows who acts for it and for whom it acts, what was agreed and until when', async () => {
    open(['OFFICER'])
    const rows = async (name: string) =>
      within(await screen.findByRole('table', { name }))
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent)
    const given = await rows('由以下单位代办')
    expect(given[0]).toMatch(/正信代理.*编制 · 缴费.*2026年1月1日 至 2026年12月31日有效/)
    expect(given[1]).toMatch(/2026年5月6日 提前终止已终止/)
    expect(given).toHaveLength(2)
    expect(await rows('代理以下单位')).toEqual([expect.stringMatching(/乙公司.*只读.*已到期/)])
    expect(screen.getAllByRole('link', { name: '正信代理' })[0]?.getAttribute('href')).toBe('/staff/employers/e7')
  })

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

  it('says what is owed, what happened, and what was issued, each with its way there', async () => {
    const { container } = open(['REVIEWER'])
    expect(await screen.findByText(/3,703.00 · 2 份通知单，最长 45 天/)).toBeTruthy()
    expect(screen.getByText('36')).toBeTruthy()
    const event = await screen.findByRole('link', { name: '退费 TF1' })
    expect(event.getAttribute('href')).toBe('/staff/refunds/r1')
    expect(event.closest('li')?.textContent).toContain('核对')
    expect((await screen.findByRole('link', { name: 'JF9' })).getAttribute('href')).toBe('/verify/2345')
    expect(screen.getByRole('link', { name: 'JF2026070001' }).getAttribute('href')).toBe('/staff/notices/n1')
    expect(await axeFindings(container)).toEqual([])
  })

  it('says since when a notice is overdue, with the late fee apart, and leads to it before anything is given up', async () => {
    open(['OFFICER'])
    expect(await screen.findByText('逾期 4 天')).toBeTruthy()
    expect(screen.getByText(/其中滞纳金.*2\.00/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: '申请核销' })).toBeNull()
    expect(screen.getByRole('link', { name: 'JF2026070001' }).getAttribute('href')).toBe('/staff/notices/n1')
  })

  it('lists the months it declared with what became of them; those it owes only where every month is declared', async () => {
    open(['REVIEWER'], true, true)
    const table = await screen.findByRole('table', { name: '已申报的月份' })
    const october = within(table).getByRole('row', { name: /^2026年10月 / })
    expect(within(october).getByRole('link').getAttribute('href')).toBe('/staff/monthly/m2026-10')
    expect(october.textContent).toContain('已出缴费通知单增 2、减 1、其他 1')
    expect(within(table).getByRole('row', { name: /2026年8月补报/ })).toBeTruthy()
    expect(screen.getByText(/未申报的月份：2026年9月。/)).toBeTruthy()
    expect(screen.getByText('2026年11月的申报还没有提交。')).toBeTruthy()
    cleanup()
    open(['REVIEWER'])
    expect(await screen.findByText('只报变动：没有变动的月份不用申报。')).toBeTruthy()
    expect(screen.queryByText(/未申报的月份/)).toBeNull()
  })

  it('is not found under an address that no unit has', async () => {
    open(['OFFICER'], false)
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
    expect(screen.queryByText('甲公司')).toBeNull()
  })

  it('says whom the office speaks to since when, and what was handed in with which case', async () => {
    open(['AUDITOR'])
    const contacts = within(await screen.findByRole('table', { name: '联系人' }))
    expect(contacts.getAllByRole('row').map((row) => row.textContent)).toEqual([
      '经办人法定代表人期间',
      '王*李明2026年1月1日起',
      '赵*李明2015年4月1日至2025年12月31日',
    ])
    const file = await screen.findByRole('link', { name: '工资册.pdf' })
    expect(file.getAttribute('href')).toBe('/attachments/f1')
    expect(screen.getByRole('link', { name: '补缴' }).getAttribute('href')).toBe('/staff/back-payments/b1')
    expect(await axeFindings()).toEqual([])
  })
})
