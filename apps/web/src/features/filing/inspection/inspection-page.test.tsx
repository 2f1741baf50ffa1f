import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { InspectionDocument, OpenInspectionDocument, WithdrawDeclarationDocument } from './inspection.generated.ts'
import type { InspectionProgressFragment, InspectionQuery } from './inspection.generated.ts'
import { InspectionPage } from './inspection-page.tsx'
import { PrintPage } from './print-page.tsx'

type Inspection = NonNullable<Unmasked<InspectionQuery>['inspection']> &
  Omit<InspectionProgressFragment, ' $fragmentName'>

const step = (id: Inspection['steps'][number]['id'], group: string, given: Partial<Inspection['steps'][number]>) => ({
  __typename: 'DeclarationStep' as const,
  id,
  group,
  state: 'TODO' as const,
  missing: 0,
  warnings: 0,
  blockedBy: null,
  ...given,
})

const inspection: Inspection = {
  __typename: 'Declaration',
  mark: 'UNDER_REVIEW.2',
  id: 'd1',
  year: 2026,
  status: 'PERSONNEL_OPEN',
  version: 0,
  unitRevision: 4,
  personnelRevision: 1,
  dueOn: '2026-12-31',
  overdue: false,
  submittedAt: null,
  paperDueOn: null,
  paperReceivedOn: null,
  people: 3,
  errorCount: 9,
  actions: ['SUBMIT'],
  steps: [
    step('basics', 'unit', { state: 'DONE' }),
    step('headcount', 'unit', { missing: 9 }),
    step('personnel', 'people', { warnings: 2 }),
    step('review', 'finish', { state: 'BLOCKED', blockedBy: 'INCOMPLETE' }),
  ],
  notes: [],
  events: [
    {
      __typename: 'DeclarationEvent',
      id: 'v1',
      version: 0,
      action: 'OPEN',
      actorKind: 'EMPLOYER',
      at: '2026-11-20T02:00:00Z',
    },
  ],
  current: null,
}
const submitted: Partial<Inspection> = {
  status: 'SUBMITTED',
  version: 1,
  submittedAt: '2026-11-23T02:32:00Z',
  actions: ['WITHDRAW'],
  current: {
    __typename: 'DeclarationVersion',
    id: 'w1',
    formNo: 'NJ2026000001',
    contentHash: 'c0ffee0123456789abcdef',
    verifyCode: '7K3M-Q2XD-9WTA-B4HC',
  },
}

function answersOf(given: Partial<Inspection> | null) {
  const of = (declaration: Inspection | null): Unmasked<InspectionQuery> => ({
    employer: {
      __typename: 'Employer',
      id: 'e1',
      name: '甲公司',
      inspectionWindow: {
        __typename: 'InspectionWindow',
        year: 2026,
        opensOn: '2026-06-01',
        closesOn: '2026-12-31',
        passed: false,
      },
    },
    inspection: declaration,
  })
  let withdrawn = false
  const query = answer(InspectionDocument, () =>
    of(given === null ? null : { ...inspection, ...(withdrawn ? {} : given) }),
  )
  const withdraw = answer(WithdrawDeclarationDocument, () => {
    withdrawn = true
    return { withdrawDeclaration: { __typename: 'DeclarationChanged', declaration: inspection } }
  })
  const start = answer(OpenInspectionDocument, {
    openInspection: { __typename: 'DeclarationRefused', reason: 'WINDOW_NOT_OPEN', date: '2027-06-01' },
  })
  return { query, withdraw, start }
}

function open(given: Partial<Inspection> | null, language: 'zh-CN' | 'en' = 'zh-CN') {
  const answers = answersOf(given)
  return { ...showPage(<InspectionPage />, { answers: Object.values(answers), language }), ...answers }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the annual inspection', () => {
  it('is a list of tasks, each with what is missing or why it waits, and goes on at the first', async () => {
    const { container } = open({})
    expect((await screen.findByRole('link', { name: '继续填写' })).getAttribute('href')).toBe(
      '/employer/inspection/unit/headcount',
    )
    const people = screen.getByRole('list', { name: '职工' })
    expect(people.textContent).toContain('3 人')
    expect(people.textContent).toContain('另有 2 处提示，不影响提交')
    expect(screen.getByRole('list', { name: '单位信息' }).textContent).toContain('9')
    expect(screen.getByRole('list', { name: '提交与存档' }).textContent).toContain('前面还有缺项')
    const timeline = screen.getByRole('list', { name: '办理进度' })
    expect(within(timeline).getByText('开始填写')).toBeTruthy()
    expect(within(timeline).getByText('单位提交')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('that is overdue can still be filed, and says that it will be marked as late', async () => {
    open({ overdue: true })
    expect(await screen.findByText('本年度内仍可提交，提交后记为逾期申报。核定后的基数与按期申报的相同。')).toBeTruthy()
    expect(screen.getByRole('link', { name: '继续填写' })).toBeTruthy()
  })

  it('that was returned names every note at its field, in English too', async () => {
    const note = {
      __typename: 'ReviewNote' as const,
      id: 'n1',
      path: 'unit.staffRegular',
      text: '与上年不一致',
      state: 'OPEN' as const,
      row: null,
      answer: null,
    }
    const { container } = open({ status: 'RETURNED', version: 1, notes: [note] }, 'en')
    const line = (await screen.findByText(/与上年不一致/)).closest('li') as HTMLElement
    expect(within(line).getByText('To do')).toBeTruthy()
    expect(within(line).getByRole('button', { name: 'Answer in writing' })).toBeTruthy()
    expect(within(line).getByRole('link').getAttribute('href')).toBe('/employer/inspection/unit/headcount#staffRegular')
    expect(container.textContent).toContain('version 2')
  })

  it('that was submitted shows its receipt and is taken back after the question only', async () => {
    const { user, withdraw } = open(submitted)
    expect(await screen.findByText('NJ2026000001')).toBeTruthy()
    expect(screen.getByText('c0ffee0123456789…')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '撤回' }))
    const dialog = await screen.findByRole('dialog', { name: '撤回已提交的申报？' })
    expect(withdraw.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '撤回' }))
    expect(await screen.findByRole('link', { name: '继续填写' })).toBeTruthy()
    expect(withdraw.sent).toEqual([{ id: 'd1', decidedOn: 'UNDER_REVIEW.2' }])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('that has not opened says when it does', async () => {
    const { user } = open(null)
    await user.click(await screen.findByRole('button', { name: '开始申报' }))
    expect(await screen.findByText('申报尚未开始')).toBeTruthy()
    expect(screen.getByText(/2027年6月1日/)).toBeTruthy()
  })
})

describe('printing', () => {
  it('offers the submitted version in both languages with its receipt, and nothing before it is submitted', async () => {
    showPage(<PrintPage />, { answers: [answersOf({ ...submitted, paperDueOn: '2027-01-15' }).query] })
    expect((await screen.findByRole('link', { name: '英文申报表（PDF）' })).getAttribute('href')).toBe(
      '/documents/inspection/d1/1.pdf?lang=en',
    )
    expect(screen.getByText('7K3M-Q2XD-9WTA-B4HC')).toBeTruthy()
    expect(screen.getByText(/2027年1月15日前送交/)).toBeTruthy()
    cleanup()
    showPage(<PrintPage />, { answers: [answersOf(submitted).query] })
    // As long as the office has not accepted it, no day is named that the list of tasks does not know.
    expect(await screen.findByText(/核定后才收纸质材料/)).toBeTruthy()
    expect(screen.queryByText(/前送交/)).toBeNull()
    cleanup()
    showPage(<PrintPage />, { answers: [answersOf({}).query] })
    expect(await screen.findByText('提交之后才能打印')).toBeTruthy()
    expect(screen.queryByRole('link', { name: /PDF/ })).toBeNull()
  })
})
