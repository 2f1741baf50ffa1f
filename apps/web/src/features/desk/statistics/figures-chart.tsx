import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Bars, Legend } from './bars.tsx'
import { partsOf, rowsPath } from './measures.ts'
import type { Measure } from './measures.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import type { Figure, Outlook, Selection } from './selection.ts'
import type { StatisticDimension } from './statistics.generated.ts'
import style from './statistics.module.css'

export interface ShownFigures {
  figures: readonly Figure[]
  by: StatisticDimension
  selection: Selection
  outlook: Outlook
}

/** By month in the order of time, else the largest first. */
export function FiguresChart({ figures, by, selection, outlook, measure }: ShownFigures & { measure: Measure }) {
  const t = useMessages(messages)
  const nameOf = useNames(outlook)
  const said = useSaid(measure)
  const sizeOf = (figure: Figure) => partsOf(figure, measure).reduce((sum, { value }) => sum + value, 0)
  const sorted = by === 'PERIOD' ? figures : figures.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const bars = sorted.map((figure) => {
    const name = nameOf(by, figure.key)
    const { short, long } = said(figure)
    return {
      id: figure.key,
      name,
      figure: short,
      said: t('opens', { name, value: long }),
      parts: partsOf(figure, measure),
      to: rowsPath(selection, by, figure.key, measure),
    }
  })
  return (
    <div className={style.section}>
      <Bars label={t(measure)} bars={bars} />
      {measure === 'CHARGED' ? (
        <Legend
          parts={[
            ['solid', t('settled')],
            ['light', t('notDue')],
            ['late', t('overdue')],
          ]}
        />
      ) : null}
    </div>
  )
}

function useSaid(measure: Measure) {
  const t = useMessages(messages)
  const format = useFormat()
  return ({ people, employers, base, charged, settled, overdue }: Figure): { short: string; long: string } => {
    const same = (text: string) => ({ short: text, long: text })
    if (measure === 'PEOPLE') return { short: format.count(people), long: t('personCount', { count: people }) }
    if (measure === 'EMPLOYERS') return { short: format.count(employers), long: t('unitCount', { count: employers }) }
    if (measure === 'BASE') return same(format.yuan(base))
    if (measure === 'OVERDUE') return same(format.yuan(overdue))
    const long = [
      `${t('charged')} ${format.yuan(charged)}`,
      `${t('settled')} ${format.yuan(settled)}`,
      `${t('overdue')} ${format.yuan(overdue)}`,
    ].join(' · ')
    return { short: format.yuan(charged), long }
  }
}
