import { findPart } from '@shebao/premium'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { PlannedRefundQuery } from './refund.generated.ts'

type Plan = PlannedRefundQuery['plannedRefund']

/** What would go back, share by share, and what stands in the way. */
export function PlannedPanel({ plan, children }: { plan: Plan; children: ReactNode }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section className={desk.planned} aria-live="polite">
      <h2>{t('computed')}</h2>
      <DerivationPopover fen={plan.amount} size="figure" sign explanation={plan.derivation} />
      {plan.personalShare > 0 ? (
        <span className="quiet">
          {t('ofWhichPersonal')} {format.yuan(plan.personalShare)}
        </span>
      ) : null}
      <span className="quiet">
        {t('toAccount')} {plan.accountMasked}
      </span>
      <ShareTable shares={plan.shares} derive={async () => plan.derivation} />
      <ProblemList problems={plan.problems} />
      <ProblemList missing problems={plan.missing} />
      {children}
    </section>
  )
}

/** What goes back of each share; each opens into its part of the refund's derivation. */
export function ShareTable({ shares, derive }: { shares: Plan['shares']; derive: LoadDerivation }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  if (shares.length === 0) return null
  return (
    <PlainTable bare columns={[t('insurance'), t('side'), { end: t('share') }]}>
      {shares.map(({ insurance, side, amount }) => (
        <tr key={`${insurance} ${side}`}>
          <th scope="row">{words(insurance)}</th>
          <td data-label={t('side')}>{t(side)}</td>
          <td data-align="end" data-label={t('share')}>
            <DerivationPopover
              fen={amount}
              explanation={async () => {
                const refund = await derive()
                return findPart(refund, { label: 'REFUND_SHARE', insurance, side }) ?? refund
              }}
            />
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
