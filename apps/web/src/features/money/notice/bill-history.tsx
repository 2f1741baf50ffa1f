import type { FragmentType } from '../../../shared/data/masking.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { ReceiptLink } from '../../../shared/ui/receipt-link.tsx'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import { BillHistoryFragmentDoc } from './bill-history.generated.ts'
import type { BillHistoryFragment } from './bill-history.generated.ts'
import { messages } from './messages.ts'
import { usePaymentWords } from '../payment/index.ts'

/** What happened to the notice, and the next step. */
export function BillHistory({ bill: ref }: { bill: FragmentType<BillHistoryFragment> }) {
  const bill = useOwnFields(BillHistoryFragmentDoc, ref)
  const t = useMessages(messages)
  const { channelWord, failureWord } = usePaymentWords()
  const derive = useDerivation()
  const attempts = bill.payments.flatMap(
    ({ id, amount, channel, status, failure, startedAt, settledAt }): TimelineEntry[] => [
      {
        id,
        title: t('started'),
        at: startedAt,
        phase: 'past',
        detail: (
          <>
            <DerivationPopover fen={amount} sign explanation={derive({ payment: id }, 'ANEW')} /> ·{' '}
            {channelWord(channel)}
            {status === 'SUCCESS' ? (
              <>
                {' · '}
                <ReceiptLink paymentId={id} />
              </>
            ) : null}
          </>
        ),
      },
      ...(status === 'FAILED'
        ? [
            {
              id: `${id}-end`,
              title: t('attemptFailed'),
              ...(settledAt ? { at: settledAt } : {}),
              phase: 'past' as const,
              detail: failureWord(failure),
            },
          ]
        : []),
      ...(status === 'SENT_TO_BANK' || status === 'UNKNOWN'
        ? [{ id: `${id}-end`, title: t('attemptUnknown'), phase: 'next' as const }]
        : []),
    ],
  )
  const waiting = attempts.some(({ phase }) => phase === 'next')
  const end: TimelineEntry = bill.postedOn
    ? { id: 'posted', title: t('postedStep'), at: bill.postedOn, phase: 'past' }
    : { id: 'due', title: t('dueStep'), at: bill.dueOn, phase: waiting ? 'later' : 'next' }
  return (
    <Timeline
      label={t('history')}
      entries={[{ id: 'issued', title: t('issued'), at: bill.issuedOn, phase: 'past' }, ...attempts, end]}
    />
  )
}
