import type { Unmasked } from '@apollo/client/masking'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { InspectionDocument, SubmitDeclarationDocument, UnitFormDocument } from './inspection.generated.ts'
import type { InspectionProgressFragment, SubmitDeclarationMutation, UnitFormQuery } from './inspection.generated.ts'
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
  window: 'OPEN',
  submittedAt: null,
  paperDueOn: null,
  paperReceivedOn: null,
  people: 3,
  errorCount: 0,
  actions: ['SUBMIT'],
  steps: [],
  notes: [],
  unitForm: { year: 2026, unitName: '甲', staffTotal: 3, legalRepresentativeName: '李明' },
  listFigures: null,
  issues: [],
  personnelRules: { __typename: 'PersonnelRules', today: '2026-11-23' },
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
      inspectionWindow: { __typename: 'InspectionWindow', year: 2026, opensOn: '2026-06-01', closesOn: '2026-12-31' },
    },
    inspection: { ...ready, events: [], current: null },
  })
  const shown = showPage(<ReviewPage />, { answers: [submit, form, page], at: '/review', path: '/review' })
  return { ...shown, submit, form }
}

afterEach(() => {
  cleanup()
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

  it('needs the promise and a name before it sends, then sends once and goes on', async () => {
    const { user, submit, address } = open(
      {},
      {
        __typename: 'DeclarationSubmitted',
        declaration: ready,
        receipt: { __typename: 'DeclarationVersion', id: 'w1', formNo: 'NJ2026000001' },
      },
    )
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

  it('loses nothing with the connection', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('checkbox', { name: /我已阅读并承诺/ }))
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    expect(await screen.findByText(/未能提交，填写的内容没有丢失/)).toBeTruthy()
    expect((screen.getByRole('checkbox', { name: /我已阅读并承诺/ }) as HTMLInputElement).checked).toBe(true)
  })
})
