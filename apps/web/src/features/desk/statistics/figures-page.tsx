import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ExportLinks } from './export-links.tsx'
import { FiguresChart } from './figures-chart.tsx'
import { FiguresTable } from './figures-table.tsx'
import { dimensions, measures } from './measures.ts'
import type { Measure } from './measures.ts'
import { messages } from './messages.ts'
import { pathOf } from './selection.ts'
import type { Figure, Outlook, Selection } from './selection.ts'
import { StatisticsDocument } from './statistics.generated.ts'
import type { StatisticDimension } from './statistics.generated.ts'
import { Failed, StatisticsFrame } from './statistics-frame.tsx'
import style from './statistics.module.css'

/** Insured people, employers, declared, billed, collected and overdue, as a chart or a table that opens into the rows. */
export function FiguresPage() {
  return (
    <StatisticsFrame part="figures">
      {(selection, outlook) => <Figures selection={selection} outlook={outlook} />}
    </StatisticsFrame>
  )
}

function Figures({ selection, outlook }: { selection: Selection; outlook: Outlook }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [params] = useSearchParams()
  const by = dimensions.find((known) => known === params.get('by')) ?? 'PERIOD'
  const measure = measures.find((known) => known === params.get('measure')) ?? 'PEOPLE'
  const view: Chosen['view'] = params.get('view') === 'table' ? 'table' : 'chart'
  const { data, error, refetch } = useQuery(StatisticsDocument, {
    variables: { by, of: selection },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Failed again={() => void refetch()} />
  const chosen = { by, measure, view }
  if (!data) return <Skeleton lines={10} />
  const { figures, total, asOf } = data.statistics
  const shown = { figures, by, selection, outlook }
  return (
    <section className={style.section} aria-label={t('figures')}>
      <p className={style.soft}>{t(by === 'PERIOD' ? 'leadByMonth' : 'lead', { time: format.instant(asOf) })}</p>
      <Totals total={total} />
      <Choose selection={selection} chosen={chosen} />
      {view === 'chart' ? <FiguresChart {...shown} measure={measure} /> : <FiguresTable {...shown} total={total} />}
      <ExportLinks list="figures" selection={selection} more={{ by }} />
    </section>
  )
}

interface Chosen {
  by: StatisticDimension
  measure: Measure
  view: 'chart' | 'table'
}

function Choose({ selection, chosen }: { selection: Selection; chosen: Chosen }) {
  const t = useMessages(messages)
  const to = (change: Partial<Chosen>) => pathOf('/staff/statistics', selection, { ...chosen, ...change })
  return (
    <div className={style.choose}>
      <ChoiceLinks
        label={t('by')}
        chosen={chosen.by}
        options={dimensions.map((id) => ({ id, text: t(id), to: to({ by: id }) }))}
      />
      {chosen.view === 'chart' ? (
        <ChoiceLinks
          label={t('measure')}
          chosen={chosen.measure}
          options={measures.map((id) => ({ id, text: t(id), to: to({ measure: id }) }))}
        />
      ) : null}
      <ChoiceLinks
        label={t('shown')}
        chosen={chosen.view}
        options={(['chart', 'table'] as const).map((id) => ({ id, text: t(id), to: to({ view: id }) }))}
      />
    </div>
  )
}

function Totals({ total }: { total: Figure }) {
  const t = useMessages(messages)
  const format = useFormat()
  const facts = [
    [t('insured'), format.count(total.people)],
    [t('employers'), format.count(total.employers)],
    [t('base'), format.yuan(total.base)],
    [t('charged'), format.yuan(total.charged)],
    [t('settled'), format.yuan(total.settled)],
  ] as const
  return (
    <dl className={style.totals} aria-label={t('totals')}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('OVERDUE')}</dt>
        <dd data-late={total.overdue > 0}>{format.yuan(total.overdue)}</dd>
      </div>
    </dl>
  )
}
