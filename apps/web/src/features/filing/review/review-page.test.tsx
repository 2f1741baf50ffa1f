import type { Unmasked } from '@apollo/client/masking'
import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { NextInQueueDocument } from './queue.generated.ts'
import {
  AcceptDeclarationDocument,
  DeclarationReviewDocument,
  HoldReviewDocument,
  LeaveReviewDocument,
  ReturnDeclarationDocument,
  RevealAnswerDocument,
  ReviewHistoryDocument,
  ReviewPersonsDocument,
  ReviewSumsDocument,
} from './review.generated.ts'
import type { DeclarationReviewQuery } from './review.generated.ts'
import { ReviewPage } from './review-page.tsx'

type Review = Unmasked<DeclarationReviewQuery>['declarationReview']

const field = (path: string, declared: unknown, registered: unknown, masked = false) => ({
  __typename: 'ReviewField' as const,
  path,
  section: 'basics',
  declared,
  registered,
  known: true,
  differs: declared !== registered,
  masked,
})
const event = (id: string, action: string, actorName: string) => ({
  __typename: 'StaffEvent' as const,
  id,
  version: 1,
  action,
  actorKind: 'STAFF',
  actorName,
  at: '2026-11-23T02:32:00Z',
  note: null,
})
const review: Review = {
  __typename: 'DeclarationReview',
  id: 'd1',
  year: 2026,
  status: 'UNDER_REVIEW',
  version: 1,
  formNo: 'NJ2026000001',
  people: 12,
  dueOn: '2026-12-31',
  submittedAt: '2026-11-22T02:00:00Z',
  late: false,
  employerId: 'e1',
  employerName: '甲公司',
  registrationNo: '110101000001',
  actions: ['RETURN', 'APPROVE'],
  secondPersonNeeded: false,
  paperReceivedOn: null,
  paperPages: null,
  startedBy: event('v1', 'START_REVIEW', '李经办'),
  recommendedBy: event('v2', 'RECOMMEND', '李经办'),
  warnings: [],
  fields: [field('bankName', '北京银行东单支行', '北京银行西单支行'), field('bankAccountName', '甲公司', '甲公司')],
  changeCounts: {
    __typename: 'PersonChangeCounts',
    different: 2,
    new: 1,
    left: 0,
    name: 0,
    participation: 0,
    wage: 1,
  },
  notes: [],
  events: [event('v1', 'START_REVIEW', '李经办')],
}
const sum = (people: number) => ({
  __typename: 'ReviewSum' as const,
  people,
  monthlyWages: fen(people * 1_000_000),
  insured: [],
})
const person = {
  __typename: 'ReviewPerson' as const,
  key: 'p1',
  rowNo: 3,
  enrolmentId: null,
  idMasked: '110•••••0016',
  declaredName: '王*',
  registeredName: null,
  kinds: ['NEW' as const],
  declaredAverage: fen(1_000_000),
  registeredAverage: null,
  changePpm: 52_300,
  declaredInsurances: ['PENSION' as const],
  registeredInsurances: [],
  hireDate: '2026-03-01',
  warnings: 0,
}

function open(given: Partial<Review> = {}, { at = '/staff/declarations/d1', refuse = false } = {}) {
  const of = <Given extends object>(more: Given) => ({
    declarationReview: { __typename: 'DeclarationReview' as const, id: 'd1', ...more },
  })
  const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null }
  const answers = {
    review: answer(DeclarationReviewDocument, { declarationReview: { ...review, ...given } }),
    hold: answer(HoldReviewDocument, {
      holdReview: { __typename: 'ReviewHold', holderName: '赵复核', since: '2026-11-23T02:32:00Z', mine: false },
    }),
    leave: answer(LeaveReviewDocument, { leaveReview: true }),
    persons: answer(ReviewPersonsDocument, ({ kind }) =>
      of({
        persons: {
          __typename: 'ReviewPeopleConnection' as const,
          edges: kind === 'WAGE' ? [] : [{ __typename: 'ReviewPeopleEdge' as const, node: person }],
          pageInfo,
        },
      }),
    ),
    sums: answer(
      ReviewSumsDocument,
      of({
        sums: { __typename: 'ReviewSums' as const, declared: sum(12), registered: sum(11) },
        estimate: {
          __typename: 'PremiumEstimate' as const,
          period: '2026-07',
          people: 12,
          employerTotal: fen(3_000_000),
          personalTotal: fen(1_234_567),
          total: fen(4_234_567),
          explanation: null,
          noticeNumber: 'JF2026070001',
        },
      }),
    ),
    history: answer(
      ReviewHistoryDocument,
      of({
        versions: [],
        settledDifferences: {
          __typename: 'SettledRosterDifferenceConnection' as const,
          edges: [],
          pageInfo,
        },
      }),
    ),
    next: answer(NextInQueueDocument, {
      reviewQueue: {
        __typename: 'ReviewQueueConnection',
        edges: [
          ['d1', null],
          ['d2', '赵复核'],
          ['d3', null],
        ].map(([id, heldByOther]) => ({
          __typename: 'ReviewQueueEdge' as const,
          node: {
            __typename: 'ReviewQueueItem' as const,
            id: id ?? '',
            employerName: '乙公司',
            state: 'SUBMITTED' as const,
            heldByOther: heldByOther ?? null,
          },
        })),
      },
    }),
    accept: answer(AcceptDeclarationDocument, {
      acceptDeclaration: refuse
        ? { __typename: 'DeclarationRefused', reason: 'VERSION_CHANGED' }
        : { __typename: 'DeclarationChanged' },
    }),
    sendBack: answer(ReturnDeclarationDocument, { returnDeclaration: { __typename: 'DeclarationChanged' } }),
    reveal: answer(RevealAnswerDocument, {
      revealAnswer: { __typename: 'RevealedAnswer', declared: '13812345678', registered: null },
    }),
  }
  const page = <ReviewPage />
  return { ...showPage(page, { answers: Object.values(answers), at, path: '/staff/declarations/:id' }), ...answers }
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

describe('reviewing a declaration', () => {
  it('shows what differs from the register, marked, who recommended it, and who else is looking', async () => {
    const { container, user } = open()
    const row = await screen.findByRole('row', { name: /东单/ })
    expect(Array.from(row.querySelectorAll('mark'), ({ textContent }) => textContent)).toEqual(['东', '西'])
    expect(screen.queryByRole('row', { name: /甲公司/ })).toBeNull()
    expect(screen.getByText(/李经办于 .* 建议通过/)).toBeTruthy()
    expect(await screen.findByText(/赵复核自 .* 起正在查看/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: '只看不一致' }))
    expect(screen.getByRole('row', { name: /甲公司/ })).toBeTruthy()
  })

  it('goes back with its notes, each said at its place, and on to the next that nobody has open', async () => {
    const { user, sendBack, address } = open()
    const back = () => screen.getByRole('button', { name: /^退回补正/ })
    await screen.findByRole('row', { name: /东单/ })
    expect((back() as HTMLButtonElement).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: /^批注：/ }))
    await user.click(screen.getByRole('button', { name: '请附证明材料说明。' }))
    await user.click(screen.getByRole('button', { name: '保存批注' }))
    expect(screen.getByText('本次批注 · 1 条批注')).toBeTruthy()
    await user.click(back())
    const dialog = screen.getByRole('dialog', { name: '退回补正' })
    expect(dialog.textContent).toContain('附 1 条批注')
    expect(dialog.textContent).toContain('第 2 版')
    await user.click(within(dialog).getByRole('button', { name: '退回' }))
    await waitFor(() => expect(address()).toBe('/staff/declarations/d3'))
    expect(sendBack.sent).toEqual([
      { input: { declarationId: 'd1', version: 1 }, notes: [{ path: 'unit.bankName', text: '请附证明材料说明。' }] },
    ])
    expect(sessionStorage.length).toBe(0)
  })

  it('keeps its notes when the page is left, and sends none twice', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: /^批注：/ }))
    await user.type(screen.getByRole('textbox', { name: /需要补正的内容/ }), '请更正')
    await user.click(screen.getByRole('button', { name: '保存批注' }))
    cleanup()
    open()
    expect(await screen.findByText('本次批注 · 1 条批注')).toBeTruthy()
  })

  it('is accepted after its consequence was read; a version that changed is refused by name', async () => {
    const { user, accept } = open({}, { refuse: true })
    await user.click(await screen.findByRole('button', { name: '核定通过' }))
    const dialog = screen.getByRole('dialog', { name: '核定通过' })
    expect(dialog.textContent).toContain('12 人，其中新增 1 人、减少 0 人')
    expect(await within(dialog).findByText('2026年7月 已有缴费通知单 JF2026070001，不再另发。')).toBeTruthy()
    expect(accept.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '核定' }))
    expect(await screen.findByText('单位已提交新版本。请重新载入后再办理。')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('offers no decision to who took part in it', async () => {
    open({ secondPersonNeeded: true })
    expect(await screen.findByText('您已参与审核，须由另一名复核人员核定。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '核定通过' })).toBeNull()
  })

  it('shows the people with sums first, and filters them by what changed', async () => {
    const { container, user, persons } = open({}, { at: '/staff/declarations/d1?tab=people' })
    const row = await screen.findByRole('row', { name: /王\*/ })
    expect(row.textContent).toContain('第 3 行')
    expect(row.textContent).toContain('+5.2%')
    expect(within(await screen.findByRole('row', { name: /^人数/ })).getByText('+1')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: /^工资/ }))
    expect(await screen.findByText('没有符合条件的人员。')).toBeTruthy()
    expect(persons.sent.at(-1)).toMatchObject({ kind: 'WAGE', onlyDifferences: true, idNumber: null })
  })

  it('shows what is masked for a reason only', async () => {
    const { user, reveal } = open({ fields: [field('bankAccount', '•••• 1234', '•••• 9876', true)] })
    await user.click(await screen.findByRole('button', { name: /^显示.*的完整内容/ }))
    await user.click(screen.getByRole('button', { name: '显示并记录' }))
    expect(await screen.findByText(/没有显示：请写明原因/)).toBeTruthy()
    expect(reveal.sent).toEqual([])
    await user.type(screen.getByRole('textbox', { name: /查看原因/ }), '核对账户')
    await user.click(screen.getByRole('button', { name: '显示并记录' }))
    expect(await screen.findByText('申报 13812345678')).toBeTruthy()
    expect(reveal.sent).toEqual([{ input: { declarationId: 'd1', path: 'bankAccount', reason: '核对账户' } }])
  })

  it('tells its course, and that there were no differences', async () => {
    open({}, { at: '/staff/declarations/d1?tab=history' })
    expect(await screen.findByText('申报时名单与花名册没有差异。')).toBeTruthy()
    const course = screen.getByRole('list', { name: '办理经过' })
    expect(within(course).getByText('开始审核')).toBeTruthy()
    expect(within(course).getByText('核定（另一名复核人员）')).toBeTruthy()
  })
})
