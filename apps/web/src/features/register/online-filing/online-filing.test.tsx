import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, clerk, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { EmployerBarNotice } from './employer-bar-notice.tsx'
import { OwnOnlineFilingPage } from './own-page.tsx'
import { OnlineFilingSection } from './online-filing-section.tsx'
import {
  ApplyForOnlineFilingDocument,
  EmployerOnlineFilingDocument,
  WithdrawOnlineFilingDocument,
} from './online-filing.generated.ts'

afterEach(cleanup)

const filing = {
  __typename: 'OnlineFiling' as const,
  id: 'f1',
  mark: 'STANDING.1',
  state: 'STANDING' as 'STANDING' | 'ENDED' | 'REFUSED',
  validFrom: '2020-01-01',
  validTo: null as string | null,
  source: 'REGISTER' as const,
  number: null,
  recordedAt: '2020-01-01T00:00:00Z',
  reason: null,
  endReason: null as string | null,
  files: [],
}
const held = (...onlineFilings: (typeof filing)[]) =>
  answer(EmployerOnlineFilingDocument, {
    employerById: { __typename: 'Employer', id: 'e1', endedOn: null, onlineFilings },
  })

describe('the approval for online filing', () => {
  it('is withdrawn by staff with a reason, after a question that names the consequence', async () => {
    const { user, askedOf } = showPage(<OnlineFilingSection id="e1" />, {
      answers: [
        held(filing),
        answer(WithdrawOnlineFilingDocument, {
          withdrawOnlineFiling: { __typename: 'OnlineFiling', id: 'f1', state: 'ENDED', number: null },
        }),
      ],
      viewer: staffWith('OFFICER'),
    })
    await user.click(await screen.findByRole('button', { name: '撤销资格' }))
    expect(await screen.findAllByText('4 至 500 字，单位可以看到')).not.toHaveLength(0)
    expect(askedOf('WithdrawOnlineFiling')).toEqual([])
    await user.type(screen.getByRole('textbox', { name: '理由' }), '地址失联')
    await user.click(screen.getByRole('button', { name: '撤销资格' }))
    expect(await screen.findByText(/即刻起不能在网上提交申报和申请，并收到原因：地址失联/)).toBeTruthy()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤销资格' }))
    const asked = { id: 'f1', decidedOn: 'STANDING.1', reason: '地址失联' }
    await waitFor(() => expect(askedOf('WithdrawOnlineFiling')).toEqual([asked]))
  })

  it('that ended says why; an auditor only reads', async () => {
    const ended = { ...filing, state: 'ENDED' as const, validTo: '2026-11-23', endReason: '地址失联' }
    const { container } = showPage(<OnlineFilingSection id="e1" />, {
      answers: [held(ended)],
      viewer: staffWith('AUDITOR'),
      language: 'en',
    })
    expect(await screen.findByText(/Withdrawn on .*: 地址失联/)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    expect(await axeFindings(container)).toEqual([])
  })

  it('is asked for by a clerk, who reads why it ended; nothing typed is lost when it does not go through', async () => {
    const ended = { ...filing, state: 'ENDED' as const, validTo: '2026-11-23', endReason: '地址失联' }
    const { user, askedOf } = showPage(<OwnOnlineFilingPage />, {
      answers: [
        held(ended),
        answer(ApplyForOnlineFilingDocument, {
          applyForOnlineFiling: { __typename: 'OnlineFilingRefused', reason: 'APPLIED' },
        }),
      ],
      viewer: clerk,
    })
    expect(await screen.findByText('地址失联')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: '说明' }), '地址已更正')
    await user.click(screen.getByRole('button', { name: '提交申请' }))
    expect(await screen.findByText('已有一份申请等待核准。')).toBeTruthy()
    expect(askedOf('ApplyForOnlineFiling')).toEqual([{ reason: '地址已更正', files: [] }])
    expect(screen.getByDisplayValue('地址已更正')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('that is missing is told to the employer by name, with what to do', () => {
    showPage(<EmployerBarNotice kind="NOT_APPROVED" reason="地址失联" lastDay={null} />)
    expect(screen.getByText('税务机关尚未核准本单位网上申报')).toBeTruthy()
    expect(screen.getByText('撤销原因：地址失联')).toBeTruthy()
    expect(screen.getByText(/到经办机构窗口办理/)).toBeTruthy()
  })

  it('is no question any more for a unit that was cancelled', () => {
    showPage(<EmployerBarNotice kind="CANCELLED" reason={null} lastDay="2026-11-23" />, { language: 'en' })
    expect(screen.getByText(/was cancelled on/)).toBeTruthy()
    expect(screen.getByText(/can still be read and printed/)).toBeTruthy()
  })
})
