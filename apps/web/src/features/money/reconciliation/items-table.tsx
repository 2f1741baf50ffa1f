import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import { dayMessages } from './day-messages.ts'
import { itemMessages } from './item-messages.ts'
import { messages } from './messages.ts'
import { ReconciliationItemRowFragmentDoc } from './items-table.generated.ts'
import type { ReconciliationItemRowFragment, ReconciliationOutcome } from './items-table.generated.ts'
import style from './items-table.module.css'

export const outcomeTones: Record<ReconciliationOutcome, StatusTone> = {
  MATCHED: 'done',
  BANK_ONLY: 'open',
  SYSTEM_ONLY: 'warning',
  AMOUNT_DIFF: 'warning',
  DUPLICATE: 'warning',
}

const sides = ['system', 'bank', 'treasury'] as const

interface ItemsTableProps {
  items: readonly ({ id: string } & FragmentType<ReconciliationItemRowFragment>)[]
  chosen: string | undefined
  onChoose: (id: string) => void
}

/** The three sides of each item beside each other; a figure that differs from the office's is marked. */
export function ItemsTable({ items, chosen, onChoose }: ItemsTableProps) {
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  return (
    <>
      <PlainTable
        caption={t('itemsTable')}
        columns={[t('reference'), t('outcome'), ...sides.map((side) => ({ end: words(side) })), t('settled')]}
        keys={t('itemKeys')}
      >
        {items.map((item) => (
          <ItemRow key={item.id} item={item} open={item.id === chosen} onChoose={onChoose} />
        ))}
      </PlainTable>
    </>
  )
}

interface ItemRowProps {
  item: FragmentType<ReconciliationItemRowFragment>
  open: boolean
  onChoose: (id: string) => void
}

function ItemRow({ item: ref, open, onChoose }: ItemRowProps) {
  const item = useOwnFields(ReconciliationItemRowFragmentDoc, ref)
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  return (
    <tr data-open={item.resolution === null} data-chosen={open}>
      <th scope="row">
        <button
          type="button"
          id={`item-${item.id}`}
          data-row
          className={style.rowButton}
          aria-expanded={open}
          onClick={() => onChoose(item.id)}
        >
          {whose(item) ?? t('unknownPayer')}
        </button>
        <span className="sub">{item.refundNumber ? t('refund', { number: item.refundNumber }) : item.reference}</span>
      </th>
      <td>
        <StatusBadge tone={outcomeTones[item.outcome]}>{words(item.outcome)}</StatusBadge>
      </td>
      <Side label={words('system')} amount={item.systemAmount} />
      <Side label={words('bank')} amount={item.bankAmount} against={item.systemAmount} />
      <Side label={words('treasury')} amount={item.treasuryAmount} against={item.systemAmount ?? item.bankAmount} />
      <td>
        <Decision item={item} />
      </td>
    </tr>
  )
}

/** The employer of a payment; of money that nobody has claimed, the name on the account. */
const whose = ({ outcome, resolution, employerName, payerName }: ReconciliationItemRowFragment): string | null =>
  outcome === 'BANK_ONLY' && resolution !== 'ASSIGN' ? payerName : (employerName ?? payerName)

function Side({ label, amount, against }: { label: string; amount: number | null; against?: number | null }) {
  const t = useMessages(dayMessages)
  const format = useFormat()
  const differs = amount !== null && against !== null && against !== undefined && amount !== against
  return (
    <td data-align="end" data-label={label}>
      {amount === null ? (
        t('none')
      ) : differs ? (
        <mark className={style.mark}>
          <MoneyText fen={amount} />
          <span className="sub">{t('difference', { amount: format.fen(amount - against) })}</span>
        </mark>
      ) : (
        <MoneyText fen={amount} />
      )}
    </td>
  )
}

function Decision({ item }: { item: ReconciliationItemRowFragment }) {
  const t = useMessages(dayMessages)
  const words = useMessages(itemMessages)
  if (item.claimAskedByName !== null && item.resolution === null)
    return <StatusBadge tone="waiting">{t('claimWaiting')}</StatusBadge>
  if (item.held && item.resolution === null) return <StatusBadge tone="waiting">{t('heldWaiting')}</StatusBadge>
  if (item.reversalAskedByName !== null && item.resolution === null)
    return <StatusBadge tone="waiting">{t('reversalWaiting')}</StatusBadge>
  if (item.resolution === null) return <StatusBadge tone="open">{t('undecided')}</StatusBadge>
  return words(item.resolution)
}
