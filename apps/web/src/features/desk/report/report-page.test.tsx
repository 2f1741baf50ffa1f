import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { step } from '../../../shared/testing/procedure.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { ReportPage } from './report-page.tsx'
import { DecideReportDocument, EmployerReportDocument, OpenReportEvidenceDocument } from './reports.generated.ts'
import type { StaffReportFragment } from './reports.generated.ts'

const report: StaffReportFragment = {
  __typename: 'EmployerReport',
  id: 'r1',
  mark: 'CHECKING.2',
  number: 'JB2026',
  kind: 'WRONG_BASE',
  employerId: 'e1',
  unitName: '甲公司',
  from: '2026-01',
  to: '2026-03',
  state: 'CHECKING',
  receivedAt: '2026-11-29T02:30:00.000Z',
  held: false,
  mayOpenEvidence: true,
  finding: '申报低于实发',
  answer: null,
  handedTo: null,
  letterNo: null,
  decidedAt: null,
  procedure: [step('SUBSTANTIATE', { standing: 'MAY' })],
}
const open = (change: Partial<StaffReportFragment> = {}) =>
  showPage(<ReportPage />, {
    answers: [
      answer(EmployerReportDocument, { employerReport: { ...report, ...change } }),
      answer(OpenReportEvidenceDocument, {
        openReportEvidence: {
          __typename: 'EmployerReportEvidence',
          id: 'r1',
          name: '段续',
          idMasked: '110***2X',
          words: '实发一万五',
          saidBase: null,
          sheet: [],
          files: [],
        },
      }),
      answer(DecideReportDocument, { decideReport: { __typename: 'EmployerReportRefused', reason: 'SAME_PERSON' } }),
    ],
    viewer: staffWith('REVIEWER'),
    path: '/staff/reports/:id',
    at: '/staff/reports/r1',
  })
afterEach(cleanup)

it('shows who reported only when it is opened, and decides with an answer and what handing over needs', async () => {
  const { askedOf } = open()
  const button = await screen.findByRole('button', { name: '打开举报人与材料' })
  expect(screen.queryByText(/段续/)).toBeNull()
  expect(askedOf('OpenReportEvidence')).toEqual([])
  await userEvent.type(screen.getByLabelText(/打开的理由/), '看')
  await userEvent.click(button)
  expect(await screen.findByText('请写明理由，4 至 200 个字。')).toBeTruthy()
  expect(askedOf('OpenReportEvidence')).toEqual([])
  await userEvent.type(screen.getByLabelText(/打开的理由/), '举报材料')
  await userEvent.click(button)
  expect(await screen.findByText(/段续/)).toBeTruthy()
  expect(askedOf('OpenReportEvidence')).toMatchObject([{ id: 'r1', reason: '看举报材料' }])
  await userEvent.selectOptions(screen.getByLabelText('结论'), 'HAND_OVER')
  await userEvent.type(screen.getByLabelText('给举报人的答复'), '已移送劳动监察')
  await userEvent.click(screen.getByRole('button', { name: '作出结论' }))
  expect(await screen.findByText('请写明移送的部门')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('移送的部门'), '劳动监察大队')
  await userEvent.type(screen.getByLabelText('移送函文号'), '京社函1号')
  await userEvent.click(screen.getByRole('button', { name: '作出结论' }))
  expect(await screen.findByText(/单位不会收到任何通知/)).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: '作出结论' }).at(-1) ?? document.body)
  expect(await screen.findByText('您核查了这件举报，结论须由他人作出。')).toBeTruthy()
  expect(askedOf('DecideReport')).toMatchObject([
    { id: 'r1', decidedOn: 'CHECKING.2', decision: 'HAND_OVER', handedTo: '劳动监察大队' },
  ])
  expect(await axeFindings()).toEqual([])
})

it('is closed to who neither checks nor decides', async () => {
  open({ mayOpenEvidence: false, finding: null, procedure: [step('NOTE_FINDING', { standing: 'NOT_PERMITTED' })] })
  expect(await screen.findByText(/只有核查人可以打开举报人与材料/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '作出结论' })).toBeNull()
})
