import { isFen } from '@shebao/kernel'
import { REFUND_REASONS_OF } from '@shebao/premium'
import { idsOf } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import type { FieldErrors } from 'react-hook-form'
import { isMonth } from '../../../shared/lib/typed-text.ts'
import type { messages } from './messages.ts'
import type { RefundApplicationInput, RefundReason, RefundSource } from './refund.generated.ts'

type Key = keyof typeof messages.en

export interface RefundForm {
  source: RefundSource | null
  period: string
  individualId: string | null
  paymentId: string | null
  reason: RefundReason | null
  correctedWage: number | string | null
  amount: number | string | null
  explanation: string
  receiptSigned: boolean
  files: readonly GivenFile[]
}

export const blank: RefundForm = {
  source: 'MONTH',
  period: '',
  individualId: null,
  paymentId: null,
  reason: null,
  correctedWage: null,
  amount: null,
  explanation: '',
  receiptSigned: false,
  files: [],
}

export const reasonsOf = (source: RefundSource | null): readonly RefundReason[] =>
  source ? REFUND_REASONS_OF[source] : []

/** A set-aside payment says itself why; a credit has one reason. */
export const asksReason = (source: RefundSource | null) => source === 'MONTH'

export function formErrors(form: RefundForm, t: (key: Key) => string): FieldErrors<RefundForm> {
  const wrong: Partial<Record<keyof RefundForm, Key>> = {
    ...(form.source ? {} : { source: 'what' }),
    ...(form.source === 'MONTH' && !isMonth(form.period) ? { period: 'monthWrong' } : {}),
    ...(form.source === 'MONTH' && !form.individualId ? { individualId: 'choosePerson' } : {}),
    ...(form.source === 'MONTH' && !form.reason ? { reason: 'chooseReason' } : {}),
    ...(form.source === 'SUSPENSE' && !form.paymentId ? { paymentId: 'choosePayment' } : {}),
    ...(form.reason === 'OVER_DECLARED' && !isAmount(form.correctedWage) ? { correctedWage: 'wageWrong' } : {}),
    ...(form.source === 'CREDIT' && form.amount !== null && !isAmount(form.amount) ? { amount: 'amountWrong' } : {}),
    ...(lengthOf(form.explanation) < 4 || lengthOf(form.explanation) > 500 ? { explanation: 'explanationWrong' } : {}),
  }
  return Object.fromEntries(Object.entries(wrong).map(([name, key]) => [name, { type: 'value', message: t(key) }]))
}

const isAmount = (value: number | string | null) => isFen(value) && value > 0
const lengthOf = (text: string) => [...text.trim()].length

/** What is sent: only the fields that belong to the source. */
export function toInput(form: RefundForm, paymentReason: RefundReason | undefined): RefundApplicationInput {
  const { source } = form
  const common = { explanation: form.explanation.trim(), files: idsOf(form.files) }
  if (source === 'CREDIT')
    return { ...common, source, reason: 'OVERPAID', ...(isFen(form.amount) ? { amount: form.amount } : {}) }
  if (source === 'SUSPENSE')
    return { ...common, source, reason: paymentReason ?? 'AMOUNT_DIFF', paymentId: form.paymentId }
  return {
    ...common,
    source: 'MONTH',
    reason: form.reason ?? 'WRONG_PERSON',
    individualId: form.individualId,
    period: form.period.trim(),
    receiptSigned: form.receiptSigned,
    ...(form.reason === 'OVER_DECLARED' && isFen(form.correctedWage) ? { correctedWage: form.correctedWage } : {}),
  }
}
