import { useId } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import sheet from './policy.module.css'
import style from './change-chart.module.css'
import type { Simulation } from './proposal-type.ts'
import { SimulatedAmount } from './simulated-amount.tsx'
import type { Derive } from './simulated-amount.tsx'
import { simulationMessages } from './simulation-messages.ts'

type Bin = Simulation['bins'][number]

/** How many people change by how much. Which way a bar goes says more or less, so it reads without colour; the table has the figures. */
export function ChangeChart({ simulation, derive }: { simulation: Simulation; derive: Derive }) {
  const t = useMessages(simulationMessages)
  const format = useFormat()
  const label = useBinLabel()
  const heading = useId()
  const { more, less, people } = simulation
  const used = simulation.bins.map((bin, index) => (bin.people > 0 ? index : -1)).filter((index) => index >= 0)
  const [first = 0, last = 0] = [used[0], used.at(-1)]
  const bins = simulation.bins
    .map((bin, place) => ({ ...bin, place }))
    .slice(first, last + 1)
    .toReversed()
  const most = Math.max(...bins.map((bin) => bin.people), 1)
  const counts = { more: format.count(more), less: format.count(less), same: format.count(people - more - less) }
  return (
    <section className={sheet.section} aria-labelledby={heading}>
      <h3 id={heading}>{t('chartTitle')}</h3>
      <figure className={style.chart}>
        <div aria-hidden>
          {bins.map((bin) => (
            <div key={`${bin.from} ${bin.to}`} className={style.bar} data-way={wayOf(bin)}>
              <span>{label(bin)}</span>
              <span className={style.barTrack}>
                <span className={style.barFill} style={{ inlineSize: `${(bin.people / most) * 100}%` }} />
              </span>
              <span className={style.barCount}>{format.count(bin.people)}</span>
            </div>
          ))}
        </div>
        <figcaption className="quiet">{t('chartText', counts)}</figcaption>
      </figure>
      <PlainTable caption={t('chartTitle')} columns={[t('change'), { end: t('people') }, { end: t('amount') }]}>
        {bins.map((bin) => (
          <tr key={`${bin.from} ${bin.to}`}>
            <th scope="row">{label(bin)}</th>
            <td data-align="end" data-label={t('people')}>
              {format.count(bin.people)}
            </td>
            <td data-align="end" data-label={t('amount')}>
              <SimulatedAmount
                fen={bin.amount}
                change
                sign
                derive={bin.people > 0 ? derive?.bin(bin.place) : undefined}
              />
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  )
}

function wayOf({ from, to }: Bin): 'more' | 'less' | 'same' {
  if (from === 0 && to === 0) return 'same'
  return from !== null && from >= 0 ? 'more' : 'less'
}

/** "More: 10 to 20 yuan". The bounds are whole yuan. */
function useBinLabel() {
  const t = useMessages(simulationMessages)
  const format = useFormat()
  const yuan = (fen: number) => format.count(Math.abs(fen) / 100)
  return (bin: Bin): string => {
    const way = wayOf(bin)
    if (way === 'same') return t('same')
    const [near, far] = way === 'more' ? [bin.from, bin.to] : [bin.to, bin.from]
    const range =
      far === null
        ? t('binOver', { from: yuan(near ?? 0) })
        : near === 0
          ? t('binTo', { to: yuan(far) })
          : t('binRange', { from: yuan(near ?? 0), to: yuan(far) })
    return t(way === 'more' ? 'binMore' : 'binLess', { range })
  }
}
