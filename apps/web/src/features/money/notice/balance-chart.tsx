import { stripeInsurances } from '../../../shared/ui/insurance-words.ts'
import type { MonthOfYear } from './months-of-year.ts'
import style from './balances.module.css'

const height = 160
const slot = 40
const bar = 24
/** Above the columns, so that a hollow one's line is not cut. */
const air = 4

const colours = {
  PENSION: 'pension',
  MEDICAL: 'medical',
  UNEMPLOYMENT: 'unemployment',
  WORK_INJURY: 'work-injury',
  MATERNITY: 'maternity',
} as const

/** A column a month, a stripe an insurance; what is not paid is hollow. Everything it says stands in the table below it. */
export function BalanceChart({ months, label }: { months: readonly MonthOfYear[]; label: string }) {
  const most = Math.max(1, ...months.map(({ charged }) => charged))
  return (
    <svg
      className={style.chart}
      viewBox={`0 0 ${slot * 12} ${height + air}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      {months.map((month) => {
        const x = (Number(month.period.slice(5)) - 1) * slot + (slot - bar) / 2
        let top = height + air
        return stripeInsurances.map((insurance) => {
          const { charged, outstanding } = month.of[insurance]
          if (charged <= 0) return null
          const tall = (height * charged) / most
          // Never more than the stripe, whatever rounding does.
          const owed = Math.min(tall, (tall * Math.max(0, outstanding)) / charged)
          top -= tall
          const colour = `var(--insurance-${colours[insurance]})`
          return (
            <g key={`${month.period} ${insurance}`}>
              <rect x={x} y={top + owed} width={bar} height={tall - owed} fill={colour} />
              {owed > 0 ? (
                <rect x={x + 1} y={top} width={bar - 2} height={owed} fill="none" stroke={colour} strokeWidth={2} />
              ) : null}
            </g>
          )
        })
      })}
    </svg>
  )
}
