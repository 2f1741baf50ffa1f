import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { DayPage } from './day-page.tsx'
import {
  ClaimSuggestionsDocument,
  CompareForClaimDocument,
  ReconciliationDayDocument,
  ReconciliationItemsDocument,
  ReleaseBankStatementDocument,
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
  claimAskedByName: null,
  claimAskedAt: null,
  files: [],
  claimAskedByMe: false,
  held: false,
  state: 'FOUND',
  mark: 'FOUND.0',
  reversible: false,
  reversibleByOther: false,
}
const settled: Item = {
  ...open,
  choices: [],
  resolution: 'BANK_ERROR',
  note: '银行来函',
  resolvedByName: '周经办',
  state: 'SETTLED',
  mark: 'FOUND.0',
  resolvedAt: '2026-10-13T02:00:00.000Z',
}
const day: Unmasked<ReconciliationDayQuery>['reconciliationDay'] = {
  __typename: 'ReconciliationDay',
  mark: 'OPEN.2',
  procedure: [],
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
    origin: 'BROUGHT',
    state: 'RELEASED',
    mark: 'HELD.1',
    broughtByMe: false,
    whoMayRelease: [],
  },
  treasuryStatement: null,
  waitingStatements: [],
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
          procedure: [],
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

const page = (item: Item) => ({
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
})
const candidate = {
  __typename: 'ClaimSuggestion' as const,
  employerId: 'e1',
  name: '甲公司',
  registrationNo: '110100001',
  accountName: '甲公司',
  accountMasked: '****1111',
  noticeNumber: 'JF202610000001',
  reasons: ['AMOUNT' as const],
  nameAgrees: false,
  accountAgrees: false,
  samePayer: false,
}

it('money of another payer is claimed with both beside each other, in figures and capitals, and only asked for', async () => {
  const item: Item = { ...open, choices: ['ASSIGN', 'RETURN_TO_PAYER'] }
  const reconciliationItem = { __typename: 'ReconciliationItem' as const, id: 'i1' }
  const { user, askedOf } = showPage(<DayPage />, {
    answers: [
      answer(ReconciliationDayDocument, { reconciliationDay: day }),
      answer(ReconciliationItemsDocument, page(item)),
      answer(ClaimSuggestionsDocument, { reconciliationItem: { ...reconciliationItem, suggestions: [candidate] } }),
      answer(CompareForClaimDocument, {
        reconciliationItem: { ...reconciliationItem, claimFor: candidate, whoMayConfirm: [] },
      }),
      answer(ResolveReconciliationItemDocument, {
        resolveReconciliationItem: {
          __typename: 'StaleDecision',
          mark: 'CLAIM_ASKED.1',
          happened: [
            {
              __typename: 'CaseHappening',
              event: 'ASK_CLAIM',
              at: '2026-10-12T02:00:00.000Z',
              actor: 'STAFF',
              actorName: '吴复核',
              bodyName: null,
              mine: false,
            },
          ],
        },
      }),
    ],
    viewer: staffWith('OFFICER'),
    path: '/staff/reconciliation/:day',
    at: '/staff/reconciliation/2026-10-12',
  })
  await user.click(await screen.findByRole('button', { name: '乙公司' }))
  await user.click(await screen.findByRole('button', { name: /认领到单位/ }))
  await user.click(await screen.findByRole('button', { name: /甲公司.*与待缴金额相同/ }))
  expect(await screen.findByText(/付款人与该单位不一致/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /说明/ }), '电话核实')
  await user.click(screen.getByRole('button', { name: '提交他人确认' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/200\.00.*贰佰元整/)).toBeTruthy()
  expect(dialog.getAllByText('不同')).toHaveLength(2)
  await user.click(dialog.getByRole('button', { name: '提交他人确认' }))
  // A colleague was first: said in words, and what was typed is still there.
  expect(await screen.findByText(/吴复核/)).toBeTruthy()
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /说明/ }).value).toBe('电话核实')
  expect(askedOf('ResolveReconciliationItem')).toMatchObject([
    {
      input: {
        employerId: 'e1',
        noticeNumber: 'JF202610000001',
        asOtherPayer: true,
        decidedOn: 'FOUND.0',
      },
    },
  ])
  expect(await axeFindings()).toEqual([])
})

it('a statement brought by hand says who may release it, and asks in figures before it counts', async () => {
  const held = {
    ...day,
    bankStatement: day?.bankStatement && { ...day.bankStatement, state: 'HELD' as const, whoMayRelease: ['吴复核'] },
  }
  const { user, askedOf } = showPage(<DayPage />, {
    answers: [
      answer(ReconciliationDayDocument, { reconciliationDay: held as typeof day }),
      answer(ReconciliationItemsDocument, page({ ...open, held: true, choices: [] })),
      answer(ReleaseBankStatementDocument, {
        releaseBankStatement: { __typename: 'BankStatementRefused', reason: 'SAME_PERSON', names: [] },
      }),
    ],
    viewer: staffWith('REVIEWER'),
    path: '/staff/reconciliation/:day',
    at: '/staff/reconciliation/2026-10-12',
  })
  expect(await screen.findByText('可以确认的人：吴复核')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '核对无误，放行' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/贰佰元整/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: '核对无误，放行' }))
  expect(await screen.findByText('上传与放行不得为同一人。')).toBeTruthy()
  expect(askedOf('ReleaseBankStatement')).toEqual([{ id: 's1', decidedOn: 'HELD.1' }])
})
