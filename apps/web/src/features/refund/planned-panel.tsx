import type { Explanation } from '@shebao/premium'
import type { ReactNode } from 'react'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { insuranceWords } from '../../shared/ui/insurance-words.ts'
import { DerivationPopover } from '../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { PlannedRefundQuery } from './refund.generated.ts'
import style from './refund.module.css'

type Plan = PlannedRefundQuery['plannedRefund']

/** What would go back, share by share, and what stands in the way. */
export function PlannedPanel({ plan, children }: { plan: Plan; children: ReactNode }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section className={`${style.section} ${style.planned}`} aria-live="polite">
      <h2>{t('computed')}</h2>
      <DerivationPopover fen={plan.amount} size="figure" sign explanation={plan.derivation as Explanation} />
      {plan.personalShare > 0 ? (
        <span className={style.soft}>
          {t('ofWhichPersonal')} {format.yuan(plan.personalShare)}
        </span>
      ) : null}
      <span className={style.soft}>
        {t('toAccount')} {plan.accountMasked}
      </span>
      <ShareTable shares={plan.shares} />
      <ProblemList problems={plan.problems} />
      <ProblemList missing problems={plan.missing} />
      {children}
    </section>
  )
}

export function ShareTable({ shares }: { shares: Plan['shares'] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  if (shares.length === 0) return null
  return (
    <table className={style.shares}>
      <thead>
        <tr>
          <th scope="col">{t('insurance')}</th>
          <th scope="col">{t('side')}</th>
          <th scope="col">{t('share')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ insurance, side, amount }) => (
          <tr key={`${insurance} ${side}`}>
            <th scope="row">{words(insurance)}</th>
            <td>{t(side)}</td>
            <td>
              <MoneyText fen={amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
