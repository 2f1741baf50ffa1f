import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { outlook, step } from '../../../shared/testing/procedure.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { FiguresPageDocument, ProposeFigureDocument, PublishFigureChangeDocument } from './figure.generated.ts'
import type { FigureChangeRowFragment, ServiceFigureRowFragment } from './figure.generated.ts'
import { FiguresPage } from './figures-page.tsx'

afterEach(cleanup)

type Change = Unmasked<FigureChangeRowFragment>
const asked: Change = {
  __typename: 'FigureChange',
  id: 'f1',
  mark: 'PROPOSED.1',
  state: 'PROPOSED',
  name: 'CARD_PIN_TRIES',
  value: 6,
  held: 3,
  validFrom: '2026-12-01',
  documentNo: '京社保〔2026〕8号',
  reason: '按本市规定执行',
  requesterName: '何经办',
  requestedAt: '2026-10-09T01:00:00.000Z',
  deciderName: null,
  decidedAt: null,
  refusal: null,
  procedure: [step('PUBLISH', { standing: 'MAY' }), step('REFUSE', { standing: 'MAY' })],
}
const figure = (own: Partial<Unmasked<ServiceFigureRowFragment>>): Unmasked<ServiceFigureRowFragment> => ({
  __typename: 'ServiceFigure',
  name: 'CARD_PIN_TRIES',
  topic: 'CARD',
  unit: 'TIMES',
  choices: null,
  least: 3,
  most: 6,
  value: 3,
  inForce: null,
  later: [],
  waiting: null,
  ...own,
})

function show(waiting: Change | null, viewer = staffWith('REVIEWER')) {
  return showPage(<FiguresPage />, {
    answers: [
      answer(FiguresPageDocument, {
        serviceFigures: [
          figure({ waiting }),
          figure({
            name: 'CARD_LOSS_DAYS',
            unit: 'DAYS',
            choices: [5, 7, 10],
            least: 5,
            most: 10,
            value: 7,
            inForce: { __typename: 'FigureChange', id: 'f0', validFrom: '2026-05-01', documentNo: null },
            later: [{ __typename: 'FigureChange', id: 'f2', value: 10, validFrom: '2027-01-01' }],
          }),
        ],
        figureChangeOutlook: outlook(),
        figureChanges: {
          __typename: 'FigureChangeConnection',
          edges: waiting ? [{ __typename: 'FigureChangeEdge', node: waiting }] : [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
      answer(PublishFigureChangeDocument, {
        publishFigureChange: { __typename: 'FigureChangeRefused', reason: 'DAY_PASSED' },
      }),
      answer(ProposeFigureDocument, { proposeFigure: { __typename: 'FigureChangeRefused', reason: 'UNCHANGED' } }),
    ],
    viewer,
  })
}

it('says of each figure what holds on what, and what comes; the second person is told what runs already', async () => {
  const { askedOf } = show(asked)
  const loss = within((await screen.findByRole('rowheader', { name: /口头挂失有效期/ })).closest('tr') ?? document.body)
  expect(loss.getByText('7天')).toBeTruthy()
  expect(loss.getByText('5、7或10天')).toBeTruthy()
  expect(loss.getByText(/2027.*起为10天/)).toBeTruthy()
  expect(loss.getByText('无文号，未核实')).toBeTruthy()
  expect(screen.getByText('随系统提供，未核实')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: '发布' }))
  expect(await screen.findByText(/3次 → 6次.*已锁定的仍须到窗口解锁/)).toBeTruthy()
  expect(askedOf('PublishFigureChange')).toEqual([])
  await userEvent.click(screen.getAllByRole('button', { name: '发布' }).at(-1) ?? document.body)
  expect(await screen.findByText(/生效日已过/)).toBeTruthy()
  expect(askedOf('PublishFigureChange')).toEqual([{ id: 'f1', decidedOn: 'PROPOSED.1' }])
})

it('asks for what the figure may be before it is sent; refused, what was typed stays', async () => {
  const { askedOf } = show(null, staffWith('OFFICER'))
  await userEvent.selectOptions(await screen.findByLabelText('参数'), 'CARD_LOSS_DAYS')
  await userEvent.type(screen.getByLabelText('变更为'), '6')
  await userEvent.type(screen.getByLabelText('生效日'), '20261201')
  await userEvent.type(screen.getByLabelText('变更原因'), '按本市规定执行')
  await userEvent.click(screen.getByRole('button', { name: '提出变更' }))
  expect(await screen.findByText('请填写：5、7或10天')).toBeTruthy()
  expect(askedOf('ProposeFigure')).toEqual([])
  await userEvent.clear(screen.getByLabelText('变更为'))
  await userEvent.type(screen.getByLabelText('变更为'), '10')
  await userEvent.click(screen.getByRole('button', { name: '提出变更' }))
  await waitFor(() =>
    expect(askedOf('ProposeFigure')).toEqual([
      {
        input: {
          name: 'CARD_LOSS_DAYS',
          value: 10,
          validFrom: '2026-12-01',
          documentNo: null,
          reason: '按本市规定执行',
        },
      },
    ]),
  )
  expect(await screen.findByText(/没有可变更的内容/)).toBeTruthy()
  expect(screen.getByLabelText('变更为')).toHaveProperty('value', '10')
})
