import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { BankDeskPage } from './bank-desk-page.tsx'
import { BankRequestsDocument, TakeEnforcementStepDocument } from './enforcement.generated.ts'
import type { BankRequestsQuery } from './enforcement.generated.ts'

afterEach(cleanup)

type Request = BankRequestsQuery['bankRequests']['edges'][number]['node']
const inquiry: Request = {
  __typename: 'BankRequest',
  id: 'r1',
  kind: 'INQUIRY',
  number: 'QZ2026000001-002',
  receivedAt: '2026-03-02T01:00:00.000Z',
  caseId: 'c1',
  mark: 'm1',
  unitName: '甲公司',
  creditCode: '91110108MA0000000X',
  path: '/documents/enforcement-paper.pdf?paper=p1',
  account: null,
  amount: null,
  drawn: fen(0),
  named: [],
}
const notice: Request = {
  ...inquiry,
  id: 'r2',
  kind: 'ALLOCATION',
  number: 'QZ2026000001-006',
  mark: 'm2',
  account: '6222021234567890128',
  amount: fen(372_337),
  drawn: fen(100_000),
}
const show = (
  requests: readonly Request[],
  taken: 'EnforcementStepTaken' | 'EnforcementRefused' = 'EnforcementStepTaken',
) =>
  showPage(<BankDeskPage />, {
    answers: [
      answer(BankRequestsDocument, {
        bankRequests: {
          __typename: 'BankRequestConnection',
          edges: requests.map((node) => ({ __typename: 'BankRequestEdge' as const, node })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
      answer(TakeEnforcementStepDocument, {
        takeEnforcementStep:
          taken === 'EnforcementStepTaken'
            ? { __typename: taken, number: 'QZ2026000001' }
            : {
                __typename: taken,
                reasons: [
                  {
                    __typename: 'EnforcementReason',
                    code: 'ALLOCATION_FITS',
                    law: 'ACL 47',
                    day: null,
                    missing: [],
                    amount: fen(272_337),
                  },
                ],
              },
      }),
    ],
    path: '/partner/requests',
    at: '/partner/requests',
  })
const confirm = async () => {
  const dialog = await screen.findByRole('dialog')
  await userEvent.click([...dialog.querySelectorAll('button')].at(-1) ?? dialog)
}

it('says that nothing waits', async () => {
  show([])
  expect(await screen.findByText('没有等待答复的查询或划拨通知')).toBeTruthy()
})

it('an inquiry is answered with an account or with none, and only what is whole is sent', async () => {
  const { askedOf } = show([inquiry])
  await userEvent.click(await screen.findByRole('button', { name: '答复' }))
  await userEvent.click(screen.getByRole('button', { name: '提交答复' }))
  expect(await screen.findByText('请填写金额，单位元，最多两位小数')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('余额'), '0')
  await userEvent.type(screen.getByLabelText('余额日期'), '2026-03-03')
  await userEvent.type(screen.getByLabelText('本行回单号'), 'CX-1')
  await userEvent.click(screen.getByRole('button', { name: '提交答复' }))
  expect((await screen.findByRole('dialog')).textContent).toContain('本行没有该单位的账户')
  await confirm()
  expect(await screen.findByText('已提交。')).toBeTruthy()
  expect(askedOf('TakeEnforcementStep')).toEqual([
    {
      id: 'c1',
      decidedOn: 'm1',
      input: { event: 'ANSWER_QUERY', account: null, balance: 0, asOf: '2026-03-03', reference: 'CX-1', more: false },
    },
  ])
})

it('a draw in parts says so; a refusal names the article and the amount, and nothing typed is lost', async () => {
  const { askedOf } = show([notice], 'EnforcementRefused')
  expect((await screen.findByLabelText('等待答复的查询和通知')).textContent).toContain('6222021234567890128')
  await userEvent.click(screen.getByRole('button', { name: '答复' }))
  await userEvent.type(screen.getByLabelText('划拨金额'), '9999.00')
  await userEvent.type(screen.getByLabelText('入账日期'), '2026-03-03')
  await userEvent.type(screen.getByLabelText('本行回单号'), 'HB-1')
  await userEvent.click(screen.getByRole('radio', { name: '是' }))
  await userEvent.click(screen.getByRole('button', { name: '提交划拨结果' }))
  await confirm()
  expect(await screen.findByText(/行政强制法.*第四十七条/)).toBeTruthy()
  expect(screen.getByText(/2,723.37/)).toBeTruthy()
  expect(screen.getByLabelText('划拨金额')).toHaveProperty('value', '9999.00')
  expect(askedOf('TakeEnforcementStep')).toMatchObject([
    { decidedOn: 'm2', input: { event: 'ALLOCATE_PART', amount: 999_900 } },
  ])
  await waitFor(async () => expect(await axeFindings()).toEqual([]))
})
