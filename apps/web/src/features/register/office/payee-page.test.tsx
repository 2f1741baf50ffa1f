import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { outlook, step } from '../../../shared/testing/procedure.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { ConfirmPayeeChangeDocument, PayeePageDocument, RequestPayeeChangeDocument } from './payee.generated.ts'
import type { PayeeChangeRowFragment } from './payee.generated.ts'
import { PayeePage } from './payee-page.tsx'

afterEach(cleanup)

const account = (number: string) =>
  ({ __typename: 'PayeeAccount', number, name: '社会保险基金收入户', bank: '示例银行' }) as const
const asked: Unmasked<PayeeChangeRowFragment> = {
  __typename: 'PayeeChange',
  id: 'p1',
  mark: 'REQUESTED.1',
  state: 'REQUESTED',
  account: account('1100600000000026'),
  held: account('1100600000000018'),
  documentNo: '京社保〔2026〕7号',
  reason: '开户行合并',
  requesterName: '何经办',
  mine: false,
  requestedAt: '2026-10-09T01:00:00.000Z',
  deciderName: null,
  decidedAt: null,
  refusal: null,
  procedure: [step('CONFIRM', { standing: 'MAY' }), step('REFUSE', { standing: 'MAY' })],
}

function show(change: Unmasked<PayeeChangeRowFragment> | undefined, viewer = staffWith('REVIEWER')) {
  return showPage(<PayeePage />, {
    answers: [
      answer(PayeePageDocument, {
        payeeAccounts: {
          __typename: 'PayeeAccounts',
          current: account('1100600000000018'),
          held: [{ __typename: 'HeldPayeeAccount', id: 'h1', fromDay: null, account: account('1100600000000018') }],
        },
        payeeChangeOutlook: outlook(),
        payeeChanges: {
          __typename: 'PayeeChangeConnection',
          edges: change ? [{ __typename: 'PayeeChangeEdge', node: change }] : [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
      answer(ConfirmPayeeChangeDocument, {
        confirmPayeeChange: { __typename: 'PayeeChangeRefused', reason: 'CHANGED_MEANWHILE', wrong: [] },
      }),
      answer(RequestPayeeChangeDocument, {
        requestPayeeChange: { __typename: 'PayeeChangeRefused', reason: 'VALUES', wrong: ['NUMBER'] },
      }),
    ],
    viewer,
  })
}

it('a second person reads old and new and confirms in full figures; a refusal is said', async () => {
  const { askedOf } = show(asked)
  await userEvent.click(await screen.findByRole('button', { name: '复核并变更' }))
  expect(await screen.findByText(/账号 1100600000000026（示例银行）.*京社保〔2026〕7号/)).toBeTruthy()
  expect(askedOf('ConfirmPayeeChange')).toEqual([])
  expect(screen.getByText('4 至 500 字，提出的同事会看到')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
  await userEvent.click(screen.getAllByRole('button', { name: '复核并变更' }).at(-1) ?? document.body)
  expect(await screen.findByText(/提出之后收款账户已经变过/)).toBeTruthy()
  expect(askedOf('ConfirmPayeeChange')).toEqual([{ id: 'p1', decidedOn: 'REQUESTED.1' }])
})

it('what the office takes for no account number is marked and stays typed', async () => {
  const { askedOf } = show(undefined, staffWith('OFFICER'))
  await userEvent.click(await screen.findByRole('button', { name: '提出变更' }))
  expect(askedOf('RequestPayeeChange')).toEqual([])
  for (const [label, text] of [
    ['账号', '12'],
    ['户名', '社会保险基金收入户'],
    ['开户行', '示例银行'],
    ['公文号', '7号'],
    ['变更原因', '开户行合并'],
  ] as const)
    await userEvent.type(screen.getByLabelText(label), text)
  await userEvent.click(screen.getByRole('button', { name: '提出变更' }))
  expect(await screen.findByText(/不是有效的单位账号/)).toBeTruthy()
  expect(screen.getByLabelText('账号')).toHaveProperty('value', '12')
})
