import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, clerk, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import {
  ApproveRefundDocument,
  ConfirmRefundReceiptDocument,
  EmployerRefundsDocument,
  StaffRefundDocument,
} from './refund.generated.ts'
import { step } from '../../../shared/testing/procedure.ts'
import { RefundsPage } from './refunds-page.tsx'
import type { RefundCardFragment } from './refunds-page.generated.ts'
import { TaskPage } from './task-page.tsx'

const applied: Unmasked<RefundCardFragment> = {
  __typename: 'Refund',
  mark: 'APPLIED.2',
  id: 'r1',
  number: 'TK-1',
  source: 'MONTH',
  reason: 'OVER_DECLARED',
  state: 'APPLIED',
  employerName: '甲公司',
  person: '王*',
  idMasked: '1101****0016',
  period: '2026-08',
  amount: fen(29_700),
  personalShare: fen(8_000),
  receiptSigned: false,
  files: [],
  accountMasked: '****6789',
  bankReference: null,
  rejectionReason: null,
  explanation: '工资多报',
  appliedAt: '2026-09-06T02:00:00.000Z',
  steps: [],
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('a refund', () => {
  it('asks the employer for the receipt it lacks, and shows it once it is there', async () => {
    const refunds = {
      __typename: 'RefundConnection' as const,
      edges: [{ __typename: 'RefundEdge' as const, node: applied }],
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
    }
    const { user, askedOf } = showPage(<RefundsPage />, {
      answers: [
        answer(EmployerRefundsDocument, { employer: { __typename: 'Employer', id: 'e1', refunds } }),
        answer(ConfirmRefundReceiptDocument, {
          confirmRefundReceipt: { __typename: 'RefundStepTaken', refund: { ...applied, receiptSigned: true } },
        }),
      ],
      viewer: clerk,
    })
    expect(await screen.findByRole('listitem', { name: 'TK-1' })).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: '确认本人已签收' }))
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: '确认本人已签收' })).toBeNull())
    expect(askedOf('ConfirmRefundReceipt')).toEqual([{ id: 'r1', decidedOn: 'APPLIED.2' }])
  })

  it('goes on at the desk: after the step every part shows the new state', async () => {
    let now: Unmasked<RefundCardFragment> = { ...applied, state: 'VERIFIED' }
    const { user, askedOf } = showPage(<TaskPage />, {
      answers: [
        answer(StaffRefundDocument, () => ({
          refund: {
            ...now,
            procedure: [step('REJECT', { standing: 'MAY' }), step('PAY_OUT', { standing: 'SAME_PERSON' })],
            correctedWage: fen(900_000),
            evidence: '工资表',
            ownStep: now.state === 'VERIFIED' ? 'APPROVE' : null,
            shares: [],
            guards: [{ __typename: 'RefundGuardState', guard: 'MONEY_RECEIVED', verdict: 'HOLDS' }],
          },
        })),
        answer(ApproveRefundDocument, () => {
          now = { ...applied, state: 'APPROVED' }
          return { approveRefund: { __typename: 'RefundStepTaken', refund: now } }
        }),
      ],
      viewer: staffWith('HEAD'),
      path: '/staff/refunds/:id',
      at: '/staff/refunds/r1',
    })
    await user.click(await screen.findByRole('button', { name: '审批通过' }))
    await user.click((await screen.findAllByRole('button', { name: '审批通过' })).at(-1) ?? document.body)
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: '审批通过' })).toBeNull())
    expect(screen.getByText(/9,000\.00/)).toBeTruthy()
    // What is next is said with the name of who may, and refusing is there for who may.
    expect(screen.getByText('您已办理前面的步骤，“登记付款”须由他人办理：周复核（复核）。')).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /不予办理的理由/ })).toBeTruthy()
    expect(askedOf('ApproveRefund')).toEqual([{ id: 'r1', decidedOn: 'APPLIED.2' }])
  })
})
