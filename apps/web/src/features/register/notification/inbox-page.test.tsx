import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { Bell } from './bell.tsx'
import { UnreadNotificationsDocument } from './bell.generated.ts'
import { InboxDocument, MarkNotificationsReadDocument } from './inbox.generated.ts'
import type { InboxQueryVariables } from './inbox.generated.ts'
import { PapersOfEnforcementDocument } from './enforcement-papers.generated.ts'
import type { PapersOfEnforcementQuery } from './enforcement-papers.generated.ts'
import { InboxPage } from './inbox-page.tsx'

const node = (id: string, readAt: string | null = null) => ({
  __typename: 'Notification' as const,
  id,
  createdAt: '2026-11-23T02:32:00Z',
  readAt,
  path: '/employer/inspection',
  title: `第 ${id} 条`,
  body: '请更正后重新提交。',
})

const noPapers: PapersOfEnforcementQuery = {
  enforcementCases: { __typename: 'EnforcementCaseConnection', edges: [] },
}

function open(
  entries: readonly ReturnType<typeof node>[],
  unread: number,
  at = '/employer/inbox',
  fails = false,
  papers = noPapers,
) {
  const list = answer(InboxDocument, ({ unreadOnly, after }: InboxQueryVariables) => {
    const nodes = after ? [node('9', 'read')] : entries.filter(({ readAt }) => !unreadOnly || readAt === null)
    return {
      inbox: {
        __typename: 'NotificationConnection' as const,
        edges: nodes.map((one) => ({ __typename: 'NotificationEdge' as const, node: one })),
        pageInfo: { __typename: 'PageInfo' as const, hasNextPage: !after && nodes.length > 1, endCursor: 'c' },
      },
    }
  })
  const count = answer(UnreadNotificationsDocument, { unreadNotifications: unread })
  const mark = answer(MarkNotificationsReadDocument, () => {
    if (fails) throw new Error('not now')
    return { markNotificationsRead: unread - 1 }
  })
  const page = (
    <>
      <Bell to="/employer/inbox" />
      <InboxPage />
    </>
  )
  return showPage(page, {
    answers: [list, count, mark, answer(PapersOfEnforcementDocument, papers)],
    viewer: clerk,
    at,
  })
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the inbox', () => {
  it('shows what is unread, opens it and counts it off the bell', async () => {
    const { user, address, askedOf } = open([node('1'), node('2'), node('3', 'read')], 2)
    await screen.findByRole('link', { name: '通知，2 条未读' })
    expect(await screen.findAllByRole('listitem')).toHaveLength(2)
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('link', { name: '第 1 条' }))
    await screen.findByRole('link', { name: '通知，1 条未读' })
    expect(askedOf('MarkNotificationsRead')).toEqual([{ ids: ['1'] }])
    expect(address()).toBe('/employer/inspection')
    // Read, it stays where it was, so that nothing moves under the pointer.
    const [first] = screen.getAllByRole('listitem')
    expect(first && within(first).queryByText('未读')).toBeNull()
  })

  it('shows everything on request, and goes on by pages', async () => {
    const { user, address } = open([node('1'), node('3', 'read')], 1)
    await user.click(await screen.findByRole('button', { name: '全部' }))
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
    expect(address()).toBe('/employer/inbox?show=all')
    await user.click(screen.getByRole('button', { name: '显示更早的通知' }))
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3))
  })

  it('says so when nothing is unread, and when nothing was told at all', async () => {
    open([], 0)
    expect(await screen.findByText('没有未读通知')).toBeTruthy()
    expect(screen.getAllByRole('link').map(({ ariaLabel, textContent }) => ariaLabel ?? textContent)).toEqual([
      '通知，没有未读',
      '办理期限',
      '通知方式',
      '查看全部通知',
    ])
    cleanup()
    open([], 0, '/employer/inbox?show=all')
    expect(await screen.findByText('还没有通知')).toBeTruthy()
    // The place of papers of enforcement says that there are none, and what each kind would ask.
    const papers = within(screen.getByRole('region', { name: '强制征收文书' }))
    expect(await papers.findByText(/没有送达贵单位/)).toBeTruthy()
    expect(papers.getByText('限期缴纳通知书')).toBeTruthy()
  })

  it('names each paper that was served with what can be done, and until which day', async () => {
    const paper = (number: string, more: object) => ({
      __typename: 'EnforcementPaper' as const,
      id: number,
      number,
      kind: 'DEMAND' as const,
      amount: fen(2_657_247),
      issuedOn: '2026-11-20',
      forUnit: true,
      servedOn: '2026-11-21',
      doBy: '2026-11-26',
      reviewBy: null,
      path: `/documents/enforcement-paper.pdf?paper=${number}`,
      ...more,
    })
    const node = {
      __typename: 'EnforcementCase' as const,
      id: 'c1',
      number: 'QZ2026000019',
      fine: null,
      papers: [
        paper('001', { kind: 'ORDER', doBy: '2026-11-10', reviewBy: '2027-01-05' }),
        paper('002', { kind: 'QUERY_LETTER', forUnit: false }),
        paper('003', {}),
      ],
    }
    open([], 0, '/employer/inbox', false, {
      enforcementCases: {
        __typename: 'EnforcementCaseConnection',
        edges: [{ __typename: 'EnforcementCaseEdge', node }],
      },
    })
    const table = within(await screen.findByRole('table', { name: '强制征收文书' }))
    const rows = table.getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/催告书.*缴纳，或者陈述、申辩。.*2026年11月26日前.*11月21日送达/),
      expect.stringMatching(/责令限期缴纳通知书.*2026年11月10日前行政复议：2027年1月5日前/),
    ])
    expect(table.getByRole('link', { name: '催告书' }).getAttribute('href')).toContain('paper=003')
    expect(table.getAllByRole('link', { name: '案件 QZ2026000019' })[0]?.getAttribute('href')).toBe(
      '/employer/enforcement/c1',
    )
  })

  it('says that nothing was marked', async () => {
    const { user } = open([node('1')], 1, '/employer/inbox', true)
    await user.click(await screen.findByRole('button', { name: '全部标为已读' }))
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', '没有标为已读，请重试。')
  })
})
