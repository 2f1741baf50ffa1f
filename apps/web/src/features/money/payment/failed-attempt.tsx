import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Bill } from '../notice/bill-page.tsx'
import { failureKey } from './failures.ts'
import { messages } from '../notice/messages.ts'
import { payingMessages } from './messages.ts'

const advised = ['INSUFFICIENT', 'ACCOUNT_FROZEN', 'AGREEMENT_INVALID'] as const

/** Why the last attempt failed, what to do about it, and whether it will be tried again by itself. */
export function FailedAttempt({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  const paying = useMessages(payingMessages)
  const format = useFormat()
  const last = bill.payments.at(-1)
  if (last?.status !== 'FAILED') return null
  const advice = advised.find((known) => known === last.failure)
  const again =
    last.channel === 'AGREEMENT_DEBIT' && bill.nextDebitOn
      ? paying('nextDebit', { date: format.date(bill.nextDebitOn) })
      : paying('stillPayable')
  return (
    <Notice tone="warning">
      <strong>{paying('failedBy', { channel: paying(last.channel), reason: t(failureKey(last.failure)) })}</strong>
      <p>
        {advice ? `${paying(`advice${advice}`)} ` : null}
        {again}
      </p>
    </Notice>
  )
}
