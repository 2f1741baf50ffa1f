import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import {
  ParticularsChangesDocument,
  RequestParticularsChangeDocument,
  WithdrawParticularsChangeDocument,
} from './change.generated.ts'
import type { ParticularsChangesQuery } from './change.generated.ts'
import { ChangesPage } from './changes-page.tsx'

afterEach(cleanup)

type Row = Unmasked<ParticularsChangesQuery>['particularsChanges'][number]
const waiting: Row = {
  __typename: 'ParticularsChange',
  id: 'p1',
  mark: 'REQUESTED.1',
  number: 'BG202611290001',
  employerId: 'e1',
  employerName: '丰台精工机械',
  kind: 'ADDRESS',
  state: 'REQUESTED',
  validFrom: '2026-12-01',
  reason: '搬迁',
  requestedAt: '2026-11-29T02:00:00Z',
  decidedAt: null,
  decisionNote: null,
  compared: [{ __typename: 'ParticularsCompared', field: 'REGISTERED_ADDRESS', before: '旧路1号', after: '新路2号' }],
  files: [],
}
const refused: Row = { ...waiting, id: 'p2', number: 'BG202611200002', state: 'REFUSED', decisionNote: '证明不清晰' }

const open = (rows: readonly Row[]) =>
  showPage(<ChangesPage />, {
    viewer: clerk,
    answers: [
      answer(ParticularsChangesDocument, { particularsChanges: [...rows] }),
      answer(RequestParticularsChangeDocument, {
        requestParticularsChange: {
          __typename: 'ParticularsChangeNotRequested',
          reason: 'EVIDENCE_MISSING',
          problems: [],
        },
      }),
      answer(WithdrawParticularsChangeDocument, {
        withdrawParticularsChange: { __typename: 'ParticularsChange', id: 'p1', state: 'WITHDRAWN' },
      }),
    ],
  })

describe('changes of particulars', () => {
  it('show what was, what is wanted, and why the office refused; only an open one can be withdrawn', async () => {
    open([waiting, refused])
    const table = within(await screen.findByRole('table'))
    expect(table.getAllByText('旧路1号 → 新路2号')).toHaveLength(2)
    expect(table.getByText(/证明不清晰/)).toBeTruthy()
    expect(table.getAllByRole('button', { name: /撤回/ })).toHaveLength(1)
    expect(await axeFindings()).toEqual([])
  })

  it('are withdrawn after a question', async () => {
    const { user, askedOf } = open([waiting])
    await user.click(await screen.findByRole('button', { name: '撤回: BG202611290001' }))
    expect(askedOf('WithdrawParticularsChange')).toEqual([])
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回' }))
    expect(await screen.findByText('申请已撤回。')).toBeTruthy()
    expect(askedOf('WithdrawParticularsChange')).toEqual([{ id: 'p1', decidedOn: 'REQUESTED.1' }])
  })

  it('are not sent without every field of their kind, a reason and evidence', async () => {
    const { user, askedOf } = open([])
    await user.selectOptions(await screen.findByRole('combobox'), 'BANK_ACCOUNT')
    await user.click(screen.getByRole('button', { name: '提交申请' }))
    await waitFor(() => expect(screen.getAllByText('请填写')).toHaveLength(3))
    expect(screen.getByText('请上传证明材料。')).toBeTruthy()
    expect(askedOf('RequestParticularsChange')).toEqual([])
  })
})
