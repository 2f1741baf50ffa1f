import type { ReconciliationParty } from '@shebao/premium'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDeriveDay } from './use-derive-day.ts'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { dayMessages } from './day-messages.ts'
import type { Day } from './day.ts'
import { messages } from './messages.ts'
import style from './reconciliation.module.css'
import { SumAmount } from './sum-amount.tsx'

/** Count and sum of every outcome for the three sides, always in sight above the items. */
export function DaySums({ day }: { day: Day }) {
  const t = useMessages(dayMessages)
  const words = useMessages(messages)
  const derive = useDeriveDay(day.day)
  const sum = (of: (total: Day['totals'][number]) => number) => day.totals.reduce((all, total) => all + of(total), 0)
  return (
    <section className={style.section} aria-label={t('sums')}>
      <PlainTable
        caption={t('sums')}
        columns={[
          t('outcome'),
          { end: t('count') },
          { end: t('open') },
          { end: words('system') },
          { end: words('bank') },
          { end: words('treasury') },
        ]}
        foot={
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
              derive={(party) => derive.sum({ party, outcome: null })}
            />
          </tr>
        }
      >
        {day.totals
          .filter(({ count, outcome }) => count > 0 || outcome === 'MATCHED')
          .map((total) => (
            <tr key={total.outcome} data-open={total.open > 0}>
              <th scope="row">{words(total.outcome)}</th>
              <Figures total={total} derive={(party) => derive.sum({ party, outcome: total.outcome })} />
            </tr>
          ))}
      </PlainTable>
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

const parties = { system: 'SYSTEM', bank: 'BANK', treasury: 'TREASURY' } as const

function Figures({ total, derive }: { total: Sums; derive: (party: ReconciliationParty) => LoadDerivation }) {
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
          <SumAmount fen={total[side]} derive={derive(parties[side])} />
        </td>
      ))}
    </>
  )
}
