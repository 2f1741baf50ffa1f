import { stepOf } from '@shebao/case'
import { addDays } from '@shebao/kernel'
import { totalOf } from '../../features/money/enforcement/enforcement-guards.ts'
import { enforcementTable } from '../../features/money/enforcement/enforcement.lifecycle.ts'
import { signedSteps } from '../../features/money/enforcement/paper-draft.ts'
import type { StepInput } from '../../features/money/enforcement/step-input.ts'
import { bank, grounds, guarantee, served, unit } from './enforcement-walk.ts'
import type { Walk } from './enforcement-walk.ts'

/** An input of the step's form that may fit the case; an amount below 0 is all that is owed. */
export function inputFor(one: Walk, event: string, { amount: drawn, nth }: { amount: number; nth: number }): StepInput {
  const amount = drawn < 0 ? totalOf(one.due) : drawn
  const signable = signedSteps.filter((step) => stepOf(enforcementTable, one.state, step) !== undefined)
  const step = signable[nth % Math.max(1, signable.length)] ?? 'ORDER_PAYMENT'
  // More than the one step asks for; each takes its own.
  const everything = {
    event,
    ground: 'DECLARED_UNPAID',
    text: grounds,
    answer: grounds,
    reasons: grounds,
    reason: grounds,
    upheld: nth % 5 === 0,
    termDays: 3,
    ...served(addDays(one.today, -(nth % 3))),
    bankId: nth % 7 === 0 ? unit : bank,
    account: '****0000',
    balance: amount,
    amount,
    asOf: one.today,
    valueDate: one.today,
    reference: 'R9',
    documentNo: '文书9',
    heard: nth % 2 === 0,
    items: [{ description: '设备', value: Math.max(1, amount) }],
    proceeds: amount,
    reportNo: '拍9',
    costs: nth,
    paper: {
      step,
      banks: [{ id: bank, name: '工行' }],
      bankId: bank,
      facts: grounds,
      other: '',
      guarantee,
      instalments: [{ dueOn: addDays(one.today, 40), amount: Math.max(1, totalOf(one.due)) }],
      assets: [{ description: '设备', place: '厂区', value: 1 }],
      ground: step === 'SUSPEND' ? 'HARDSHIP' : 'DEBTOR_ENDED',
      explanation: grounds,
      documentNo: '文书8',
    },
  }
  return everything as StepInput
}
