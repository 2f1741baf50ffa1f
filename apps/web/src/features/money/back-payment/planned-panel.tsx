import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import type { PlannedBackPaymentQuery } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { messages } from './messages.ts'
import type { BackPaymentPart } from './use-derive-back-payment.ts'

/** Whom the lines were understood to be about, and what each month costs today. */
export function PlannedPanel({
  plan,
  derive,
  children,
}: {
  plan: PlannedBackPaymentQuery['plannedBackPayment']
  derive: (part?: BackPaymentPart) => LoadDerivation
  children: ReactNode
}) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section className={desk.planned} aria-live="polite">
      {plan.problems.length === 0 ? (
        <>
          <h2>{t('computed')}</h2>
          <DerivationPopover fen={plan.total} size="figure" sign explanation={derive()} />
          <span className="quiet">{t(`route${plan.route}`)}</span>
          <ul className={style.plain}>
            {plan.lines.map(({ line, name, idMasked, months }) => (
              <li key={line}>{t('understood', { name, id: idMasked, months })}</li>
            ))}
          </ul>
          <PlainTable
            bare
            columns={[
              t('period'),
              ...(['people', 'dueOn', 'premium', 'lateFee'] as const).map((one) => ({ end: t(one) })),
            ]}
          >
            {plan.periods.map(({ period, people, premium, lateFee, dueOn }) => (
              <tr key={period}>
                <th scope="row">{format.period(period)}</th>
                <td data-align="end" data-label={t('people')}>
                  {format.count(people)}
                </td>
                <td data-align="end" data-label={t('dueOn')}>
                  {format.date(dueOn)}
                </td>
                <td data-align="end" data-label={t('premium')}>
                  <DerivationPopover fen={premium} explanation={derive({ figure: 'PREMIUM', period })} />
                </td>
                <td data-align="end" data-label={t('lateFee')}>
                  {lateFee === 0 ? (
                    <MoneyText fen={0} />
                  ) : (
                    <DerivationPopover fen={lateFee} explanation={derive({ figure: 'LATE_FEE', period })} />
                  )}
                </td>
              </tr>
            ))}
          </PlainTable>
        </>
      ) : null}
      {children}
    </section>
  )
}
