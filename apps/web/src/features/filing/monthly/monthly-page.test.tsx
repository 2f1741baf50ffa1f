import { cleanup, screen } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import {
  MonthlyDutiesDocument,
  MonthlyListDocument,
  MonthlyWindowDocument,
  OpenMonthlyDocument,
  ReportUnemployedListDocument,
} from './monthly.generated.ts'
import type { MonthlyListQuery, OpenMonthlyMutation } from './monthly.generated.ts'
import { MonthlyPage } from './monthly-page.tsx'
import { windowAnswer } from './testing/monthly-office.ts'

type Listed = MonthlyListQuery['employer']['monthlyDeclarations']['edges'][number]['node']

const month = (given: Partial<Listed> = {}): Listed => ({
  __typename: 'MonthlyDeclaration',
  id: 'm1',
  period: '2026-11',
  filing: 'REGULAR',
  sequence: 0,
  state: 'DRAFT',
  editable: true,
  dueOn: '2026-11-20',
  submittedAt: null,
  savedAt: '2026-11-12T02:00:00Z',
  counts: { __typename: 'MonthlyChangeCounts', changes: 2 },
  ...given,
})

const list = (months: readonly Listed[]) =>
  answer(MonthlyListDocument, {
    employer: {
      __typename: 'Employer',
      id: 'e1',
      monthlyDeclarations: {
        __typename: 'MonthlyDeclarationsConnection',
        edges: months.map((node) => ({ __typename: 'MonthlyDeclarationsEdge' as const, node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  })

const duty = {
  __typename: 'UnemployedListDuty',
  id: 'u1',
  declarationId: 'm0',
  dueOn: '2026-11-10',
  people: 2,
  reportedOn: null,
} as const

function open(months: readonly Listed[], outcome?: OpenMonthlyMutation['openMonthlyDeclaration'], refused = false) {
  let reported = false
  const opening = answer(OpenMonthlyDocument, () => {
    if (!outcome) throw new Error('down')
    return { openMonthlyDeclaration: outcome }
  })
  const forbidden = answer(MonthlyWindowDocument, () => {
    throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } })
  })
  const duties = answer(MonthlyDutiesDocument, () => ({ unemployedListDuties: reported ? [] : [duty] }))
  const report = answer(ReportUnemployedListDocument, () => {
    reported = true
    return { reportUnemployedList: { ...duty, reportedOn: '2026-11-12' } }
  })
  const answers = [list(months), opening, duties, report, refused ? forbidden : windowAnswer()]
  return {
    ...showPage(<MonthlyPage />, { answers, path: '/employer/monthly', at: '/employer/monthly', viewer: clerk }),
    opening,
  }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the months', () => {
  it('begin with the one that is open, until when and how, and lead on where it was begun', async () => {
    const { container } = open([
      month(),
      month({ id: 'm0', period: '2026-10', state: 'PAID', editable: false, submittedAt: '2026-10-12T02:00:00Z' }),
    ])
    expect(await screen.findByRole('heading', { name: '2026年11月' })).toBeTruthy()
    expect(screen.getByText(/2026年11月20日（每月 20 日/)).toBeTruthy()
    expect(screen.getByText(/没有变动的月份不用申报/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '继续填写' }).getAttribute('href')).toBe('/employer/monthly/m1')
    expect(screen.getByText('已缴清')).toBeTruthy()
    expect(await screen.findByText(/2 人，应于2026年11月10日前报送，已逾期/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('open one at the first press, however often it is pressed', async () => {
    const { user, opening, address } = open([], {
      __typename: 'MonthlyOpened',
      declaration: { __typename: 'MonthlyDeclaration', id: 'm9' },
    })
    await user.dblClick(await screen.findByRole('button', { name: '开始2026年11月申报' }))
    await vi.waitFor(() => expect(address()).toBe('/employer/monthly/m9'))
    expect(opening.sent).toEqual([{ period: '2026-11', filing: 'REGULAR' }])
  })

  it('say why an earlier one cannot be corrected, and what can be done', async () => {
    const { user, opening } = open([], { __typename: 'MonthlyNotOpened', reason: 'NOTHING_TO_REVISE', open: '2026-11' })
    await user.selectOptions(await screen.findByRole('combobox', { name: '所属期' }), '2026-09')
    await user.click(screen.getByRole('button', { name: '更正这个月' }))
    expect((await screen.findByRole('alert')).textContent).toContain('2026年9月没有已核定的申报')
    expect(opening.sent).toEqual([{ period: '2026-09', filing: 'REVISED' }])
  })

  it('take the word that the list of unemployed people was reported', async () => {
    const { user } = open([])
    await user.click(await screen.findByRole('button', { name: '名单已报送' }))
    await vi.waitFor(() => expect(screen.queryByText('失业人员名单')).toBeNull())
  })

  it('are shown to who may only look, without what they may not do', async () => {
    open([month()], undefined, true)
    expect(await screen.findByText(/您的账号可以查看申报，不能开始或修改/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '2026年11月' })).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
