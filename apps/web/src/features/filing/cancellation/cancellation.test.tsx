import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, clerk, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import {
  ApproveCancellationDocument,
  CancellationObstaclesDocument,
  CancellationsDocument,
  CancellationTaskDocument,
} from './cancellation.generated.ts'
import { CancellationPage } from './own-page.tsx'
import { CancellationTaskPage } from './task-page.tsx'

afterEach(cleanup)

const notice = {
  __typename: 'CancellationObstacle' as const,
  kind: 'NOTICE' as const,
  id: 'n1',
  number: 'JF9',
  period: '2026-10',
  count: 1,
  amount: null,
}
const credit = { ...notice, kind: 'CREDIT' as const, id: null, number: null, period: null, amount: fen(12_300) }
const row = {
  __typename: 'Cancellation' as const,
  id: 'c1',
  number: 'ZX00000001',
  mark: 'REQUESTED.1',
  state: 'REQUESTED' as const,
  lastDay: '2026-10-31',
  reason: '公司解散',
  requestedAt: '2026-11-23T02:00:00Z',
  decidedAt: null,
  decisionNote: null,
  files: [],
}

describe('leaving the register', () => {
  it('shows the employer everything that is to be settled before, each with the way there', async () => {
    const { container } = showPage(<CancellationPage />, {
      answers: [
        answer(CancellationsDocument, { cancellations: [] }),
        answer(CancellationObstaclesDocument, { cancellationObstacles: [notice, credit] }),
      ],
      viewer: clerk,
    })
    const list = await screen.findByRole('list', { name: '注销前还须办结' })
    const links = within(list).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/employer/bills/n1', '/employer/refunds'])
    expect(links[1]?.textContent).toContain('123.00')
    expect(await axeFindings(container)).toEqual([])
  })

  it('is approved by staff after a question, and refused when something stands in the way by now', async () => {
    const { user, askedOf } = showPage(<CancellationTaskPage />, {
      answers: [
        answer(CancellationTaskDocument, {
          cancellation: {
            ...row,
            employerId: 'e1',
            employerName: '示范面馆',
            obstacles: [],
            procedure: [
              {
                __typename: 'CaseStep',
                event: 'APPROVE',
                standing: 'MAY',
                outside: false,
                strands: false,
                mayAct: [],
              },
            ],
          },
        }),
        answer(ApproveCancellationDocument, {
          approveCancellation: { __typename: 'CancellationRefused', reason: 'NOT_CLEARED', obstacles: [notice] },
        }),
      ],
      viewer: staffWith('OFFICER'),
      at: '/staff/cancellations/c1',
      path: '/staff/cancellations/:id',
    })
    expect(await screen.findByText('各项已结清，可以申请注销。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '核准注销' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '核准注销' }))
    expect(await screen.findByText(/JF9/)).toBeTruthy()
    expect(askedOf('ApproveCancellation')).toEqual([{ id: 'c1', decidedOn: 'REQUESTED.1' }])
  })
})
