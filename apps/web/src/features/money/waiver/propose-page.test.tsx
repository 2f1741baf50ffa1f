import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { ProposePage } from './propose-page.tsx'
import { ProposeWaiverDocument, UnitToExceptDocument } from './waiver.generated.ts'

afterEach(cleanup)

it('names each field that is missing, and asks for the chosen bills and days alone', async () => {
  const bill = {
    __typename: 'PaymentNotice' as const,
    id: 'n1',
    number: 'JF202408000001',
    period: '2024-08',
    dueOn: '2024-08-26',
    lateFee: fen(2_037),
    total: fen(372_337),
  }
  const { askedOf } = showPage(<ProposePage />, {
    answers: [
      answer(UnitToExceptDocument, {
        waiverOutlook: { __typename: 'OpeningOutlook', mayOpen: true, finishable: true, openers: [], better: [] },
        employerById: {
          __typename: 'Employer',
          id: 'e1',
          name: '甲公司',
          registrationNo: '110101',
          notices: {
            __typename: 'PaymentNoticeConnection',
            edges: [{ __typename: 'PaymentNoticeEdge', node: bill }],
          },
        },
      }),
      answer(ProposeWaiverDocument, { proposeWaiver: { __typename: 'WaiverRefused', reason: 'NOTHING_LATE' } }),
    ],
    viewer: staffWith('OFFICER'),
    path: '/staff/exceptions/new/:employerId',
    at: '/staff/exceptions/new/e1',
  })
  await userEvent.selectOptions(await screen.findByLabelText('申请什么'), 'LATE_FEE')
  await userEvent.click(screen.getByRole('button', { name: '申请豁免或延期' }))
  expect(await screen.findByText('请至少勾选一张通知单')).toBeTruthy()
  expect(screen.getByText('请写明第一天，如 2026-03-31')).toBeTruthy()
  expect(askedOf('ProposeWaiver')).toEqual([])
  await userEvent.click(screen.getByRole('checkbox', { name: /JF202408000001/ }))
  await userEvent.type(screen.getByLabelText('免收的第一天'), '20240828')
  await userEvent.type(screen.getByLabelText('免收的最后一天'), '20240901')
  await userEvent.selectOptions(screen.getByLabelText('事由'), 'AGENCY_ERROR')
  expect(await screen.findByText(/税收征收管理法/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('依据的文号'), '京社会〔2024〕9号')
  await userEvent.type(screen.getByLabelText('说明'), '扣款系统故障')
  await userEvent.click(screen.getByRole('button', { name: '申请豁免或延期' }))
  expect(await screen.findByText(/没有滞纳金可免/)).toBeTruthy()
  expect(askedOf('ProposeWaiver')).toEqual([
    {
      input: {
        employerId: 'e1',
        kind: 'LATE_FEE',
        ground: 'AGENCY_ERROR',
        documentNo: '京社会〔2024〕9号',
        explanation: '扣款系统故障',
        noticeIds: ['n1'],
        fromOn: '2024-08-28',
        toOn: '2024-09-01',
        files: [],
      },
    },
  ])
  expect(screen.getByLabelText('说明')).toHaveProperty('value', '扣款系统故障')
  await waitFor(async () => expect(await axeFindings()).toEqual([]))
})
