import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { OpenPage } from './open-page.tsx'
import { OwnTransfersPage } from './own-transfers-page.tsx'
import { ConfirmTransferFundsDocument, MyTransfersDocument, TransferTaskDocument } from './transfer.generated.ts'
import type { TransferTaskQuery } from './transfer.generated.ts'
import { TransferTaskPage } from './transfer-task-page.tsx'

afterEach(cleanup)

const viewer = { kind: 'INSURED', roles: [] } as const

describe('the person', () => {
  it('cannot ask to move away while insured here, and reads why', async () => {
    showPage(<OwnTransfersPage />, {
      at: '/',
      viewer,
      answers: [
        answer(MyTransfersDocument, {
          me: { __typename: 'Individual', id: 'i1', stillInsured: true },
          myRelationTransfers: [],
        }),
      ],
    })
    expect(await screen.findByText(/参保还没有终止/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: '申请转出' })).toBeNull()
    expect(screen.getByRole('link', { name: '申请转入' }).getAttribute('href')).toBe('/me/transfers/in')
    expect(await axeFindings()).toEqual([])
  })

  it('is told of each row of months what is wrong, and loses nothing', async () => {
    const { user, askedOf } = showPage(<OpenPage />, {
      path: '/me/transfers/in',
      at: '/me/transfers/in',
      viewer,
      answers: [],
    })
    await user.selectOptions(await screen.findByRole('combobox', { name: '对方地区' }), '广东省')
    await user.type(screen.getByRole('textbox', { name: '对方社保经办机构名称' }), '广州社保中心')
    await user.type(screen.getByRole('textbox', { name: '起始月' }), '2024-05')
    await user.type(screen.getByRole('textbox', { name: '截止月' }), '2024-03')
    await user.click(screen.getByRole('button', { name: '提交申请' }))
    expect(await screen.findByText('截止月早于起始月')).toBeTruthy()
    expect(screen.getByText('请上传对方地区开具的参保缴费凭证。')).toBeTruthy()
    expect(askedOf('HandInTransferVoucher')).toEqual([])
    await user.click(screen.getByRole('button', { name: '加一行' }))
    expect(await screen.findAllByRole('textbox', { name: '起始月' })).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: '删除第 2 行' }))
    expect(screen.getByDisplayValue('广州社保中心')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })
})

type Task = Omit<TransferTaskQuery['relationTransfer'], 'files'> & { files: never[] }
const task = (given: Partial<Task>): Task => ({
  __typename: 'RelationTransfer',
  id: 't1',
  number: 'ZY00000001',
  mark: 'FUNDS_RECEIVED.4',
  direction: 'IN',
  state: 'FUNDS_RECEIVED',
  turn: 'SECOND_PERSON',
  region: '440000',
  agency: '广州社保中心',
  voucherNo: 'GZ-1',
  appliedAt: '2026-11-02T02:00:00Z',
  dueOn: '2026-11-23',
  overdue: false,
  hasPaper: true,
  months: [{ __typename: 'TransferredMonths', insurance: 'PENSION', from: '2024-05', to: '2024-07' }],
  doubled: [{ __typename: 'TransferredMonths', insurance: 'PENSION', from: '2024-05', to: '2024-06' }],
  announcedPrincipal: fen(240_000),
  announcedInterest: fen(1_000),
  announcedPooled: null,
  acceptanceNo: 'ZY00000001',
  acceptanceOn: '2026-11-03',
  fundsAccount: fen(240_900),
  fundsPooled: fen(500_000),
  fundsOn: '2026-11-20',
  fundsReference: 'BANK-1',
  differenceAccount: fen(-100),
  differencePooled: fen(0),
  differenceNote: null,
  refund: fen(160_000),
  refundedOn: null,
  decisionNote: null,
  files: [],
  person: { __typename: 'TransferredPerson', nameMasked: '段*', idMasked: '110*************11' },
  procedure: [
    { __typename: 'CaseStep', event: 'CONFIRM_RECEIVED', standing: 'MAY', mayAct: [], outside: false, strands: false },
    { __typename: 'CaseStep', event: 'REFUSE', standing: 'MAY', mayAct: [], outside: false, strands: false },
  ],
  ...given,
})
const showTask = (given: Partial<Task> = {}) =>
  showPage(<TransferTaskPage />, {
    path: '/staff/transfers/:id',
    at: '/staff/transfers/t1',
    viewer: staffWith('REVIEWER'),
    answers: [
      answer(ConfirmTransferFundsDocument, {
        confirmTransferFunds: { __typename: 'RelationTransferRefused', problems: ['SAME_PERSON'] },
      }),
      answer(TransferTaskDocument, { relationTransfer: task(given) }),
    ],
  })

describe('the second person', () => {
  it('sees what differs and which months are doubled, and gives a reason before confirming', async () => {
    const { user, askedOf } = showTask()
    expect(await screen.findByText(/资金与告知的金额不一致/)).toBeTruthy()
    expect(screen.getByText('养老保险：2024年5月 至 2024年6月')).toBeTruthy()
    expect(screen.getByText('4 至 500 字，本人会看到')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '复核到账资金' }))
    expect(askedOf('ConfirmTransferFunds')).toEqual([])
    await user.type(await screen.findByRole('textbox', { name: '差额原因' }), '对方扣收手续费')
    await user.click(screen.getByRole('button', { name: '复核到账资金' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: '复核到账资金' }))
    await waitFor(() =>
      expect(askedOf('ConfirmTransferFunds')).toEqual([
        { id: 't1', decidedOn: 'FUNDS_RECEIVED.4', explanation: '对方扣收手续费' },
      ]),
    )
    await waitFor(() => expect(dialog.isConnected).toBe(false))
    expect(await screen.findByText(/登记资金的人不能复核/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })
})
