import type { Unmasked } from '@apollo/client/masking'
import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { DayPage } from './day-page.tsx'
import {
  ReconciliationDayDocument,
  ReconciliationItemsDocument,
  ResolveReconciliationItemDocument,
} from './reconciliation.generated.ts'
import type { ReconciliationDayQuery, ResolveReconciliationItemMutation } from './reconciliation.generated.ts'

type Item = Extract<Unmasked<ResolveReconciliationItemMutation>['resolveReconciliationItem'], { item: unknown }>['item']
const open: Item = {
  __typename: 'ReconciliationItem',
  id: 'i1',
  day: '2026-10-12',
  outcome: 'BANK_ONLY',
  reference: 'R-2',
  systemAmount: null,
  bankAmount: fen(20_000),
  treasuryAmount: null,
  channel: null,
  refundNumber: null,
  employerId: null,
  employerName: null,
  registrationNo: null,
  noticeNumber: null,
  lineNo: 3,
  valueDate: '2026-10-12',
  payerName: '乙公司',
  payerMasked: '****6789',
  remittance: null,
  otherDay: null,
  setAside: true,
  choices: ['BANK_ERROR'],
  resolution: null,
  note: null,
  resolvedByName: null,
  resolvedAt: null,
  reversalAskedByName: null,
  reversalAskedAt: null,
  reversalAskedByMe: false,
}
const settled: Item = {
  ...open,
  choices: [],
  resolution: 'BANK_ERROR',
  note: '银行来函',
  resolvedByName: '周经办',
  resolvedAt: '2026-10-13T02:00:00.000Z',
}
const day: Unmasked<ReconciliationDayQuery>['reconciliationDay'] = {
  __typename: 'ReconciliationDay',
  mark: 'OPEN.2',
  day: '2026-10-12',
  status: 'OPEN',
  open: 1,
  systemCount: 0,
  systemAmount: fen(0),
  comparedAt: '2026-10-13T01:00:00.000Z',
  closedAt: null,
  closedByName: null,
  totals: [],
  bankStatement: {
    __typename: 'BankStatement',
    id: 's1',
    statementNo: 'ST-1',
    fileName: 'bank.xml',
    entryCount: 1,
    creditTotal: fen(20_000),
    debitTotal: fen(0),
    openingBalance: fen(0),
    closingBalance: fen(20_000),
    importedAt: '2026-10-13T01:00:00.000Z',
    importedByName: '周经办',
  },
  treasuryStatement: null,
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('an item of a day is opened and settled; its line, its panel and the files each show their own', async () => {
  let item = open
  const { user, askedOf } = showPage(<DayPage />, {
    answers: [
      answer(ReconciliationDayDocument, { reconciliationDay: day }),
      answer(ReconciliationItemsDocument, () => ({
        reconciliationDay: {
          __typename: 'ReconciliationDay' as const,
          mark: 'OPEN.2',
          day: '2026-10-12',
          items: {
            __typename: 'ReconciliationItemConnection' as const,
            edges: [{ __typename: 'ReconciliationItemEdge' as const, node: item }],
            pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
          },
        },
      })),
      answer(ResolveReconciliationItemDocument, () => {
        item = settled
        return { resolveReconciliationItem: { __typename: 'ReconciliationItemResolved', item } }
      }),
    ],
    viewer: staffWith('OFFICER'),
    path: '/staff/reconciliation/:day',
    at: '/staff/reconciliation/2026-10-12',
  })
  await user.click(await screen.findByRole('button', { name: '乙公司' }))
  expect(screen.getByText('bank.xml')).toBeTruthy()
  const panel = within(await screen.findByRole('complementary'))
  expect(panel.getByText('乙公司 ****6789')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
  await user.type(panel.getByRole('textbox', { name: /说明/ }), '银行来函')
  await user.click(panel.getAllByRole('button', { name: '银行差错' }).at(-1) ?? document.body)
  expect(await panel.findByText(/周经办.*银行来函/)).toBeTruthy()
  const line = within(screen.getByRole('button', { name: '乙公司' }).closest('tr') ?? document.body)
  expect(line.getByText('银行差错')).toBeTruthy()
  expect(askedOf('ResolveReconciliationItem')).toHaveLength(1)
})
