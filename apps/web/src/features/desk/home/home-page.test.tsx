import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { EmployerHomeDocument } from './home.generated.ts'
import type { DueListFragment } from './due-list.generated.ts'
import type { YearPictureFragment } from './year-picture.generated.ts'
import { HomePage } from './home-page.tsx'

const due = (
  kind: DueListFragment['dueItems'][number]['kind'],
  given: { overdue?: boolean; count?: number; amount?: number; targetId?: string; concerning?: string },
) => ({
  __typename: 'DueItem' as const,
  kind,
  dueOn: '2026-07-25',
  overdue: given.overdue ?? false,
  amount: given.amount === undefined ? null : fen(given.amount),
  partPaid: false,
  late: given.overdue ? { __typename: 'LateNotice' as const, days: 4, fee: fen(120_000), underWay: true } : null,
  count: given.count ?? null,
  targetId: given.targetId ?? null,
  concerning: given.concerning ?? (kind.endsWith('NOTICE') ? '2026-07' : '2026'),
})
const month = (period: string, state: YearPictureFragment['yearAtAGlance'][number]['state'], total: number | null) => ({
  __typename: 'MonthAtAGlance' as const,
  period,
  state,
  total: total === null ? null : fen(total),
  noticeId: total === null ? null : `n${period}`,
})

const employer = {
  __typename: 'Employer' as const,
  id: 'e1',
  name: '甲公司',
  waitingMoney: [
    {
      __typename: 'WaitingMoney' as const,
      id: 'w1',
      amount: fen(22_642_912),
      why: 'AMOUNT_DIFF' as const,
      receivedOn: '2026-11-25',
      reference: 'SB-9',
      noticeNumber: 'JF202611000001',
      day: '2026-11-25',
    },
  ],
  office: { __typename: 'Office' as const, nameZh: '东城社保中心', nameEn: 'Dongcheng office', phone: '010-12333' },
}
const year = [
  month('2026-01', 'PAID', 1_000_000),
  month('2026-02', 'PAID', 1_100_000),
  month('2026-03', 'OVERDUE', 1_200_000),
  month('2026-04', 'AHEAD', null),
]

const noCredit = { __typename: 'EmployerBalance' as const, credit: fen(0), openingCredit: null }
const broughtIn = {
  ...noCredit,
  credit: fen(30_000),
  openingCredit: { __typename: 'OpeningCredit' as const, amount: fen(50_000), asOf: '2026-10-31' },
}

function open(
  dueItems: ReturnType<typeof due>[],
  language: 'zh-CN' | 'en' = 'zh-CN',
  balance: typeof noCredit | typeof broughtIn = noCredit,
) {
  const home = answer(EmployerHomeDocument, {
    employer: { ...employer, balance, dueItems, yearAtAGlance: year },
    inspection: {
      __typename: 'Declaration',
      id: 'd1',
      year: 2026,
      status: 'UNDER_REVIEW',
    },
  })
  return showPage(<HomePage />, { answers: [home], language, viewer: { kind: 'EMPLOYER', employerId: 'e1' } })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the home of an employer', () => {
  it('lists what is due with one verb each, leading to where it is done', async () => {
    const { container } = open([
      due('OVERDUE_NOTICE', { overdue: true, amount: 1_200_000, targetId: 'n3' }),
      due('FIX_RETURNED', { count: 2 }),
      due('FILE_INSPECTION', { count: 0, targetId: 'd1' }),
      due('FIX_RETURNED', { count: 0, targetId: 'd1', concerning: '2025' }),
    ])
    const [late, returned, complete, answered] = await screen.findAllByRole('listitem')
    const linkIn = (line: HTMLElement | undefined) => within(line as HTMLElement).getByRole('link')
    expect(linkIn(late).getAttribute('href')).toBe('/employer/bills/n3')
    expect(linkIn(late).getAttribute('aria-label')).toMatch(/^立即缴费: /)
    expect(late?.textContent).toContain('逾期 4 天')
    expect(late?.textContent).toMatch(/其中滞纳金.*1,200\.00/)
    expect(late?.textContent).toContain('付款处理中，尚未到账')
    expect(within(late as HTMLElement).getByRole('button', { name: /12,000.00/ })).toBeTruthy()
    expect(returned?.textContent).toContain('2 处意见')
    expect(answered?.textContent).toContain('意见均已更正或说明')
    expect(linkIn(answered).getAttribute('href')).toBe('/employer/inspection/review')
    expect(linkIn(complete).getAttribute('href')).toBe('/employer/inspection/review')
    expect(await axeFindings(container)).toEqual([])
  })

  it('says where a declaration is that waits for the office, and that nothing is due', async () => {
    open([])
    expect(await screen.findByText('目前没有待办事项')).toBeTruthy()
    expect(screen.getByText('经办机构审核中')).toBeTruthy()
  })

  it('shows what is to the credit, and that it was brought in when the system began', async () => {
    open([], 'zh-CN', broughtIn)
    expect(await screen.findByRole('button', { name: /300\.00/ })).toBeTruthy()
    expect(screen.getByText(/期初余额 .*500\.00.*截至2026年10月31日/)).toBeTruthy()
    cleanup()
    open([])
    await screen.findByText('目前没有待办事项')
    expect(screen.queryByText(/期初余额|将抵缴/)).toBeNull()
  })

  it('adds up what was paid and what is open in the year, in English too', async () => {
    open([], 'en')
    expect(await screen.findByText('Your office: Dongcheng office, phone 010-12333')).toBeTruthy()
    const sum = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
    expect(sum('Paid this year')).toContain('21,000.00')
    expect(sum('To pay')).toContain('12,000.00')
  })
})
