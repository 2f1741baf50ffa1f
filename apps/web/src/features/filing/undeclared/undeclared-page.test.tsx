import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { UndeclaredPage } from './undeclared-page.tsx'
import type { Undeclared } from './undeclared.ts'
import {
  DeemedOutlookDocument,
  ProposeDeemedDocument,
  RemindUndeclaredDocument,
  UndeclaredEmployersDocument,
  UndeclaredMonthDocument,
} from './undeclared.generated.ts'

const unit = (id: string, given: Partial<Undeclared> = {}): Undeclared => ({
  __typename: 'UndeclaredEmployer',
  id,
  name: `单位${id}`,
  registrationNo: '1101080001',
  industry: 'I',
  people: 36,
  lastPeriod: '2026-09',
  lastTotal: fen(3_703_000),
  deemedTotal: fen(4_073_300),
  reminders: 1,
  lastRemindedOn: '2026-10-20',
  begun: false,
  extendedTo: null,
  proposed: false,
  noticeId: null,
  noticeNumber: null,
  noticeTotal: null,
  ...given,
})

function open(given: { monthlySelf?: boolean; overdueDays?: number } = {}) {
  const { monthlySelf = true, overdueDays = 9 } = given
  const month = answer(UndeclaredMonthDocument, {
    undeclaredMonth: {
      __typename: 'UndeclaredMonth',
      period: '2026-10',
      months: ['2026-11', '2026-10'],
      monthlySelf,
      hasCutOff: true,
      dueOn: '2026-10-15',
      overdueDays,
      employers: 2,
      deemed: 0,
    },
  })
  const list = answer(UndeclaredEmployersDocument, {
    undeclaredEmployers: {
      __typename: 'UndeclaredEmployerConnection',
      edges: [unit('甲'), unit('乙', { lastPeriod: null, lastTotal: null, deemedTotal: null })].map((node) => ({
        __typename: 'UndeclaredEmployerEdge' as const,
        node,
      })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  })
  const remind = answer(RemindUndeclaredDocument, {
    remindUndeclared: { __typename: 'UndeclaredReminded', reminded: 1, already: 1, settled: 0 },
  })
  const propose = answer(ProposeDeemedDocument, {
    proposeDeemed: {
      __typename: 'DeemedProposals',
      proposed: 1,
      refused: [{ __typename: 'DeemedNotProposed', employerId: '乙', reason: 'NO_LAST_MONTH' }],
    },
  })
  const outlook = answer(DeemedOutlookDocument, {
    deemedOutlook: { __typename: 'OpeningOutlook', mayOpen: true, finishable: false, openers: [], better: [] },
  })
  const answers = [month, list, remind, propose, outlook]
  return { ...showPage(<UndeclaredPage />, { answers, at: '/staff/undeclared' }), list, remind, propose }
}

afterEach(cleanup)

describe('who has not declared', () => {
  it('is chosen and reminded; who was reminded today already is said', async () => {
    const { container, user, remind } = open()
    const row = await screen.findByRole('row', { name: /单位甲/ })
    expect(within(row).getByText('40,733.00')).toBeTruthy()
    expect(screen.getByText(/已逾期 9 天：2 个单位未申报/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '提醒申报' }).hasAttribute('disabled')).toBe(true)
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: '选择本页全部' }))
    await user.click(screen.getByRole('button', { name: '提醒申报' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '提醒申报' }))
    expect(await screen.findByText('1 个单位今天已经提醒过，没有重复发送。')).toBeTruthy()
    expect(remind.sent).toEqual([{ period: '2026-10', employerIds: ['甲', '乙'] }])
  })

  it('is proposed with grounds; who was left out is named with the reason, and an amount is set for them', async () => {
    const { user, propose } = open()
    await user.click(await screen.findByRole('checkbox', { name: '选择本页全部' }))
    await user.click(screen.getByRole('button', { name: '提出核定' }))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByText('目前没有其他人可以复核，提出后无法办结。')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: '提出核定' }))
    expect(within(dialog).getByText('请填写 4 至 500 字的核定依据')).toBeTruthy()
    expect(propose.sent).toEqual([])
    await user.type(within(dialog).getByRole('textbox'), '两次催报未申报')
    await user.click(within(dialog).getByRole('button', { name: '提出核定' }))
    expect(await screen.findByText(/单位乙：从未申报过/)).toBeTruthy()
    expect(propose.sent).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: '核定单位乙的金额' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '提出核定' }))
    expect(await screen.findByText('请填写金额，如 6000 或 6000.50')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '核定单位甲的金额' })).toBeNull()
  })

  it('cannot be deemed before the last day is over, and is nobody where a declaration goes on', async () => {
    open({ overdueDays: 0 })
    expect(await screen.findByText('截止日还没有过，不能核定。')).toBeTruthy()
    cleanup()
    const { list } = open({ monthlySelf: false })
    expect(await screen.findByText('这个月不要求按月申报')).toBeTruthy()
    await waitFor(() => expect(list.sent).toEqual([]))
  })
})
