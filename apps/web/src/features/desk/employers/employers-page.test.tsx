import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { EmployerListDocument, EmployerSumsDocument, OpenEnforcementCasesDocument } from './employers.generated.ts'
import type { EmployerListQuery } from './employers.generated.ts'
import { DebtorsPage, EmployersPage } from './employers-page.tsx'

type Line = EmployerListQuery['employerList']['edges'][number]['node']
const line = (id: string, given: Partial<Line> = {}): Line => ({
  __typename: 'EmployerLine',
  id,
  name: `单位${id}`,
  registrationNo: '110101000001',
  owed: fen(500_000),
  overdue: fen(370_300),
  overdueNotices: 2,
  overdueDays: 45,
  insured: 36,
  lastFiledYear: 2026,
  ...given,
})

function open(
  at: string,
  lines: Line[] = [line('甲'), line('乙', { overdue: fen(0), overdueDays: 0, lastFiledYear: null })],
  { answers = [], ...more }: Partial<Parameters<typeof showPage>[1]> = {},
) {
  const list = answer(EmployerListDocument, ({ after }) => ({
    employerList: {
      __typename: 'EmployerLineConnection',
      edges: (after ? [line('丙')] : lines).map((node) => ({ __typename: 'EmployerLineEdge', node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: !after && lines.length > 1, endCursor: 'x' },
    },
  }))
  const sums = answer(EmployerSumsDocument, {
    employerSums: { __typename: 'EmployerSums', employers: 412, debtors: 3, overdue: fen(900_000) },
  })
  const page = at.startsWith('/staff/debtors') ? <DebtorsPage /> : <EmployersPage />
  return { ...showPage(page, { answers: [list, sums, ...answers], at, ...more }), list }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('employers and debtors', () => {
  it('say what is owed and lead to the employer; more comes behind', async () => {
    const { container, user } = open('/staff/employers')
    const row = await screen.findByRole('row', { name: /单位甲/ })
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/staff/employers/甲')
    expect(within(row).getByText('3,703.00')).toBeTruthy()
    expect(within(row).getByText('45 天')).toBeTruthy()
    expect(within(screen.getByRole('row', { name: /单位乙/ })).getByText('未申报过')).toBeTruthy()
    expect(await screen.findByText(/412/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '显示更多' }))
    expect(await screen.findByRole('row', { name: /单位丙/ })).toBeTruthy()
    expect(screen.getByRole('row', { name: /单位甲/ })).toBeTruthy()
  })

  it('keep the selection in the address, and give it as a file', async () => {
    const { user, address, list } = open('/staff/debtors')
    await screen.findByRole('row', { name: /单位甲/ })
    expect(list.sent.at(-1)).toMatchObject({ sort: 'OVERDUE', overdueOnly: true })
    await user.type(screen.getByRole('textbox', { name: '名称或编号' }), '建筑')
    await user.type(screen.getByRole('textbox', { name: '欠费不少于（元）' }), '1,000.5')
    await user.type(screen.getByRole('textbox', { name: '逾期不少于（天）' }), '30')
    await user.click(screen.getByRole('button', { name: '筛选' }))
    await screen.findByRole('row', { name: /单位甲/ })
    expect(new URLSearchParams(address().split('?')[1])).toEqual(
      new URLSearchParams({ sort: 'OVERDUE', text: '建筑', owed: '1,000.5', days: '30' }),
    )
    expect(list.sent.at(-1)).toMatchObject({ text: '建筑', owedFrom: 100_050, overdueDaysFrom: 30 })
    const file = screen.getByRole('link', { name: '下载 CSV' }).getAttribute('href') ?? ''
    expect(Object.fromEntries(new URLSearchParams(file.split('?')[1]))).toEqual({
      sort: 'OVERDUE',
      overdue: 'true',
      lang: 'zh-CN',
      text: '建筑',
      owedFrom: '100050',
      daysFrom: '30',
    })
  })

  it('name the field that cannot be understood, and keep what was typed', async () => {
    const { user, address } = open('/staff/employers')
    await screen.findByRole('row', { name: /单位甲/ })
    const amount = screen.getByRole('textbox', { name: '欠费不少于（元）' })
    await user.type(amount, '很多')
    await user.click(screen.getByRole('button', { name: '筛选' }))
    expect(await screen.findByText('请填写金额，如 1000 或 1000.50')).toBeTruthy()
    expect(amount.getAttribute('aria-invalid')).toBe('true')
    expect((amount as HTMLInputElement).value).toBe('很多')
    expect(address()).toBe('/staff/employers')
  })

  it('let the collector choose rows, say for whom a case is opened, and what became of each', async () => {
    const opening = answer(OpenEnforcementCasesDocument, ({ employerIds }) => ({
      openEnforcementCases: [employerIds].flat().map((id) => ({
        __typename: 'EnforcementOpening' as const,
        employerId: id,
        employerName: `单位${id}`,
        refused: id === '乙' ? ('RUNNING' as const) : null,
        caseId: `c${id}`,
        caseNumber: `QZ${id}`,
      })),
    }))
    const lines = [line('甲'), line('乙'), line('丁')]
    const { user, container } = open('/staff/debtors', lines, {
      answers: [opening],
      viewer: staffWith('COLLECTION_OFFICER'),
    })
    await screen.findByRole('row', { name: /单位甲/ })
    expect(screen.getByRole('button', { name: '立案：先选择单位' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: '选择列出的 3 个' }))
    await user.click(screen.getByRole('checkbox', { name: '选择单位丁' }))
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '为选中的 2 个单位立案' }))
    const named = within(screen.getByRole('list', { name: '将立案的单位' })).getAllByRole('listitem')
    expect(named.map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^单位甲：逾期.*3,703\.00，最长 45 天$/),
      expect.stringMatching(/^单位乙：逾期.*3,703\.00，最长 45 天$/),
    ])
    await user.click(screen.getByRole('button', { name: '立案' }))
    expect(within(await screen.findByRole('list', { name: '已立案' })).getByRole('listitem').textContent).toContain(
      '单位甲',
    )
    expect(screen.getByRole('list', { name: '未立案' }).textContent).toContain('单位乙：已在案 QZ乙')
    expect(opening.sent).toEqual([{ employerIds: ['甲', '乙'] }])
  })

  it('say why there is nobody', async () => {
    open('/staff/debtors', [])
    expect(await screen.findByText('目前没有逾期欠费的单位。')).toBeTruthy()
    expect(screen.queryByRole('link', { name: '清除筛选' })).toBeNull()
  })

  it('offer the whole list, in its order, where the filter finds nobody', async () => {
    const { user, address } = open('/staff/employers?text=丙&sort=OWED', [])
    await user.click(await screen.findByRole('link', { name: '清除筛选' }))
    expect(address()).toBe('/staff/employers?sort=OWED')
  })
})
