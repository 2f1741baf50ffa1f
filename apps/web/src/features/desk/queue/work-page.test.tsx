import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import type { SignedInViewer } from '../../../shared/lib/viewer-context.tsx'
import { WorkPage } from './work-page.tsx'
import type { WorkRow } from './work-row.ts'
import { AssignWorkDocument, WorkColleaguesDocument } from './assign-dialog.generated.ts'
import { RecommendationOutlookDocument, RecommendDeclarationsDocument } from './bulk-dialog.generated.ts'
import { WorkCountsDocument } from './work-counts.generated.ts'
import { ReleaseWorkDocument, TakeOverWorkDocument, TakeWorkDocument, WorkDocument } from './work.generated.ts'
import type { AssignWorkMutation } from './assign-dialog.generated.ts'
import type { RecommendationOutlookQuery } from './bulk-dialog.generated.ts'
import type { TakeWorkMutation } from './work.generated.ts'

const row = (name: string, given: Partial<WorkRow> = {}): WorkRow => ({
  __typename: 'WorkItem',
  id: `annual-declaration ${name}`,
  lifecycle: 'ANNUAL_DECLARATION',
  caseId: name,
  state: 'SUBMITTED',
  revision: 2,
  step: 'ANNUAL_DECLARATION_START_REVIEW',
  standing: 'MAY',
  number: 'NJ2026-1',
  employerName: `单位${name}`,
  subject: null,
  since: '2026-11-20T02:00:00Z',
  waitingDays: 3,
  dueOn: '2026-12-31',
  amount: null,
  quantity: 36,
  overdue: false,
  ownerId: null,
  ownerName: null,
  mine: false,
  stale: false,
  givenBecause: null,
  ruleNumber: null,
  inTurn: null,
  standIn: false,
  elsewhere: false,
  ...given,
})
const refund = row('退', {
  id: 'refund r1',
  lifecycle: 'REFUND',
  caseId: 'r1',
  state: 'APPROVED',
  step: 'REFUND_PAY_OUT',
  standing: 'SAME_PERSON',
  number: 'TF1',
  amount: fen(370_300),
  dueOn: null,
  quantity: null,
  subject: '张*',
  ownerId: 'S2',
  ownerName: '周复核',
})
const colleague = { __typename: 'WorkColleague' as const, inHand: 2 }
const count = { __typename: 'WorkCount' as const, taken: 0, others: 4, overdue: 0, stale: 0, standIn: 0 }

const nobodys = {
  __typename: 'WorkItem' as const,
  ownerId: null,
  ownerName: null,
  mine: false,
  stale: false,
  givenBecause: null,
}

type Looked = RecommendationOutlookQuery['recommendationOutlook'][number]
const looked = (id: string, given: Partial<Looked> = {}): Looked => ({
  __typename: 'BulkRecommendation',
  declarationId: id,
  employerName: `单位${id}`,
  outcome: 'CLEAR',
  people: 36,
  fields: 0,
  changed: 0,
  warnings: 0,
  ...given,
})

function open(
  rows: WorkRow[],
  given: {
    at?: string
    role?: SignedInViewer['roles'][number]
    taken?: TakeWorkMutation['takeWork']
    assigned?: AssignWorkMutation['assignWork']
    outlook?: Looked[]
    done?: Looked[]
  } = {},
) {
  const { at = '/staff', role = 'OFFICER', taken, assigned, outlook = [], done = [] } = given
  const list = answer(WorkDocument, ({ after }) => ({
    work: {
      __typename: 'WorkConnection',
      edges: (after ? [row('后')] : rows).map((node) => ({ __typename: 'WorkEdge', node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: !after && rows.length > 3, endCursor: 'x' },
    },
  }))
  const counts = answer(WorkCountsDocument, {
    workCounts: [
      { ...count, lifecycle: 'ANNUAL_DECLARATION', mine: 7, barred: 0 },
      { ...count, lifecycle: 'REFUND', mine: 0, barred: 2, overdue: 1, stale: 3 },
    ],
  })
  const own = { ...nobodys, id: rows[0]?.id ?? '', ownerId: 'S1', ownerName: '王审核', mine: true }
  const take = answer(TakeWorkDocument, {
    takeWork: taken ?? { __typename: 'AssignmentResult', outcome: 'DONE', item: own },
  })
  const release = answer(ReleaseWorkDocument, {
    releaseWork: { __typename: 'AssignmentResult', outcome: 'DONE', item: { ...own, ...nobodys } },
  })
  const takeOver = answer(TakeOverWorkDocument, {
    takeOverWork: { __typename: 'AssignmentResult', outcome: 'DONE', item: own },
  })
  const colleagues = answer(WorkColleaguesDocument, {
    workColleagues: [
      { ...colleague, accountId: 'S2', name: '周复核', standing: 'MAY' },
      { ...colleague, accountId: 'S3', name: '钱主任', standing: 'MAY' },
      { ...colleague, accountId: 'S4', name: '何经办', standing: 'SAME_PERSON' },
      { ...colleague, accountId: 'S5', name: '吴经办', standing: 'NOT_PERMITTED' },
    ],
  })
  const assign = answer(AssignWorkDocument, {
    assignWork: assigned ?? {
      __typename: 'AssignmentResult',
      outcome: 'DONE',
      item: { ...nobodys, id: own.id, ownerId: 'S3', ownerName: '钱主任' },
    },
  })
  const look = answer(RecommendationOutlookDocument, { recommendationOutlook: outlook })
  const recommend = answer(RecommendDeclarationsDocument, { recommendDeclarations: done })
  const shown = showPage(<WorkPage />, {
    answers: [list, counts, take, takeOver, colleagues, assign, release, look, recommend],
    at,
    viewer: staffWith(role),
  })
  return { ...shown, list, take, takeOver, assign, release, recommend }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('my work', () => {
  it('says of a monthly declaration which month it is about, and does not choose it for recommending together', async () => {
    const monthly = { lifecycle: 'MONTHLY_DECLARATION', step: 'MONTHLY_DECLARATION_START_REVIEW' } as const
    open([row('月', { ...monthly, id: 'monthly-declaration 月', subject: '2026-11 REVISED', quantity: 3 })])
    const line = await screen.findByRole('row', { name: /单位月/ })
    expect(line.textContent).toContain('月度申报 · 2026年11月 · 更正 · NJ2026-1 · 3 项')
    expect(within(line).getByRole('link', { name: '单位月' }).getAttribute('href')).toBe('/staff/monthly/月')
    expect(within(line).queryByRole('checkbox')).toBeNull()
  })

  it('says what waits, for how long, whose it is and what to do, and leads there', async () => {
    const { container, list } = open([row('甲'), refund])
    const first = await screen.findByRole('row', { name: /单位甲/ })
    expect(within(first).getByRole('link').getAttribute('href')).toBe('/staff/declarations/甲')
    expect(within(first).getByText('开始审核')).toBeTruthy()
    expect(within(first).getByText('3 天')).toBeTruthy()
    expect(within(first).getByText('无人领取')).toBeTruthy()
    const second = screen.getByRole('row', { name: /单位退/ })
    expect(within(second).getByRole('link').getAttribute('href')).toBe('/staff/refunds/r1')
    expect(within(second).getByText('3,703.00')).toBeTruthy()
    expect(within(second).getByText('您已参与，须由他人办理')).toBeTruthy()
    expect(within(second).getByText('周复核')).toBeTruthy()
    expect(within(second).queryByRole('button')).toBeNull()
    expect(list.sent).toEqual([
      { lifecycle: null, standing: 'MAY', owner: 'ANYBODY', sort: 'LONGEST', district: null, after: null },
    ])
    expect(await axeFindings(container)).toEqual([])
  })

  it('keeps desk, scope, owner and order in the address, and says what is hidden', async () => {
    const { user, list, address } = open([row('甲')], { at: '/staff?desk=REFUND&view=barred&owner=ME&sort=AMOUNT' })
    await screen.findByRole('row', { name: /单位甲/ })
    expect(list.sent.at(-1)).toEqual({
      lifecycle: 'REFUND',
      standing: 'SAME_PERSON',
      owner: 'ME',
      sort: 'AMOUNT',
      district: null,
      after: null,
    })
    await user.selectOptions(screen.getByRole('combobox', { name: '排序' }), '截止日在前')
    expect(address()).toBe('/staff?desk=REFUND&view=barred&owner=ME&sort=DUE')
    await user.click(screen.getByRole('link', { name: /^等我办理/ }))
    expect(address()).toBe('/staff?owner=ME&sort=DUE')
    expect(await screen.findByText(/2 件您已参与/)).toBeTruthy()
    await user.click(screen.getByRole('link', { name: '查看' }))
    expect(address()).toBe('/staff?owner=ME&sort=DUE&view=barred')
  })

  it('is taken and given back by key and button, and a faster colleague is named', async () => {
    const { user, take, release } = open([row('甲')])
    await screen.findByRole('row', { name: /单位甲/ })
    await user.keyboard('jt')
    expect(await screen.findByText('您')).toBeTruthy()
    expect(take.sent).toEqual([{ lifecycle: 'ANNUAL_DECLARATION', caseId: '甲', state: 'SUBMITTED' }])
    await user.click(screen.getByRole('button', { name: '放回：单位甲' }))
    await waitFor(() => expect(screen.queryByText('您')).toBeNull())
    expect(release.sent).toHaveLength(1)
    cleanup()
    const owned = { ...nobodys, id: 'annual-declaration 甲', ownerId: 'S2', ownerName: '周复核' }
    const faster = open([row('甲')], { taken: { __typename: 'AssignmentResult', outcome: 'OWNED', item: owned } })
    await faster.user.click(await screen.findByRole('button', { name: '领取：单位甲' }))
    expect(await screen.findByText('“单位甲”已由周复核领取。')).toBeTruthy()
  })

  it('reads the list anew when a case has moved on', async () => {
    const moved = { __typename: 'AssignmentResult' as const, outcome: 'MOVED_ON' as const, item: null }
    const { user, list } = open([row('甲')], { taken: moved })
    await user.click(await screen.findByRole('button', { name: '领取：单位甲' }))
    expect(await screen.findByText(/已不在这一步/)).toBeTruthy()
    await waitFor(() => expect(list.sent.length).toBe(2))
  })

  it('offers nothing to take to an auditor, and says when nothing waits', async () => {
    open([row('甲', { standing: 'NOT_PERMITTED' })], { role: 'AUDITOR', at: '/staff?view=others' })
    expect(await screen.findByText('由其他岗位办理')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /领取/ })).toBeNull()
    expect(screen.queryByRole('checkbox')).toBeNull()
    cleanup()
    open([])
    expect(await screen.findByText('没有等您办理的事项')).toBeTruthy()
  })
})

describe('work of colleagues', () => {
  const lying = row('旧', { ownerId: 'S2', ownerName: '周复核', stale: true, overdue: true })

  it('is taken over once it was left lying, and what is late is said', async () => {
    const { user, takeOver } = open([lying, row('新', { ownerId: 'S2', ownerName: '周复核' })])
    const line = await screen.findByRole('row', { name: /单位旧/ })
    expect(within(line).getByText('久未办理')).toBeTruthy()
    expect(within(line).getByText('已过截止日')).toBeTruthy()
    expect(within(screen.getByRole('row', { name: /单位新/ })).queryByRole('button')).toBeNull()
    expect(await screen.findByText(/1 件已过截止日/)).toBeTruthy()
    expect(screen.getByText(/3 件领取后久未办理/)).toBeTruthy()
    await user.click(within(line).getByRole('button', { name: '接手：单位旧' }))
    expect(await within(line).findByText('您')).toBeTruthy()
    const { caseId, state, lifecycle } = lying
    expect(takeOver.sent).toEqual([{ lifecycle, caseId, state, owner: 'S2' }])
  })

  it('is given by name and with a reason; who cannot have it is named', async () => {
    const { user, assign } = open([lying], { role: 'HEAD' })
    await user.click(await screen.findByRole('button', { name: '指派：单位旧' }))
    const dialog = await screen.findByRole('dialog')
    const whom = await within(dialog).findByRole('combobox', { name: '指派给' })
    expect(within(dialog).queryByRole('option', { name: /周复核/ })).toBeNull()
    expect(within(dialog).getByText('已参与本件，按双人复核规定不能再办：何经办')).toBeTruthy()
    expect(within(dialog).getByText('岗位无此权限：吴经办')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: '指派' }))
    expect(await within(dialog).findByText('请选择同事')).toBeTruthy()
    expect(await axeFindings(dialog)).toEqual([])
    await user.selectOptions(whom, '钱主任（手上 2 件）')
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '出差交接')
    await user.click(within(dialog).getByRole('button', { name: '指派' }))
    expect(await screen.findByText(/已指派给钱主任/)).toBeTruthy()
    const { caseId, state, lifecycle } = lying
    expect(assign.sent).toEqual([{ lifecycle, caseId, state, accountId: 'S3', owner: 'S2', reason: '出差交接' }])
  })

  it('stays as it was typed when the owner has changed meanwhile', async () => {
    const item = { ...nobodys, id: lying.id, ownerId: 'S9', ownerName: '孙复核' }
    const { user } = open([lying], {
      role: 'REVIEWER',
      assigned: { __typename: 'AssignmentResult', outcome: 'OWNED', item },
    })
    await user.click(await screen.findByRole('button', { name: '指派：单位旧' }))
    const dialog = await screen.findByRole('dialog')
    await user.selectOptions(await within(dialog).findByRole('combobox', { name: '指派给' }), '钱主任（手上 2 件）')
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '出差交接')
    await user.click(within(dialog).getByRole('button', { name: '指派' }))
    expect(await within(dialog).findByText(/经手人已变为孙复核/)).toBeTruthy()
    expect(within(dialog).getByDisplayValue('出差交接')).toBeTruthy()
  })
})

describe('recommending together', () => {
  it('says beforehand what would happen to each, and sends only what is clear, as it was seen', async () => {
    const differs = looked('乙', { outcome: 'DIFFERS', fields: 1, changed: 2, warnings: 3 })
    const { user, recommend } = open([row('甲'), row('乙', { revision: 1 }), refund], {
      outlook: [looked('甲'), differs],
      done: [looked('甲', { outcome: 'RECOMMENDED' })],
    })
    await screen.findByRole('row', { name: /单位甲/ })
    expect(screen.getAllByRole('checkbox')).toHaveLength(2)
    await user.keyboard('jx')
    await user.click(screen.getByRole('checkbox', { name: '选中 单位乙' }))
    expect(screen.getByText('已选 2 份申报')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '批量建议通过' }))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByText(/1 份（共 36 人）与登记完全一致/)).toBeTruthy()
    expect(within(dialog).getByText('单位信息 1 项、人员 2 人与登记不一致，系统提示 3 条')).toBeTruthy()
    expect(await axeFindings(dialog)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '建议通过 1 份' }))
    expect(await within(dialog).findByText(/已建议通过 1 份/)).toBeTruthy()
    expect(recommend.sent).toEqual([{ declarations: [{ declarationId: '甲', version: 2 }] }])
    await user.click(within(dialog).getByRole('button', { name: '关闭' }))
    expect(screen.queryByText(/已选/)).toBeNull()
  })

  it('says which of them somebody else was faster with', async () => {
    const { user } = open([row('甲')], {
      outlook: [looked('甲')],
      done: [looked('甲', { outcome: 'NOT_WAITING' })],
    })
    await user.click(await screen.findByRole('button', { name: '选中可批量建议通过的申报' }))
    await user.click(screen.getByRole('button', { name: '批量建议通过' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(await within(dialog).findByRole('button', { name: '建议通过 1 份' }))
    expect(await within(dialog).findByText('1 份没有办理：')).toBeTruthy()
    expect(within(dialog).getByText('已有人办理过')).toBeTruthy()
  })

  it('offers nothing where all differ', async () => {
    const { user } = open([row('甲')], { outlook: [looked('甲', { outcome: 'VERSION_CHANGED' })] })
    await user.click(await screen.findByRole('button', { name: '选中可批量建议通过的申报' }))
    await user.click(screen.getByRole('button', { name: '批量建议通过' }))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByText(/须逐份审核/)).toBeTruthy()
    expect(within(dialog).getByText('单位已提交新版本')).toBeTruthy()
    expect(within(dialog).queryByRole('button', { name: /建议通过/ })).toBeNull()
  })
})

it('a long list says how far it is shown, and goes on by the next page', async () => {
  const { user } = open(['甲', '乙', '丙', '丁'].map((name) => row(name)))
  expect(await screen.findByText('已显示 4 件，共 7 件。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '再显示 20 件' }))
  expect(await screen.findByRole('link', { name: '单位后' })).toBeTruthy()
  expect(screen.queryByText(/已显示/)).toBeNull()
  cleanup()
  // By owner the counts do not tell how many: that there are more is said, and no number that may be wrong.
  open(
    ['甲', '乙', '丙', '丁'].map((name) => row(name)),
    { at: '/staff?owner=ME' },
  )
  expect(await screen.findByText('已显示 4 件，后面还有。')).toBeTruthy()
})
