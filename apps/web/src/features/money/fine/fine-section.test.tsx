import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { FineSteps } from './fine-form.tsx'
import { TakeFineStepDocument } from './fine.generated.ts'
import type { FineOfCaseFragment } from './fine.generated.ts'

afterEach(cleanup)

const fine = {
  __typename: 'Fine',
  id: 'f1',
  number: 'QZ2026000001-F',
  state: 'PROPOSED',
  mark: 'm1',
  offered: ['NOTIFY_FINE', 'SERVE_FINE_NOTICE', 'ANSWER_CASE', 'DROP_FINE'],
  arrears: fen(100_000),
  least: fen(100_000),
  most: fen(300_000),
  dueBy: '2026-05-31',
  notice: null,
  stated: [],
  hearing: null,
  decision: null,
  ended: null,
  files: [],
  story: [],
} satisfies Omit<FineOfCaseFragment, ' $fragmentName'>

it('a fine is notified with amount and reasons, asked for once more; what is out of bounds is refused by its article', async () => {
  const { askedOf } = showPage(
    <FineSteps fine={fine as FineOfCaseFragment} onDone={async () => {}} renew={async () => {}} />,
    {
      answers: [
        answer(TakeFineStepDocument, {
          takeFineStep: {
            __typename: 'FineRefused',
            reasons: [{ __typename: 'FineReason', code: 'IN_BOUNDS', law: 'SIL 86', day: null, amount: fen(300_000) }],
          },
        }),
      ],
      viewer: staffWith('OFFICER'),
    },
  )
  // Nothing was notified, so nothing is served or answered.
  expect(
    [...(await screen.findByLabelText('要办理的事项')).querySelectorAll('option')].map(({ text }) => text),
  ).toEqual(['签发事先告知书', '决定不予处罚'])
  await userEvent.click(screen.getByRole('button', { name: '签发事先告知书' }))
  expect((await screen.findAllByText('请填写')).length).toBe(2)
  await userEvent.type(screen.getByLabelText('罚款金额'), '4000')
  await userEvent.type(screen.getByLabelText('理由'), '逾期仍不缴纳')
  await userEvent.click(screen.getByRole('button', { name: '签发事先告知书' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click([...dialog.querySelectorAll('button')].at(-1) ?? dialog)
  expect((await screen.findByText(/SIL 86/)).textContent).toContain('3,000.00')
  expect(askedOf('TakeFineStep')).toEqual([
    { id: 'f1', decidedOn: 'm1', input: { event: 'NOTIFY_FINE', amount: 400_000, reasons: '逾期仍不缴纳' } },
  ])
  await waitFor(async () => expect(await axeFindings()).toEqual([]))
})
