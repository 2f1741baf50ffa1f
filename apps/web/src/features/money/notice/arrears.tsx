import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { balancesMessages } from './balances-messages.ts'
import type { BalancesQuery } from './balances.generated.ts'
import { useDeriveNotice } from './use-derive-notice.ts'
import style from './balances.module.css'

type Owed = BalancesQuery['employer']['owed']['edges'][number]['node']

/** What is overdue, and what each day of it costs: the late fee opens into its stretches of days. */
export function Arrears({ owed }: { owed: readonly Owed[] }) {
  const t = useMessages(balancesMessages)
  const format = useFormat()
  const derive = useDeriveNotice()
  const overdue = owed.filter((notice) => notice.overdue)
  return (
    <section className={style.section} aria-labelledby="arrears">
      <h2 id="arrears">{t('arrears')}</h2>
      {overdue.length === 0 ? (
        <p className={style.soft}>{t('noArrears')}</p>
      ) : (
        <>
          <p className={style.soft}>{t('arrearsText')}</p>
          <PlainTable
            caption={t('arrears')}
            columns={[
              t('month'),
              t('dueOn'),
              { end: t('days') },
              { end: t('feeToday') },
              { end: t('perDay') },
              { end: t('total') },
            ]}
          >
            {overdue.map((notice) => (
              <tr key={notice.id}>
                <th scope="row">
                  <Link to={`/employer/bills/${notice.id}`}>{format.period(notice.period)}</Link>
                </th>
                <td data-label={t('dueOn')}>{format.date(notice.dueOn)}</td>
                <td data-label={t('days')} data-align="end">
                  {format.count(notice.overdueDays)}
                </td>
                <td data-label={t('feeToday')} data-align="end">
                  <DerivationPopover fen={notice.lateFee} explanation={derive(notice.id, { label: 'LATE_FEE' })} />
                </td>
                <td data-label={t('perDay')} data-align="end">
                  <MoneyText fen={notice.lateFeeOfNextDay} />
                </td>
                <td data-label={t('total')} data-align="end">
                  <DerivationPopover fen={notice.total} explanation={derive(notice.id, { label: 'OUTSTANDING' })} />
                </td>
              </tr>
            ))}
          </PlainTable>
        </>
      )}
    </section>
  )
}
