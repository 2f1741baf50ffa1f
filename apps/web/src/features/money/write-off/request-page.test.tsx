import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { RequestPage } from './request-page.tsx'
import { NoticeToWriteOffDocument, RequestWriteOffDocument } from './write-off.generated.ts'

afterEach(cleanup)

it('nothing is asked for without the document; what was entered stays', async () => {
  const { askedOf } = showPage(<RequestPage />, {
    answers: [
      answer(NoticeToWriteOffDocument, {
        writeOffOutlook: { __typename: 'OpeningOutlook', mayOpen: true, finishable: true, openers: [], better: [] },
        paymentNotice: {
          __typename: 'PaymentNotice',
          id: 'n1',
          number: 'N-1',
          employerName: '甲公司',
          period: '2025-11',
          dueOn: '2025-12-01',
          people: 3,
          lateFee: fen(2_037),
          total: fen(372_337),
        },
      }),
      answer(RequestWriteOffDocument, {
        requestWriteOff: { __typename: 'WriteOffRefused', reason: 'DOCUMENT_MISSING', insured: null, earliestOn: null },
      }),
    ],
    viewer: staffWith('OFFICER'),
    path: '/staff/write-offs/new/:noticeId',
    at: '/staff/write-offs/new/n1',
  })
  await userEvent.selectOptions(await screen.findByLabelText('依据'), 'COURT_RULING')
  await userEvent.type(screen.getByLabelText('文书号'), '(2026)京01执12号')
  await userEvent.type(screen.getByLabelText('说明'), '终结执行')
  await userEvent.click(screen.getByRole('button', { name: '申请核销' }))
  expect(await screen.findByText('请上传文件')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '选择文件：文书' }))
  expect(askedOf('RequestWriteOff')).toEqual([])
  expect(screen.getByLabelText('文书号')).toHaveProperty('value', '(2026)京01执12号')
  await waitFor(async () => expect(await axeFindings()).toEqual([]))
})
