import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../../shared/data/masking.ts'
import { step } from '../../../../shared/testing/procedure.ts'
import { answer, axeFindings, showPage } from '../../../../shared/testing/show-page.tsx'
import { NextInQueueDocument } from '../next-case.generated.ts'
import { HoldReviewDocument, LeaveReviewDocument } from '../review.generated.ts'
// In the product they come a little later than their page.
import '../note-form.tsx'
import '../key-list.tsx'
import '../refusal-text.tsx'
import '../reveal-dialog.tsx'
import './confirm-monthly.tsx'
import './monthly-history.tsx'
import '../../../../shared/case/stale-notice.tsx'
import { MonthlyReviewPage } from './monthly-review-page.tsx'
import {
  AcceptMonthlyDocument,
  MonthlyReviewBillDocument,
  MonthlyReviewChangesDocument,
  MonthlyReviewDocument,
  RevealMonthlyPersonDocument,
  ReturnMonthlyDocument,
} from './monthly-review.generated.ts'
import type {
  AcceptMonthlyMutation,
  MonthlyReviewChangesQuery,
  MonthlyReviewQuery,
} from './monthly-review.generated.ts'

type Review = Unmasked<MonthlyReviewQuery>['monthlyDeclaration']
type Change = MonthlyReviewChangesQuery['monthlyDeclaration']['changes']['edges'][number]['node']

const event = (id: string, action: string, actorName: string) => ({
  __typename: 'StaffEvent' as const,
  id,
  version: 2,
  action,
  actorName,
  at: '2026-11-23T02:32:00Z',
  note: null,
})
const issue = (row: number, code: Review['standsAgainst'][number]['code'], ruleId: string) => ({
  __typename: 'Issue' as const,
  ruleId,
  severity: 'ERROR' as const,
  path: `changes[${row}].idNumber`,
  field: 'idNumber',
  row,
  code,
  params: {},
})
const review: Review = {
  __typename: 'MonthlyDeclaration',
  id: 'm1',
  mark: 'UNDER_REVIEW.2',
  period: '2026-11',
  filing: 'SUPPLEMENTARY',
  sequence: 1,
  state: 'UNDER_REVIEW',
  version: 2,
  dueOn: '2026-11-25',
  submittedAt: '2026-11-22T02:00:00Z',
  employerId: 'e1',
  unit: { __typename: 'MonthlyUnit', unitName: '甲公司', registrationNo: '110101000001' },
  counts: { __typename: 'MonthlyChangeCounts', changes: 2, joins: 1, stops: 1, bases: 0, infos: 0, withWarnings: 0 },
  judgement: {
    __typename: 'MonthlyJudgement',
    lateRegistrations: 1,
    duties: [{ __typename: 'MonthlyDuty', dueOn: '2026-11-20', people: 1 }],
    issues: [],
  },
  standsAgainst: [],
  receipt: { __typename: 'DeclarationVersion', id: 'v2', formNo: 'YD2026110001', submittedAt: '2026-11-22T02:00:00Z' },
  actions: ['RETURN', 'APPROVE'],
  procedure: [],
  earlierNotes: [
    {
      __typename: 'MonthlyNote',
      id: 'n1',
      version: 1,
      path: 'change[1].hireDate',
      text: '入职日期与合同不符',
      state: 'ANSWERED',
      answer: '以合同为准',
    },
  ],
  events: [event('v1', 'START_REVIEW', '李经办'), event('v2', 'RECOMMEND', '李经办')],
  versions: [],
}
const nobody = {
  hireDate: null,
  leaveDate: null,
  effectivePeriod: null,
  lastPayablePeriod: null,
  monthlyWage: null,
  infoField: null,
  infoValue: null,
  reason: null,
  lateRegistration: false,
  unemployedListDue: null,
  insurances: [],
}
const standing = (insurances: readonly ('PENSION' | 'MEDICAL')[], wage: number | null) => ({
  __typename: 'MonthlyStanding' as const,
  insurances: [...insurances],
  wage: wage === null ? null : fen(wage),
})
const changes: Change[] = [
  {
    __typename: 'MonthlyChange',
    ...nobody,
    id: 'm1:2:1',
    rowNo: 1,
    changeType: 'ADD_NEW',
    name: '王*',
    idNumber: '110•••••0016',
    hireDate: '2026-09-01',
    effectivePeriod: '2026-11',
    lateRegistration: true,
    before: null,
    after: standing(['PENSION', 'MEDICAL'], 800_000),
  },
  {
    __typename: 'MonthlyChange',
    ...nobody,
    id: 'm1:2:2',
    rowNo: 2,
    changeType: 'STOP_RESIGN',
    name: '赵*',
    idNumber: '110•••••0024',
    lastPayablePeriod: '2026-11',
    unemployedListDue: '2026-11-20',
    before: standing(['PENSION'], 1_000_000),
    after: standing([], null),
  },
]
const nextBill = {
  __typename: 'NextBill' as const,
  period: '2026-11',
  people: 12,
  leavers: 1,
  total: fen(4_234_567),
  noticeNumber: 'JF2026110001',
  lines: [{ __typename: 'NextBillLine' as const, insurance: 'PENSION', next: fen(2_000_000), last: fen(1_900_000) }],
  lastNumber: 'JF2026100001',
  lastPeriod: '2026-10',
  lastPeople: 12,
  lastTotal: fen(4_134_567),
}

function open(given: Partial<Review> = {}, outcome?: AcceptMonthlyMutation['acceptMonthlyDeclaration']) {
  const inQueue = (id: string, heldByOther: string | null) => ({
    __typename: 'ReviewQueueEdge' as const,
    node: {
      __typename: 'ReviewQueueItem' as const,
      id,
      employerName: '乙公司',
      state: 'SUBMITTED' as const,
      heldByOther,
    },
  })
  const office = {
    review: answer(MonthlyReviewDocument, { monthlyDeclaration: { ...review, ...given } }),
    changes: answer(MonthlyReviewChangesDocument, ({ filter, rowNo }) => ({
      monthlyDeclaration: {
        __typename: 'MonthlyDeclaration',
        id: 'm1',
        changes: {
          __typename: 'MonthlyChangesConnection',
          edges: changes
            .filter((one) => (filter === 'STOPS' ? one.rowNo === 2 : true) && (rowNo ? one.rowNo === rowNo : true))
            .map((node) => ({ __typename: 'MonthlyChangesEdge', node })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      },
    })),
    bill: answer(MonthlyReviewBillDocument, {
      monthlyDeclaration: {
        __typename: 'MonthlyDeclaration',
        id: 'm1',
        preview: {
          __typename: 'MonthlyPreview',
          nextBill,
          unchanged: 10,
          differenceBilled: fen(370_300),
          differenceCredited: fen(0),
          differencePeople: 1,
        },
      },
    }),
    hold: answer(HoldReviewDocument, {
      holdReview: { __typename: 'ReviewHold', holderName: '赵复核', since: '2026-11-23T02:32:00Z', mine: false },
    }),
    leave: answer(LeaveReviewDocument, { leaveReview: true }),
    next: answer(NextInQueueDocument, {
      reviewQueue: {
        __typename: 'ReviewQueueConnection',
        edges: [inQueue('m1', null), inQueue('m2', '赵复核'), inQueue('m3', null)],
      },
    }),
    accept: answer(AcceptMonthlyDocument, {
      acceptMonthlyDeclaration: outcome ?? { __typename: 'MonthlyStepDone' },
    }),
    sendBack: answer(ReturnMonthlyDocument, { returnMonthlyDeclaration: { __typename: 'MonthlyStepDone' } }),
    reveal: answer(RevealMonthlyPersonDocument, {
      revealMonthlyPerson: {
        __typename: 'RevealedMonthlyChange',
        name: '王五',
        idNumber: '110101199003070016',
        mobile: null,
        infoValue: null,
      },
    }),
  }
  const shown = { answers: Object.values(office), at: '/staff/monthly/m1', path: '/staff/monthly/:id' }
  return { ...showPage(<MonthlyReviewPage />, shown), ...office }
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

const decide = async (user: ReturnType<typeof open>['user']) => {
  await user.click(await screen.findByRole('button', { name: '核定通过' }))
  const dialog = screen.getByRole('dialog', { name: '核定通过' })
  return { dialog, confirm: () => user.click(within(dialog).getByRole('button', { name: '核定' })) }
}

describe('reviewing a monthly declaration', () => {
  it('says which month, who recommended it and who looks at it, and shows each change beside the register', async () => {
    const { container, user, changes: asked } = open()
    expect(await screen.findByText(/2026年11月补报 · YD2026110001 · 第 2 版/)).toBeTruthy()
    expect(screen.getByText(/李经办于 .* 建议通过/)).toBeTruthy()
    expect(await screen.findByText(/赵复核自 .* 起正在查看/)).toBeTruthy()
    const joins = await screen.findByRole('row', { name: /王\*/ })
    expect(Array.from(joins.querySelectorAll('mark'), ({ textContent }) => textContent)).toEqual(['养老', '医疗'])
    expect(within(joins).getByText(/入职已超过 30 日/)).toBeTruthy()
    expect(within(joins).getByText('第 1 版退回意见：入职日期与合同不符')).toBeTruthy()
    const stops = screen.getByRole('row', { name: /赵\*/ })
    expect(Array.from(stops.querySelectorAll('s'), ({ textContent }) => textContent)).toEqual(['养老', '10,000.00'])
    expect(within(stops).getByText(/2026年11月20日前应报失业人员名单/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: /^减员/ }))
    await waitFor(() => expect(screen.queryByRole('row', { name: /王\*/ })).toBeNull())
    await waitFor(() => expect(asked.sent.at(-1)).toMatchObject({ filter: 'STOPS', idNumber: null, rowNo: null }))
    expect(await screen.findByRole('row', { name: /赵\*/ })).toBeTruthy()
  })

  it('shows what the month costs by insurance against the last bill, and what billed months differ by', async () => {
    const { container, user } = open()
    await user.click(await screen.findByRole('button', { name: '缴费变化' }))
    const total = await screen.findByRole('row', { name: /^合计/ })
    expect(total.textContent).toBe('合计41,345.6742,345.67+1,000.00')
    expect(screen.getByText('已出账月份的差额（1 人）')).toBeTruthy()
    expect(screen.getByText(/2026年11月的缴费通知单 JF2026110001 已开出/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('goes back with its notes at rows and fields, and on to the next monthly one that nobody has open', async () => {
    const { user, sendBack, next, address } = open()
    const row = await screen.findByRole('row', { name: /王\*/ })
    await user.click(within(row).getByRole('button', { name: /^批注：第 1 行/ }))
    await user.selectOptions(await screen.findByRole('combobox', { name: '批注针对' }), 'hireDate')
    await user.click(screen.getByRole('button', { name: '新增人员，请附劳动合同。' }))
    await user.click(screen.getByRole('button', { name: '保存批注' }))
    await user.click(screen.getByRole('button', { name: /^退回补正/ }))
    const dialog = screen.getByRole('dialog', { name: '退回补正' })
    expect(dialog.textContent).toContain('附 1 条批注')
    await user.click(within(dialog).getByRole('button', { name: '退回' }))
    await waitFor(() => expect(address()).toBe('/staff/monthly/m3'))
    expect(next.sent).toEqual([{ kind: 'MONTHLY' }])
    expect(sendBack.sent).toEqual([
      {
        input: { declarationId: 'm1', version: 2, decidedOn: 'UNDER_REVIEW.2' },
        notes: [{ path: 'change[1].hireDate', text: '新增人员，请附劳动合同。' }],
      },
    ])
    expect(sessionStorage.length).toBe(0)
  })

  it('is not for who took an earlier step: no button, and it says who may', async () => {
    open({ actions: ['RETURN'], procedure: [step('APPROVE', { standing: 'SAME_PERSON' })] })
    expect(await screen.findByText('您已参与审核，须由另一名复核人员核定。')).toBeTruthy()
    expect(screen.getByText(/须由他人办理：周复核/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '核定通过' })).toBeNull()
  })

  it('is accepted after its consequence was read; what somebody decided meanwhile is said, and nothing is lost', async () => {
    const happened = [
      {
        __typename: 'StaleHappening' as const,
        event: 'RETURN' as const,
        at: '2026-11-23T02:40:00Z',
        actor: 'STAFF' as const,
        actorName: '赵复核',
        mine: false,
      },
    ] as unknown as Extract<
      AcceptMonthlyMutation['acceptMonthlyDeclaration'],
      { __typename: 'StaleDecision' }
    >['happened']
    const { user, accept, review: asked } = open({}, { __typename: 'StaleDecision', mark: 'RETURNED.3', happened })
    const { dialog, confirm } = await decide(user)
    expect(dialog.textContent).toContain('增员 1 人、减员 1 人、其他变动 0 项')
    expect(await within(dialog).findByText('10 人没有变化。', { exact: false })).toBeTruthy()
    expect(accept.sent).toEqual([])
    await confirm()
    expect(await screen.findByText(/赵复核已退回。/)).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    const before = asked.sent.length
    await user.click(screen.getByRole('button', { name: '显示现在的情况' }))
    await waitFor(() => expect(asked.sent.length).toBeGreaterThan(before))
  })

  it('says by row what stands against it, and reads it anew when accepting is refused for that', async () => {
    const against = [issue(1, 'ACTIVE_ELSEWHERE', 'monthly.idNumber.activeElsewhere')]
    const refused = { __typename: 'MonthlyStepRefused' as const, code: 'ACTIVE_ELSEWHERE' as const }
    const { user, review: asked } = open({ standsAgainst: against }, refused)
    expect(await screen.findByText('现在不能核定：1 处与登记不符')).toBeTruthy()
    expect(screen.getByRole('link', { name: '第 1 行' }).getAttribute('href')).toBe('/staff/monthly/m1?row=1')
    const { confirm } = await decide(user)
    await confirm()
    expect(await screen.findByText(/有人已由其他单位参保，不能核定/)).toBeTruthy()
    await waitFor(() => expect(asked.sent.length).toBeGreaterThan(1))
    await user.click(screen.getByRole('link', { name: '第 1 行' }))
    expect(await screen.findByText(/只看第 1 行/)).toBeTruthy()
  })

  it('shows what is masked for a reason only, and lists its keys', async () => {
    const { user, reveal } = open()
    const row = await screen.findByRole('row', { name: /王\*/ })
    await user.click(within(row).getByRole('button', { name: /^显示.*的完整内容/ }))
    await user.type(await screen.findByRole('textbox', { name: /查看原因/ }), '核对证件')
    await user.click(screen.getByRole('button', { name: '显示并记录' }))
    expect(await screen.findByText('110101199003070016')).toBeTruthy()
    expect(reveal.sent).toEqual([{ declarationId: 'm1', rowNo: 1, reason: '核对证件' }])
    await user.keyboard('?')
    const keys = await screen.findByRole('dialog', { name: '审核快捷键' })
    expect(keys.textContent).toContain('1 2 3切换 人员变动、缴费变化、版本与经过')
    expect(keys.textContent).not.toContain('办结归档')
  })
})
