import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { holdsAny, taxDesk } from '../../../shared/lib/staff-role.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { claimMessages } from './claim-messages.ts'
import { ClaimStep } from './claim-step.tsx'
import { DecidedItem } from './decided-item.tsx'
import { itemMessages } from './item-messages.ts'
import { ReconciliationItemPanelFragmentDoc } from './item-panel.generated.ts'
import type { ReconciliationItemPanelFragment } from './item-panel.generated.ts'
import { messages } from './messages.ts'
import sheet from './reconciliation.module.css'
import style from './item-panel.module.css'
import { ResolveForm } from './resolve-form.tsx'
import { ReversalStep } from './reversal-step.tsx'

type Item = ReconciliationItemPanelFragment

interface ItemPanelProps {
  item: FragmentType<ReconciliationItemPanelFragment>
  onClose: () => void
  onChanged: () => Promise<unknown>
  onPrevious?: () => void
  onNext?: () => void
}

/** One item beside the table: what each side says, and what can be decided with one key. */
export function ItemPanel({ item: ref, onClose, onChanged, onPrevious, onNext }: ItemPanelProps) {
  const item = useOwnFields(ReconciliationItemPanelFragmentDoc, ref, 'ReconciliationItemPanel')
  const t = useMessages(itemMessages)
  const words = useMessages(messages)
  const claims = useMessages(claimMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  const mayWork = holdsAny(useViewer().roles, taxDesk)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog or a derivation that is open has the key for itself; asked before the key closes it.
      if (event.key === 'Escape' && !document.querySelector('dialog[open], [role="dialog"]')) onClose()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [onClose])
  return (
    <aside className={sheet.panel} aria-label={t('panel')}>
      <div className={style.panelHead}>
        <h2 ref={heading} tabIndex={-1}>
          {words(item.outcome)}
        </h2>
        <div className={style.panelTools}>
          <PanelButton label={t('previous')} icon={IconChevronUp} onPress={onPrevious} />
          <PanelButton label={t('nextItem')} icon={IconChevronDown} onPress={onNext} />
          <PanelButton label={t('closePanel')} icon={IconX} onPress={onClose} />
        </div>
      </div>
      <p>{t(explanationOf(item))}</p>
      <Sides item={item} />
      <Facts item={item} />
      <DecidedItem item={item} mayWork={mayWork} onChanged={onChanged} />
      {mayWork && item.reversalAskedByName !== null && item.resolution === null ? (
        <ReversalStep item={item} onChanged={onChanged} />
      ) : null}
      {mayWork && item.claimAskedByName !== null && item.resolution === null ? (
        <ClaimStep item={item} onChanged={onChanged} />
      ) : null}
      {item.held && item.resolution === null ? <Notice tone="info">{claims('held')}</Notice> : null}
      {mayWork && item.choices.length > 0 ? <ResolveForm item={item} onChanged={onChanged} /> : null}
    </aside>
  )
}

function PanelButton({
  label,
  icon: Icon,
  onPress,
}: {
  label: string
  icon: typeof IconX
  onPress: (() => void) | undefined
}) {
  return (
    <Button variant="subtle" size="compact-md" aria-label={label} title={label} disabled={!onPress} onClick={onPress}>
      <Icon size={18} aria-hidden />
    </Button>
  )
}

function explanationOf({ outcome, systemAmount, bankAmount, treasuryAmount, setAside }: Item) {
  if (outcome === 'BANK_ONLY' && bankAmount === null) return 'explainTREASURY_ONLY'
  if (outcome === 'BANK_ONLY' && (bankAmount ?? 0) < 0) return 'explainBANK_ONLY_OUT'
  if (outcome === 'AMOUNT_DIFF' && setAside) return 'explainSET_ASIDE'
  if (outcome === 'AMOUNT_DIFF' && systemAmount === bankAmount && treasuryAmount === null)
    return 'explainTREASURY_MISSING'
  return `explain${outcome}` as const
}

function Sides({ item }: { item: Item }) {
  const t = useMessages(itemMessages)
  const derive = useDerivation()
  const sides = [
    ['system', 'SYSTEM', item.systemAmount],
    ['bank', 'BANK', item.bankAmount],
    ['treasury', 'TREASURY', item.treasuryAmount],
  ] as const
  return (
    <table className={style.sides}>
      <caption className="visually-hidden">{t('amountYuan')}</caption>
      <tbody>
        {sides.map(([side, party, amount]) => (
          <tr key={side}>
            <th scope="row">{t(side)}</th>
            <td>
              {amount === null ? (
                <span className="quiet">{t('none')}</span>
              ) : (
                <DerivationPopover
                  key={item.id}
                  fen={amount}
                  size="total"
                  sign
                  explanation={derive({ reconciliationItem: { itemId: item.id, party } }, 'ANEW')}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Facts({ item }: { item: Item }) {
  const t = useMessages(itemMessages)
  const format = useFormat()
  const suggestion = item.outcome === 'BANK_ONLY' && item.resolution === null
  const facts = [
    [
      t('employer'),
      item.employerId && item.employerName ? (
        <>
          <Link to={`/staff/employers/${item.employerId}`}>{item.employerName}</Link>
          {suggestion ? <span className="sub">{t('suggested')}</span> : null}
        </>
      ) : null,
    ],
    [t('notice'), item.noticeNumber],
    [t('payer'), item.payerName ? `${item.payerName}${item.payerMasked ? ` ${item.payerMasked}` : ''}` : null],
    [t('remittance'), item.remittance],
    [t('valueDate'), item.valueDate ? format.date(item.valueDate) : null],
    [t('line'), item.lineNo === null ? null : format.count(item.lineNo)],
    [
      '',
      item.otherDay ? (
        <Link to={`/staff/reconciliation/${item.otherDay}`}>{t('otherDay', { day: format.date(item.otherDay) })}</Link>
      ) : null,
    ],
  ] as const
  return (
    <dl className={sheet.facts}>
      {facts.map(([label, value], index) =>
        value === null ? null : (
          <div key={index} className={sheet.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
