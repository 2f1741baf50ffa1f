import { cleanup, screen, waitFor } from '@testing-library/react'
import { fen, period } from '@shebao/kernel'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { keptOf } from '../../../shared/drafts/shelf.ts'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { InspectionDocument, SubmitDeclarationDocument, UnitFormDocument } from './inspection.generated.ts'
import type { InspectionProgressFragment, SubmitDeclarationMutation, UnitFormQuery } from './inspection.generated.ts'
import { CheckBillDocument, CheckChangesDocument, CheckSettledDocument } from './check-changes.generated.ts'
import { ReviewPage } from './review-page.tsx'

type Inspection = NonNullable<Unmasked<UnitFormQuery>['inspection']> &
  Omit<InspectionProgressFragment, ' $fragmentName'>

const ready: Inspection = {
  __typename: 'Declaration',
  mark: 'UNDER_REVIEW.2',
  id: 'd1',
  year: 2026,
  status: 'READY',
  version: 0,
  unitRevision: 4,
  personnelRevision: 2,
  dueOn: '2026-12-31',
  overdue: false,
  submittedAt: null,
  paperDueOn: null,
  paperReceivedOn: null,
  people: 3,
  errorCount: 0,
  actions: ['SUBMIT'],
  steps: [],
  notes: [],
  unitForm: { year: 2026, unitName: '甲', staffTotal: 3, legalRepresentativeName: '李明' },
  issues: [],
}
const issue = (path: string, severity: 'ERROR' | 'WARNING', row: number | null = null) => ({
  __typename: 'Issue' as const,
  ruleId: `test.${path}`,
  severity,
  path,
  field: path.split('.').at(-1) ?? path,
  row,
  code: 'REQUIRED' as const,
  params: {},
})

const joiner = {
  __typename: 'ReviewPerson' as const,
  key: 'r3',
  rowNo: 3,
  idMasked: '110•••••0016',
  declaredName: '王*',
  registeredName: null,
  kinds: ['NEW' as const],
  declaredAverage: fen(1_000_000),
  registeredAverage: null,
  declaredInsurances: ['PENSION' as const],
  registeredInsurances: [],
}
const difference = {
  __typename: 'SettledRosterDifference' as const,
  id: 's1',
  kind: 'MISSING_IN_UNIT',
  idMasked: '110•••••0024',
  nameMasked: '赵*',
  resolution: 'STOP',
  reason: null,
  stopReason: 'STOP_RETIRED',
}
const nextBill = {
  __typename: 'NextBill' as const,
  period: period('2026-11'),
  people: 37,
  leavers: 1,
  total: fen(22_643_012),
  noticeNumber: null,
  lastNumber: 'N1',
  lastPeriod: '2026-10',
  lastPeople: 36,
  lastTotal: fen(22_377_718),
  lines: [
    {
      __typename: 'NextBillLine' as const,
      insurance: 'PENSION',
      next: fen(22_643_012),
      last: fen(22_377_718),
    },
  ],
}

const submitted: Unmasked<SubmitDeclarationMutation>['submitDeclaration'] = {
  __typename: 'DeclarationSubmitted',
  declaration: ready,
  receipt: { __typename: 'DeclarationVersion', id: 'w1', formNo: 'NJ2026000001' },
}

function open(given: Partial<Inspection> = {}, outcome?: Unmasked<SubmitDeclarationMutation>['submitDeclaration']) {
  const submit = answer(SubmitDeclarationDocument, () => {
    if (outcome === undefined) throw new Error('no answer')
    return { submitDeclaration: outcome }
  })
  const form = answer(UnitFormDocument, { inspection: { ...ready, ...given } })
  const page = answer(InspectionDocument, {
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
    inspection: { ...ready, events: [], current: null },
  })
  const pageInfo = { __typename: 'PageInfo' as const, endCursor: null, hasNextPage: false }
  const check = <Given extends object>(more: Given) => ({
    inspection: {
      __typename: 'Declaration' as const,
      id: 'd1',
      check: { __typename: 'DraftCheck' as const, id: 'd1', ...more },
    },
  })
  const changes = answer(
    CheckChangesDocument,
    check({
      changeCounts: {
        __typename: 'PersonChangeCounts' as const,
        different: 1,
        new: 1,
        left: 0,
        name: 0,
        participation: 0,
        wage: 0,
      },
      persons: {
        __typename: 'ReviewPeopleConnection' as const,
        edges: [{ __typename: 'ReviewPeopleEdge' as const, node: joiner }],
        pageInfo,
      },
    }),
  )
  const settled = answer(
    CheckSettledDocument,
    check({
      settledDifferences: {
        __typename: 'SettledRosterDifferenceConnection' as const,
        edges: [{ __typename: 'SettledRosterDifferenceEdge' as const, node: difference }],
        pageInfo,
      },
    }),
  )
  const bill = answer(CheckBillDocument, check({ nextBill }))
  const shown = showPage(<ReviewPage />, {
    answers: [submit, form, page, changes, settled, bill],
    at: '/review',
    path: '/review',
  })
  return { ...shown, submit, form, bill }
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

describe('checking and submitting', () => {
  it('lists by task what is missing, each a link to where it is put right, and offers no submitting', async () => {
    const { container } = open({
      errorCount: 2,
      issues: [
        issue('unit.staffRegular', 'ERROR'),
        issue('personnel[7].mobile', 'ERROR', 7),
        issue('unit.retirees', 'WARNING'),
      ],
    })
    expect(await screen.findByText('还有 2 处需要补充或更正')).toBeTruthy()
    expect(screen.getByText('1 处提示，不影响提交')).toBeTruthy()
    const targets = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(targets).toContain('/employer/inspection/unit/headcount#staffRegular')
    expect(targets).toContain('/employer/inspection/personnel?row=7')
    expect(screen.queryByRole('button', { name: '提交申报' })).toBeNull()
    expect(await axeFindings(container)).toEqual([])
  })

  it('is every answer with its way back, who changes, what was settled, and the next bill against the last', async () => {
    const { container } = open()
    const bill = await screen.findByRole('table', { name: '核定后的缴费' })
    expect(bill.textContent).toContain('226,430.12')
    expect(bill.textContent).toContain('223,777.18')
    expect(bill.textContent).toContain('+2,652.94')
    expect(screen.getByText(/其中 1 人本月停保/)).toBeTruthy()
    const change = screen.getAllByRole('link', { name: /^修改：/ }).map((link) => link.getAttribute('href'))
    expect(change).toContain('/employer/inspection/unit/bank')
    expect(change).toContain('/employer/inspection/personnel')
    expect(change).toContain('/employer/inspection/compare')
    expect((await screen.findByRole('table', { name: '职工变动' })).textContent).toContain('王*')
    const settled = await screen.findByRole('table', { name: '花名册差异的处理' })
    expect(settled.textContent).toContain('停保')
    expect(settled.textContent).toContain('退休')
    // The button comes last, after everything it sends was in sight.
    const button = screen.getByRole('button', { name: '提交申报' })
    expect(bill.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('needs the promise and a name before it sends, then sends once and goes on', async () => {
    const { user, submit, address } = open({}, submitted)
    await user.click(await screen.findByRole('button', { name: '提交申报' }))
    expect(await screen.findByText('请勾选承诺')).toBeTruthy()
    expect(submit.sent).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: /我已阅读并承诺/ }))
    await user.dblClick(screen.getByRole('button', { name: '提交申报' }))
    await waitFor(() => expect(address()).toBe('/employer/inspection'))
    expect(submit.sent).toEqual([
      { input: { declarationId: 'd1', unitRevision: 4, personnelRevision: 2, truthDeclared: true, signer: '李明' } },
    ])
  })

  it('says that a draft that changed meanwhile must be looked at, and reads it anew', async () => {
    const { user, form } = open({}, { __typename: 'DeclarationConflict', revision: 5 })
    await user.click(await screen.findByRole('checkbox', { name: /我已阅读并承诺/ }))
    const asked = form.sent.length
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    expect(await screen.findByText(/内容在您核对期间有改动/)).toBeTruthy()
    await waitFor(() => expect(form.sent.length).toBe(asked + 1))
  })

  it('brings signer and promise back after a reload, and asks for the promise again once the content is another', async () => {
    const { user } = open()
    const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /我已阅读并承诺/ })
    const signer = () => screen.getByRole<HTMLInputElement>('textbox', { name: /承诺人姓名/ })
    await user.click(await screen.findByRole('checkbox', { name: /我已阅读并承诺/ }))
    await user.clear(signer())
    await user.type(signer(), '王芳')
    cleanup()
    open()
    await screen.findByRole('button', { name: '提交申报' })
    expect([box().checked, signer().value]).toEqual([true, '王芳'])
    cleanup()
    open({ personnelRevision: 3 })
    await screen.findByRole('button', { name: '提交申报' })
    expect([box().checked, signer().value]).toEqual([false, '王芳'])
    expect(screen.getByText(/勾选承诺之后内容有改动/)).toBeTruthy()
  })

  it('loses nothing with the connection: the submission stays, asks before it is sent again, and is told of when it cannot be', async () => {
    await freshShelf()
    const { user } = open()
    await user.click(await screen.findByRole('checkbox', { name: /我已阅读并承诺/ }))
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    expect(await screen.findByText('有一份尚未送达的申报')).toBeTruthy()
    expect((screen.getByRole('checkbox', { name: /我已阅读并承诺/ }) as HTMLInputElement).checked).toBe(true)
    cleanup()
    sessionStorage.clear()
    // Another page of the same account, such as after a crash.
    const again = open({}, submitted)
    await again.user.click(await screen.findByRole('button', { name: '现在发送' }))
    await waitFor(() => expect(again.address()).toBe('/employer/inspection'))
    expect(again.submit.sent).toMatchObject([{ input: { unitRevision: 4, personnelRevision: 2, signer: '李明' } }])
    expect((await keptOf('a1/')).submissions).toEqual([])
    cleanup()
    const later = open()
    await later.user.click(await screen.findByRole('checkbox', { name: /我已阅读并承诺/ }))
    await later.user.click(screen.getByRole('button', { name: '提交申报' }))
    await screen.findByText('有一份尚未送达的申报')
    cleanup()
    open({ unitRevision: 5 })
    expect(await screen.findByText(/申报内容之后又有改动，不能再按当时的内容发送/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '现在发送' })).toBeNull()
    cleanup()
    open({ errorCount: 1, issues: [issue('unit.staffRegular', 'ERROR')] })
    expect(await screen.findByText(/现在不能发送，原因见本页/)).toBeTruthy()
  })
})
