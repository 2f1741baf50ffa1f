import { useMessages } from '../lib/language-context.tsx'
import { useDerivation } from '../lib/use-derivation.ts'
import { useFormat } from '../lib/use-format.ts'
import { DerivationPopover } from './derivation-popover.tsx'
import { messages } from './table-messages.ts'
import { PlainTable } from './plain-table.tsx'
import { ReceiptLink } from './receipt-link.tsx'

interface TakenPayment {
  id: string
  amount: number
  channel: 'E_BANK' | 'AGREEMENT_DEBIT' | 'BANK_TRANSFER'
  bankReference: string | null
  receivedOn: string | null
}

/** Money that came, each amount opening into the debts it settled, with its receipt. */
export function TakenPayments({ payments }: { payments: readonly TakenPayment[] }) {
  const t = useMessages(messages)
  const derive = useDerivation()
  const format = useFormat()
  return (
    <PlainTable
      caption={t('paymentsTaken')}
      columns={[
        t('receivedOn'),
        t('paymentChannel'),
        t('bankReference'),
        { end: t('amountYuan') },
        { unseen: t('receipt') },
      ]}
    >
      {payments.map(({ id, amount, channel, bankReference, receivedOn }) => (
        <tr key={id}>
          <th scope="row">{receivedOn ? format.date(receivedOn) : '–'}</th>
          <td data-label={t('paymentChannel')}>{t(channel)}</td>
          <td data-label={t('bankReference')}>{bankReference ?? '–'}</td>
          <td data-align="end" data-label={t('amountYuan')}>
            <DerivationPopover fen={amount} explanation={derive({ payment: id }, 'ANEW')} />
          </td>
          <td>
            <ReceiptLink paymentId={id} />
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
