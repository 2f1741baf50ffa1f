import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { PayableBillFragment } from './payment.generated.ts'
import { messages } from './messages.ts'
import { usePaymentWords } from './payment-words.ts'

const advised = ['INSUFFICIENT', 'ACCOUNT_FROZEN', 'AGREEMENT_INVALID'] as const

/** Why the last attempt failed, what to do about it, and whether it will be tried again by itself. */
export function FailedAttempt({ bill }: { bill: PayableBillFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { channelWord, failureWord } = usePaymentWords()
  const last = bill.payments.at(-1)
  if (last?.status !== 'FAILED') return null
  const advice = advised.find((known) => known === last.failure)
  const again =
    last.channel === 'AGREEMENT_DEBIT' && bill.nextDebitOn
      ? t('nextDebit', { date: format.date(bill.nextDebitOn) })
      : t('stillPayable')
  return (
    <Notice tone="warning">
      <strong>{t('failedBy', { channel: channelWord(last.channel), reason: failureWord(last.failure) })}</strong>
      <p>
        {advice ? `${t(`advice${advice}`)} ` : null}
        {again}
      </p>
    </Notice>
  )
}
