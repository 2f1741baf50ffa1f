import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, clerk, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import {
  CheckBackPaymentDocument,
  EmployerBackPaymentsDocument,
  StaffBackPaymentDocument,
} from './back-payment.generated.ts'
import type { BackPaymentRowFragment } from './back-payment.generated.ts'
import { RequestsPage } from './requests-page.tsx'
import { TaskPage } from './task-page.tsx'

const applied = {
  __typename: 'BackPayment' as const,
  mark: 'APPLIED.2',
  procedure: [],
  id: 'x1',
  number: 'BP-1',
  employerName: '甲公司',
  reason: '入职漏报',
  evidence: ['PAYROLL' as const],
  files: [],
  evidenceNote: '凭证 8 号',
  documentNo: null,
  state: 'APPLIED' as const,
  people: 1,
  premium: fen(370_300),
  lateFee: fen(2_037),
  finding: null,
  rejectionReason: null,
  appliedAt: '2026-09-06T02:00:00.000Z',
  spans: [],
  notices: [],
  steps: [],
  ownStep: 'CHECK' as const,
}
const checked: Unmasked<BackPaymentRowFragment> = {
  ...applied,
  state: 'CHECKED',
  finding: '已核对工资表',
  ownStep: null,
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('a back payment', () => {
  it('shows the employer where each stands, with the notices it became', async () => {
    const notices = [{ __typename: 'BackPaymentNotice' as const, id: 'b1', period: '2026-08', paid: true }]
    const backPayments = {
      __typename: 'BackPaymentConnection' as const,
      edges: [
        { __typename: 'BackPaymentEdge' as const, node: { ...applied, state: 'ISSUED' as const, notices } },
        { __typename: 'BackPaymentEdge' as const, node: { ...applied, id: 'x2', number: 'BP-2' } },
      ],
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
    }
    showPage(<RequestsPage />, {
      answers: [answer(EmployerBackPaymentsDocument, { employer: { __typename: 'Employer', id: 'e1', backPayments } })],
      viewer: clerk,
    })
    expect(await screen.findByRole('listitem', { name: 'BP-2' })).toBeTruthy()
    expect(screen.getByRole('link', { name: '2026年8月' }).getAttribute('href')).toBe('/employer/bills/b1')
    expect(screen.getAllByText(/凭证 8 号/)).toHaveLength(2)
    expect(await axeFindings()).toEqual([])
  })

  it('goes on at the desk: after the step every part shows the new state', async () => {
    let now: Unmasked<BackPaymentRowFragment> = applied
    const { user, askedOf } = showPage(<TaskPage />, {
      answers: [
        answer(StaffBackPaymentDocument, () => ({ backPayment: { ...applied, ...now } })),
        answer(CheckBackPaymentDocument, () => {
          now = checked
          return { checkBackPayment: { __typename: 'BackPaymentStepTaken', backPayment: checked } }
        }),
      ],
      viewer: staffWith('OFFICER'),
      path: '/staff/back-payments/:id',
      at: '/staff/back-payments/x1',
    })
    await user.type(await screen.findByRole('textbox', { name: /核对情况/ }), '已核对工资表')
    await user.click(screen.getByRole('button', { name: '核对无误' }))
    expect(await screen.findByText(/核对情况: 已核对工资表/)).toBeTruthy()
    expect(askedOf('CheckBackPayment')).toEqual([{ id: 'x1', decidedOn: 'APPLIED.2', finding: '已核对工资表' }])
  })
})
