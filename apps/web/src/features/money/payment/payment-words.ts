import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import type { PayableBillFragment } from './payment.generated.ts'

type Attempt = PayableBillFragment['payments'][number]

const failures = [
  'INSUFFICIENT',
  'ACCOUNT_FROZEN',
  'AGREEMENT_INVALID',
  'EXPIRED',
  'AMOUNT_DIFF',
  'DUPLICATE',
  'REVERSED',
] as const

/** By which way an attempt went and why it failed, in words. */
export function usePaymentWords() {
  const t = useMessages(messages)
  return {
    channelWord: (channel: Attempt['channel']) => t(channel),
    failureWord: (failure: Attempt['failure']) => t(failures.find((known) => known === failure) ?? 'FAILED_OTHER'),
  }
}
