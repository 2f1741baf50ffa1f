import { useId, useState } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import type { Translate } from '../lib/messages.ts'
import { useFormat } from '../lib/use-format.ts'
import { insuranceWords, stripeInsurances, type StripeInsurance } from './insurance-words.ts'
import { messages } from './messages.ts'
import style from './month-grid.module.css'

export type MonthStatus =
  | 'PAID'
  | 'UNPAID'
  | 'DEFERRED'
  | 'BACK_PAID'
  | 'REFUNDED'
  | 'TRANSFERRED_IN'
  | 'MOVED_AWAY'
  | 'PENDING'
  | 'GAP'

export interface GridMonth {
  /** YYYY-MM */
  period: string
  status: Partial<Record<StripeInsurance, MonthStatus>>
}

interface MonthGridProps {
  /** Any order; months without a row stay blank, so a gap is seen as a gap. */
  months: readonly GridMonth[]
  /** Pressing a month, for its amounts. */
  onOpen?: (period: string) => void
}

const statuses: readonly MonthStatus[] = ['PAID', 'UNPAID', 'DEFERRED', 'BACK_PAID', 'REFUNDED', 'PENDING', 'GAP']
/** Shown in the legend only where some month has them: few people have moved between regions. */
const rare: readonly MonthStatus[] = ['TRANSFERRED_IN', 'MOVED_AWAY']
const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1)

/**
 * A year is a row (two on a phone, where a cell must be wide enough for a finger), a month a cell, an insurance a stripe. The place of the stripe says which insurance, its filling says the
 * status, so it reads without colour; each cell also says both in words.
 */
export function MonthGrid({ months, onOpen }: MonthGridProps) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  const id = useId()
  const byPeriod = new Map(months.map((month) => [month.period, month]))
  const years = [...new Set(months.map(({ period }) => period.slice(0, 4)))].toSorted().toReversed()
  return (
    <div className={style.wrap}>
      <section className={style.years} aria-label={t('monthGrid')}>
        {years.map((year) => (
          <div key={year} className={style.yearRow}>
            <h2 id={`${id}-${year}`}>{year}</h2>
            <ol className={style.grid} aria-labelledby={`${id}-${year}`}>
              {monthNumbers.map((month) => {
                const period = `${year}-${String(month).padStart(2, '0')}`
                const found = byPeriod.get(period)
                // Said here, not in each of the hundreds of cells: they then have nothing to look up.
                const said = `${format.period(period)}: ${found ? inWords(found, words) : t('none')}`
                return (
                  <li key={period}>
                    <MonthCell period={period} month={found} said={said} {...(onOpen ? { onOpen } : {})} />
                  </li>
                )
              })}
            </ol>
          </div>
        ))}
      </section>
      <Legend months={months} />
      <InWords months={months} />
    </div>
  )
}

const inWords = ({ status }: GridMonth, words: Translate<(typeof insuranceWords)['zh']>) =>
  stripeInsurances.map((insurance) => `${words(insurance)} ${words(status[insurance] ?? 'NOT_INSURED')}`).join(', ')

function MonthCell({
  period,
  month,
  said,
  onOpen,
}: {
  period: string
  month: GridMonth | undefined
  said: string
  onOpen?: (period: string) => void
}) {
  const number = (
    <span className={style.number} aria-hidden>
      {Number(period.slice(5))}
    </span>
  )
  if (!month)
    return (
      <span className={style.blank}>
        {number}
        <span className="visually-hidden">{said}</span>
      </span>
    )
  const stripes = stripeInsurances.map((insurance) => (
    <span
      key={insurance}
      className={style.stripe}
      data-insurance={insurance}
      data-status={month.status[insurance] ?? 'NONE'}
    />
  ))
  const content = (
    <>
      {number}
      {stripes}
      <span className="visually-hidden">{said}</span>
    </>
  )
  if (!onOpen) return <span className={style.cell}>{content}</span>
  return (
    <button type="button" className={style.cell} onClick={() => onOpen(period)}>
      {content}
    </button>
  )
}

function Legend({ months }: Pick<MonthGridProps, 'months'>) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const met = new Set(months.flatMap(({ status }) => Object.values(status)))
  return (
    <div className={style.legend}>
      <ol aria-label={t('monthGridStripes')}>
        {stripeInsurances.map((insurance) => (
          <li key={insurance}>
            <span className={style.stripe} data-insurance={insurance} data-status="PAID" />
            {words(insurance)}
          </li>
        ))}
      </ol>
      <ul aria-label={t('monthGridSigns')}>
        {[...statuses, ...rare.filter((one) => met.has(one))].map((status) => (
          <li key={status}>
            <span className={style.stripe} data-status={status} />
            {words(status)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The same in a table. It is as long as the picture, so it is drawn only for whoever opens it. */
function InWords({ months }: Pick<MonthGridProps, 'months'>) {
  const t = useMessages(messages)
  const [opened, setOpened] = useState(false)
  return (
    <details className={style.details} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{t('monthGridTable')}</summary>
      {opened ? <MonthTable months={months} /> : null}
    </details>
  )
}

function MonthTable({ months }: { months: readonly GridMonth[] }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it
    <section className={style.scroll} aria-label={t('monthGridTable')} tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            {stripeInsurances.map((insurance) => (
              <th key={insurance} scope="col">
                {words(insurance)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months
            .toSorted((a, b) => b.period.localeCompare(a.period))
            .map(({ period, status }) => (
              <tr key={period}>
                <th scope="row">{format.period(period)}</th>
                {stripeInsurances.map((insurance) => (
                  <td key={insurance}>{words(status[insurance] ?? 'NOT_INSURED')}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
