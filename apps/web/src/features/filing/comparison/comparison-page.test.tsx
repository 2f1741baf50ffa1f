import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import {
  CompareRosterDocument,
  ComparisonPageDocument,
  DifferencesDocument,
  ReopenDifferencesDocument,
  ResolveDifferencesDocument,
  SettledStopsDocument,
} from './comparison.generated.ts'
import type { ComparisonPageQuery, DifferencesQuery } from './comparison.generated.ts'
import { StopOutlookDocument, StopOutlooksDocument } from '../stop-outlook/index.ts'
import { ComparisonPage } from './comparison-page.tsx'
import { SettledStops } from './settled-stops.tsx'

type Comparison = NonNullable<Unmasked<ComparisonPageQuery>['inspection']>['comparison']
type Node = Unmasked<DifferencesQuery>['declaration']['differences']['edges'][number]['node']

const rule = (resolution: Node['allowed'][number]['resolution'], needsReason: boolean, inBulk: boolean) => ({
  __typename: 'DifferenceResolutionRule' as const,
  resolution,
  needsReason,
  inBulk,
})
const side = (name: string, wage: number) => ({
  __typename: 'DifferenceSide' as const,
  name,
  idNumber: '110101199005060016',
  values: { statedMonthlyAverage: fen(wage) },
})
const difference = (id: string, given: Partial<Node> = {}): Node => ({
  __typename: 'RosterDifference',
  id,
  kind: 'WAGE_OR_BASE_DIFF',
  rows: [2],
  suggestedRow: null,
  resolution: null,
  reason: null,
  stopReason: null,
  reopenable: false,
  bureau: side('王芳', 900_000),
  unit: side('王芳', 1_000_000),
  allowed: [rule('ACCEPT_UNIT', false, true), rule('ACCEPT_BUREAU', true, false)],
  ...given,
})

function open(given: Partial<Comparison> = {}, nodes: Node[] = [difference('f1'), difference('f2')]) {
  const settled = new Map<string, Node>()
  const page = answer(ComparisonPageDocument, () => ({
    inspection: {
      __typename: 'Declaration',
      id: 'd1',
      year: 2026,
      personnelRevision: 3,
      comparison: {
        __typename: 'RosterComparison',
        stage: 'SETTLE',
        rosterVersion: 7,
        downloadedVersion: 7,
        comparedVersion: 7,
        rosterPeople: 12,
        open: nodes.length - settled.size,
        kinds: [
          {
            __typename: 'DifferenceKindCount',
            kind: 'WAGE_OR_BASE_DIFF',
            open: nodes.length - settled.size,
            settled: settled.size,
          },
        ],
        ...given,
      },
    },
  }))
  const list = answer(DifferencesDocument, ({ state }) => ({
    declaration: {
      __typename: 'Declaration',
      id: 'd1',
      differences: {
        __typename: 'DeclarationDifferencesConnection',
        edges: (state === 'OPEN' ? nodes.filter(({ id }) => !settled.has(id)) : [...settled.values()]).map((node) => ({
          __typename: 'DeclarationDifferencesConnectionEdge',
          node,
        })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  }))
  const resolve = answer(ResolveDifferencesDocument, ({ ids, allOfKind, resolution, reason }) => {
    if (resolution === 'STOP')
      return { resolveDifferences: { __typename: 'ResolveRefused', code: 'ROSTER_STALE', ids: [] } }
    for (const node of nodes)
      if (allOfKind || [ids].flat().includes(node.id))
        settled.set(node.id, { ...node, resolution, reason: reason ?? null, reopenable: true })
    return { resolveDifferences: { __typename: 'DifferencesResolved', ids: [...settled.keys()], revision: 4 } }
  })
  const reopen = answer(ReopenDifferencesDocument, ({ ids }) => {
    for (const id of [ids].flat()) settled.delete(id)
    return { reopenDifferences: { __typename: 'DifferencesResolved', ids: [ids].flat() } }
  })
  const compare = answer(CompareRosterDocument, {
    compareRoster: { __typename: 'CompareRefused', code: 'LIST_EMPTY' },
  })
  const outlook = answer(StopOutlookDocument, { stopOutlook: null })
  const answers = [page, list, resolve, reopen, compare, outlook]
  return { ...showPage(<ComparisonPage />, { answers }), resolve, reopen, outlook }
}

const cards = () => screen.getAllByRole('listitem', { name: /^工资或基数不同/ })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('comparing with the roster', () => {
  it('marks what differs, and one key settles a difference and goes to the next', async () => {
    const { container, user, resolve } = open()
    await waitFor(() => expect(cards()).toHaveLength(2))
    const [first] = cards()
    expect(
      within(first as HTMLElement)
        .getByRole('row', { name: /月均工资/ })
        .querySelectorAll('mark').length,
    ).toBe(2)
    expect(
      within(first as HTMLElement)
        .getByRole('row', { name: /姓名/ })
        .querySelector('mark'),
    ).toBeNull()
    expect(await axeFindings(container)).toEqual([])
    first?.focus()
    await user.keyboard('1')
    await waitFor(() => expect(cards()).toHaveLength(1))
    expect(resolve.sent).toEqual([{ declarationId: 'd1', ids: ['f1'], resolution: 'ACCEPT_UNIT' }])
    await waitFor(() => expect(document.activeElement).toBe(cards()[0]))
  })

  it('walks by arrow keys and asks for a reason where one is needed', async () => {
    const { user, resolve } = open()
    await waitFor(() => expect(cards()).toHaveLength(2))
    cards()[0]?.focus()
    await user.keyboard('{ArrowDown}2')
    const reason = screen.getByRole('textbox', { name: /“以花名册为准”的原因/ })
    expect(cards()[1]?.contains(reason)).toBe(true)
    await user.click(screen.getByRole('button', { name: '确定' }))
    expect(resolve.sent).toEqual([])
    await user.type(reason, '以实发为准')
    await user.click(screen.getByRole('button', { name: '确定' }))
    await waitFor(() => expect(cards()).toHaveLength(1))
    expect(resolve.sent).toEqual([
      { declarationId: 'd1', ids: ['f2'], resolution: 'ACCEPT_BUREAU', reason: '以实发为准' },
    ])
  })

  it('settles all of a kind after the question, and takes one back among those settled', async () => {
    const { user, resolve, reopen } = open()
    await user.click(await screen.findByRole('button', { name: '待处理的 2 处都“以我方为准”' }))
    expect(screen.queryByRole('button', { name: /都“以花名册为准”/ })).toBeNull()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '以我方为准' }))
    expect(await screen.findByText('此类差异已全部处理。')).toBeTruthy()
    expect(resolve.sent).toMatchObject([{ ids: [], allOfKind: 'WAGE_OR_BASE_DIFF', resolution: 'ACCEPT_UNIT' }])
    await user.click(screen.getByRole('radio', { name: '已处理' }))
    await waitFor(() => expect(cards()).toHaveLength(2))
    await user.click(within(cards()[0] as HTMLElement).getByRole('button', { name: '重新处理' }))
    await waitFor(() => expect(cards()).toHaveLength(1))
    expect(reopen.sent).toEqual([{ declarationId: 'd1', ids: ['f1'] }])
  })

  it('says why the office refused, and leaves the difference open', async () => {
    const { user } = open({}, [difference('f1', { allowed: [rule('STOP', true, false)] })])
    await user.click(await screen.findByRole('button', { name: /办理停保/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: '停保原因' }), '退休')
    await user.click(screen.getByRole('button', { name: '确定' }))
    expect(await screen.findByText('花名册已更新，请重新下载并比对。')).toBeTruthy()
    expect(cards()).toHaveLength(1)
  })

  it('opens each step only when the one before is done', async () => {
    open({ stage: 'DOWNLOAD', downloadedVersion: null, comparedVersion: null, kinds: [] })
    expect(await screen.findByRole('button', { name: '下载 xlsx' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '开始比对' })).toBeNull()
    cleanup()
    const { user } = open({ stage: 'COMPARE', comparedVersion: null, kinds: [] })
    await user.click(await screen.findByRole('button', { name: '开始比对' }))
    expect(await screen.findByText('名单中还没有人员，请先填写职工名单。')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: '第三步：处理差异' })).toBeNull()
  })

  it('says what a stop breaks before it is settled', async () => {
    const { user, outlook } = open({}, [difference('f1', { allowed: [rule('STOP', true, false)], unit: null })])
    await user.click(await screen.findByRole('button', { name: /停保/ }))
    expect(outlook.sent).toEqual([])
    await user.selectOptions(screen.getByRole('combobox', { name: /停保原因/ }), 'STOP_RETIRED')
    expect(await screen.findByText('参保登记中本单位没有此人，不影响已有的参保。')).toBeTruthy()
    expect(outlook.sent).toMatchObject([{ idNumber: '110101199005060016', type: 'STOP_RETIRED', individualId: null }])
  })
  it('adds up what all settled stops break, other resolutions left out', async () => {
    const stops = answer(SettledStopsDocument, ({ after }) => ({
      declaration: {
        __typename: 'Declaration',
        id: 'd1',
        differences: {
          __typename: 'DeclarationDifferencesConnection',
          edges: [stopEdge(after ? 's2' : 's1', 'STOP'), stopEdge(after ? 'r2' : 'r1', 'RESTORE')],
          pageInfo: { __typename: 'PageInfo', hasNextPage: !after, endCursor: 'c1' },
        },
      },
    }))
    const outlooks = answer(StopOutlooksDocument, { stopOutlooks: [brief, brief] })
    showPage(<SettledStops declarationId="d1" settled={4} />, { answers: [stops, outlooks] })
    expect(await screen.findByText('这 2 项停保会带来什么')).toBeTruthy()
    expect(await screen.findByText(/其中 2 人退休前已凑不满/)).toBeTruthy()
    const asked = { idNumber: '110101199005060016', type: 'STOP_RETIRED' }
    expect(outlooks.sent).toMatchObject([{ stops: [asked, asked] }])
  })
})

const stopEdge = (id: string, resolution: Node['resolution']) => ({
  __typename: 'DeclarationDifferencesConnectionEdge' as const,
  node: {
    __typename: 'RosterDifference' as const,
    id,
    resolution,
    stopReason: resolution === 'STOP' ? ('STOP_RETIRED' as const) : null,
    bureau: { __typename: 'DifferenceSide' as const, idNumber: '110101199005060016' },
  },
})
const brief = {
  __typename: 'StopOutlook' as const,
  firstMonthWithout: '2026-12',
  monthsMissing: 159,
  monthsUntilRetirement: 52,
  canStillReach: false,
  unemployedListDue: null,
}
