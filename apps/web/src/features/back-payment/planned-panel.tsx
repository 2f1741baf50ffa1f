import type { ReactNode } from 'react'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import desk from '../../shared/ui/desk.module.css'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import { PlainTable } from '../../shared/ui/plain-table.tsx'
import type { PlannedBackPaymentQuery } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { messages } from './messages.ts'

/** Whom the lines were understood to be about, and what each month costs today. */
export function PlannedPanel({
  plan,
  children,
}: {
  plan: PlannedBackPaymentQuery['plannedBackPayment']
  children: ReactNode
}) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section className={desk.planned} aria-live="polite">
      {plan.problems.length === 0 ? (
        <>
          <h2>{t('computed')}</h2>
          <MoneyText fen={plan.total} size="figure" sign />
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
                  <MoneyText fen={premium} />
                </td>
                <td data-align="end" data-label={t('lateFee')}>
                  <MoneyText fen={lateFee} />
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
