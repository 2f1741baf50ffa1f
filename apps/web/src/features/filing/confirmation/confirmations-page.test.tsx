import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { MonthlyConfirmationsPage } from './monthly-confirmations-page.tsx'
import { ConfirmationsPage } from './confirmations-page.tsx'
import {
  AskEmployeesDocument,
  ConfirmationsDocument,
  MonthlyConfirmationsDocument,
  HandOverConfirmationLinksDocument,
  SettleDisagreementDocument,
} from './confirmations.generated.ts'
import type { ConfirmationState } from './confirmations.generated.ts'
import type { Person } from './confirmation-table.tsx'

const at = '2026-11-29T02:00:00.000Z'
const person = (rowNo: number, name: string, state: ConfirmationState, change: Partial<Person> = {}): Person => ({
  __typename: 'EmployeeConfirmation',
  id: `d1:${rowNo}`,
  rowNo,
  askingId: `asking-${rowNo}`,
  name,
  idMasked: '110*************2X',
  state,
  way: 'SMS',
  askedAt: at,
  expiresAt: at,
  answeredAt: null,
  signer: null,
  signatureId: null,
  disagreements: [],
  ...change,
})
const said = { __typename: 'ConfirmationDisagreement' as const, text: null, amount: null, months: null }
const people = [
  person(2, '王秀英', 'CONFIRMED', { answeredAt: at, signer: '王秀英' }),
  person(3, '李强', 'DISAGREED', {
    answeredAt: at,
    disagreements: [
      { ...said, field: 'WAGES', amount: fen(9_000_000), oursText: null, oursAmount: fen(9_600_000), oursMonths: null },
      { ...said, field: 'BASES', text: '养老基数应为 8000', oursText: null, oursAmount: null, oursMonths: null },
    ],
  }),
  person(4, '赵敏', 'UNREACHED', { way: 'NONE' }),
]

function show() {
  return showPage(<ConfirmationsPage />, {
    viewer: clerk,
    answers: [
      answer(ConfirmationsDocument, ({ state }) => ({
        inspection: {
          __typename: 'Declaration',
          id: 'd1',
          year: 2026,
          signedList: false,
          confirmationCounts: {
            __typename: 'ConfirmationCounts',
            notAsked: 0,
            waiting: 0,
            confirmed: 1,
            disagreed: 1,
            changed: 0,
            expired: 0,
            unreached: 1,
          },
          confirmations: {
            __typename: 'DeclarationConfirmationsConnection',
            edges: people
              .filter((one) => !state || one.state === state)
              .map((node) => ({ __typename: 'DeclarationConfirmationsConnectionEdge', node })),
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
      })),
      answer(AskEmployeesDocument, {
        askEmployees: { __typename: 'EmployeesAsked', asked: 12, unreached: 1, already: 3, withoutNumber: 0 },
      }),
      answer(HandOverConfirmationLinksDocument, {
        handOverConfirmationLinks: {
          __typename: 'ConfirmationLinksHanded',
          expiresAt: at,
          links: [
            {
              __typename: 'HandedConfirmationLink',
              rowNo: 4,
              name: '赵敏',
              idMasked: '110*************3X',
              url: 'https://sb.example/confirm#abc',
              qrSvg: '<svg/>',
            },
          ],
        },
      }),
      answer(SettleDisagreementDocument, {
        settleDisagreement: {
          __typename: 'DisagreementSettled',
          asked: true,
          declaration: { __typename: 'Declaration', id: 'd1', personnelRevision: 3 },
        },
      }),
    ],
  })
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the employer’s list of confirmations', () => {
  it('says how far it has come, and asks everybody after saying what goes out', async () => {
    const page = show()
    expect(await screen.findByText('1 / 3 人已确认')).toBeTruthy()
    expect(screen.getByText('签字：王秀英')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await page.user.click(screen.getByRole('button', { name: '请全部职工确认' }))
    expect(page.askedOf('AskEmployees')).toEqual([])
    await page.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '发送' }))
    expect(
      await screen.findByText('已向 12 人发送短信。 1 人无法送达，请当面交付链接。 3 人先前已请过，未重复发送。'),
    ).toBeTruthy()
    expect(page.askedOf('AskEmployees')).toEqual([{ declarationId: 'd1', rowNos: null, remind: false }])
  })

  it('makes links for those whom nobody reaches, shown once as slips', async () => {
    const page = show()
    await page.user.click(await screen.findByRole('button', { name: /无法送达/ }))
    await page.user.click(await screen.findByRole('button', { name: '为本页 1 人生成链接' }))
    expect(await screen.findByText(/sb\.example\/confirm#abc/)).toBeTruthy()
    expect(page.askedOf('HandOverConfirmationLinks')).toEqual([{ declarationId: 'd1', rowNos: [4] }])
    expect(await axeFindings()).toEqual([])
    await page.user.click(screen.getByRole('button', { name: '完成' }))
    expect(screen.queryByText(/sb\.example/)).toBeNull()
  })

  it('settles a disagreement: theirs is taken, ours is kept with a reason only', async () => {
    const page = show()
    await page.user.click(await screen.findByRole('button', { name: '处理异议' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText(/96,000\.00/)).toBeTruthy()
    expect(dialog.getByText(/90,000\.00/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await page.user.click(dialog.getByRole('button', { name: '处理并再请确认' }))
    expect(dialog.getByText(/请写明理由/)).toBeTruthy()
    expect(dialog.getByText(/请逐项选择/)).toBeTruthy()
    await page.user.click(dialog.getByLabelText('采纳，更改名单'))
    expect(page.askedOf('SettleDisagreement')).toEqual([])
    await page.user.type(dialog.getByLabelText(/保留的理由/), '按全年工资核定')
    await page.user.click(dialog.getByRole('button', { name: '处理并再请确认' }))
    expect(await screen.findByText(/已向本人发送新的链接/)).toBeTruthy()
    expect(page.askedOf('SettleDisagreement')).toEqual([
      { declarationId: 'd1', rowNo: 3, askingId: 'asking-3', take: ['WAGES'], reason: '按全年工资核定' },
    ])
  })
})

describe('the confirmations of a month', () => {
  const showMonth = (editable: boolean) =>
    showPage(<MonthlyConfirmationsPage />, {
      viewer: clerk,
      path: '/employer/monthly/:id/confirmations',
      at: '/employer/monthly/m1/confirmations',
      answers: [
        answer(MonthlyConfirmationsDocument, {
          monthlyDeclaration: {
            __typename: 'MonthlyDeclaration',
            id: 'm1',
            period: '2026-11',
            filing: 'REGULAR',
            sequence: 1,
            editable,
            confirmationCounts: {
              __typename: 'ConfirmationCounts',
              notAsked: 0,
              waiting: 0,
              confirmed: 1,
              disagreed: 1,
              changed: 0,
              expired: 0,
              unreached: 1,
            },
            confirmations: {
              __typename: 'MonthlyDeclarationConfirmationsConnection',
              edges: people.map((node) => ({
                __typename: 'MonthlyDeclarationConfirmationsConnectionEdge' as const,
                node,
              })),
              pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
            },
          },
        }),
        answer(AskEmployeesDocument, {
          askEmployees: { __typename: 'EmployeesAsked', asked: 2, unreached: 0, already: 0, withoutNumber: 0 },
        }),
      ],
    })

  it('are asked for by the month’s own declaration', async () => {
    const page = showMonth(true)
    await page.user.click(await screen.findByRole('button', { name: '请全部职工确认' }))
    await page.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '发送' }))
    expect(await screen.findByText(/已向 2 人发送短信/)).toBeTruthy()
    expect(page.askedOf('AskEmployees')).toEqual([{ declarationId: 'm1', rowNos: null, remind: false }])
    expect(await axeFindings()).toEqual([])
  })

  it('are only read once it was handed in', async () => {
    showMonth(false)
    expect(await screen.findByText(/不能再请职工确认/)).toBeTruthy()
    for (const deed of ['请全部职工确认', '处理异议', '生成链接'])
      expect(screen.queryByRole('button', { name: deed })).toBeNull()
  })
})
