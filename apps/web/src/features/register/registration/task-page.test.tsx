import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import {
  ApproveRegistrationDocument,
  RefuseRegistrationDocument,
  RegistrationTaskDocument,
} from './registration.generated.ts'
import { RegistrationTaskPage } from './task-page.tsx'

afterEach(cleanup)

const step = (event: 'APPROVE' | 'REFUSE') => ({
  __typename: 'CaseStep' as const,
  event,
  standing: 'MAY' as const,
  outside: false,
  strands: false,
  mayAct: [],
})
const registration = {
  __typename: 'Registration' as const,
  id: 'r1',
  number: 'DJ00000001',
  mark: 'SUBMITTED.2',
  state: 'SUBMITTED' as const,
  version: 1,
  submittedAt: '2026-11-23T02:00:00Z',
  decidedAt: null,
  values: [
    { __typename: 'RegistrationValue' as const, field: 'name' as const, value: '新设示范有限公司' },
    { __typename: 'RegistrationValue' as const, field: 'industry' as const, value: 'I' },
  ],
  versions: [
    {
      __typename: 'RegistrationVersion' as const,
      version: 1,
      submittedAt: '2026-11-23T02:00:00Z',
      note: null,
      fieldNotes: [],
    },
  ],
  files: [],
  unit: null as null | {
    __typename: 'Employer'
    id: string
    name: string
    registeredAddress: string
    legalRepName: string
  },
  unitFilesOnline: false,
  rivals: 0,
  procedure: [step('APPROVE'), step('REFUSE')],
}
const open = (row: typeof registration) =>
  showPage(<RegistrationTaskPage />, {
    answers: [
      answer(RegistrationTaskDocument, { registration: row }),
      answer(ApproveRegistrationDocument, {
        approveRegistration: { __typename: 'Registration', id: 'r1', state: 'APPROVED' },
      }),
      answer(RefuseRegistrationDocument, {
        refuseRegistration: { __typename: 'Registration', id: 'r1', state: 'REFUSED' },
      }),
    ],
    viewer: staffWith('OFFICER'),
    at: '/staff/registrations/r1',
    path: '/staff/registrations/:id',
  })

describe('a registration in front of an officer', () => {
  it('of a new unit is approved with its work-injury class', async () => {
    const { user, askedOf } = open(registration)
    await user.click(await screen.findByRole('button', { name: '核准登记和网上申报' }))
    expect(await screen.findByText('请选择工伤风险类别')).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: '工伤风险类别' }), '2')
    await user.click(screen.getByRole('button', { name: '核准登记和网上申报' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '核准登记和网上申报' }))
    const asked = { id: 'r1', decidedOn: 'SUBMITTED.2', injuryClass: 2 }
    await waitFor(() => expect(askedOf('ApproveRegistration')).toEqual([asked]))
  })

  it('of a unit the register knows says so, and what differs', async () => {
    const unit = {
      __typename: 'Employer' as const,
      id: 'e1',
      name: '老单位',
      registeredAddress: '北京市',
      legalRepName: '林',
    }
    const { container } = open({ ...registration, unit, rivals: 1 })
    expect(await screen.findByRole('link', { name: '老单位' })).toBeTruthy()
    expect(screen.getByText('登记册：老单位')).toBeTruthy()
    expect(screen.queryByRole('combobox', { name: '工伤风险类别' })).toBeNull()
    expect(await axeFindings(container)).toEqual([])
  })
})
