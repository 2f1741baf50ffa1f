import { callOutcomes } from '@shebao/hotline'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { HotlineCallCountsQuery } from './calls.generated.ts'
import { callsMessages } from './calls-messages.ts'
import style from './hotline.module.css'
import { outcomeMessages } from './outcome-messages.ts'

type Count = HotlineCallCountsQuery['hotlineCallCounts'][number]
interface Bar {
  id: string
  name: string
  calls: number
  to: string
}

const sum = (counts: readonly Count[]) => counts.reduce((all, { calls }) => all + calls, 0)

/** Bars by code and by day; each is a link to its calls, so that keys and screen readers walk them like any list. */
export function CallBars({ counts, from, to }: { counts: readonly Count[]; from: string; to: string }) {
  const t = useMessages(callsMessages)
  const words = useMessages(outcomeMessages)
  const format = useFormat()
  const address = (given: Record<string, string>) => `?${new URLSearchParams({ from, to, ...given }).toString()}`
  const byOutcome = callOutcomes
    .map((outcome) => ({
      id: outcome,
      name: words(outcome),
      calls: sum(counts.filter((one) => one.outcome === outcome)),
      to: address({ outcome }),
    }))
    .filter(({ calls }) => calls > 0)
    .toSorted((a, b) => b.calls - a.calls)
  const byDay = [...new Set(counts.map(({ day }) => day))].map((day) => ({
    id: day,
    name: format.date(day),
    calls: sum(counts.filter((one) => one.day === day)),
    to: address({ from: day, to: day, rows: 'all' }),
  }))
  return (
    <div className={style.charts}>
      <Chart label={t('byOutcome')} bars={byOutcome} />
      <Chart label={t('byDay')} bars={byDay} />
    </div>
  )
}

function Chart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const t = useMessages(callsMessages)
  const most = Math.max(1, ...bars.map(({ calls }) => calls))
  return (
    <section>
      <h2>{label}</h2>
      <ul className={style.bars} aria-label={label}>
        {bars.map(({ id, name, calls, to }) => (
          <li key={id}>
            <Link to={to} aria-label={t('said', { name, calls })}>
              <span>{name}</span>
              <span className={style.track} aria-hidden="true">
                <span style={{ width: `${(100 * calls) / most}%` }} />
              </span>
              <span>{t('calls', { calls })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
