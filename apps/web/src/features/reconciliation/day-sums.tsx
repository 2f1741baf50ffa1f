import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import { dayMessages } from './day-messages.ts'
import type { Day } from './day-page.tsx'
import { messages } from './messages.ts'
import style from './reconciliation.module.css'

/** Count and sum of every outcome for the three sides, always in sight above the items. */
export function DaySums({ day }: { day: Day }) {
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  const sum = (of: (total: Day['totals'][number]) => number) => day.totals.reduce((all, total) => all + of(total), 0)
  return (
    <section className={style.section} aria-label={t('sums')}>
      <div className={style.tableWrap}>
        <table className={style.table}>
          <caption className="visually-hidden">{t('sums')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('outcome')}</th>
              <th scope="col" data-align="end">
                {t('count')}
              </th>
              <th scope="col" data-align="end">
                {t('open')}
              </th>
              <th scope="col" data-align="end">
                {words('system')}
              </th>
              <th scope="col" data-align="end">
                {words('bank')}
              </th>
              <th scope="col" data-align="end">
                {words('treasury')}
              </th>
            </tr>
          </thead>
          <tbody>
            {day.totals
              .filter(({ count, outcome }) => count > 0 || outcome === 'MATCHED')
              .map((total) => (
                <tr key={total.outcome} data-open={total.open > 0}>
                  <th scope="row">{words(total.outcome)}</th>
                  <Figures total={total} />
                </tr>
              ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <Figures
                total={{
                  count: sum(({ count }) => count),
                  open: day.open,
                  system: sum(({ system }) => system),
                  bank: sum(({ bank }) => bank),
                  treasury: sum(({ treasury }) => treasury),
                }}
              />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

interface Sums {
  count: number
  open: number
  system: number
  bank: number
  treasury: number
}

function Figures({ total }: { total: Sums }) {
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  const format = useFormat()
  return (
    <>
      <td data-align="end" data-label={t('count')}>
        {format.count(total.count)}
      </td>
      <td data-align="end" data-label={t('open')}>
        {format.count(total.open)}
      </td>
      {(['system', 'bank', 'treasury'] as const).map((side) => (
        <td key={side} data-align="end" data-label={words(side)}>
          <MoneyText fen={total[side]} />
        </td>
      ))}
    </>
  )
}
