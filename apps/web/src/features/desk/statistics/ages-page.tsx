import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Bars } from './bars.tsx'
import { ExportLinks } from './export-links.tsx'
import { HeatTable } from './heat-table.tsx'
import { narrowed } from './measures.ts'
import { messages } from './messages.ts'
import { mostMonths, pathOf } from './selection.ts'
import type { Selection } from './selection.ts'
import { OverdueByAgeDocument } from './statistics.generated.ts'
import type { OverdueAge, OverdueByAgeQuery } from './statistics.generated.ts'
import { Failed, StatisticsFrame } from './statistics-frame.tsx'
import style from './statistics.module.css'

const ages = ['D30', 'D90', 'D365', 'OLDER'] as const satisfies readonly OverdueAge[]

/** What is overdue today by month and by how long; each cell opens into its bills. */
export function AgesPage() {
  return (
    <StatisticsFrame part="ages" usualMonths={mostMonths}>
      {(selection) => <Ages selection={selection} />}
    </StatisticsFrame>
  )
}

function Ages({ selection }: { selection: Selection }) {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(OverdueByAgeDocument, {
    variables: { of: selection },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Failed again={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  const sums = data.overdueByAge
  return (
    <section className={style.section} aria-label={t('ages')}>
      <p className={style.soft}>{t('agesLead')}</p>
      {sums.length === 0 ? (
        <EmptyState title={t('noArrears')} />
      ) : (
        <>
          <AgeBars sums={sums} selection={selection} />
          <AgesByMonth sums={sums} selection={selection} />
          <ExportLinks list="ages" selection={selection} />
        </>
      )}
    </section>
  )
}

interface Shown {
  sums: OverdueByAgeQuery['overdueByAge']
  selection: Selection
}

const added = (sums: Shown['sums']) => ({
  overdue: sums.reduce((sum, { overdue }) => sum + overdue, 0),
  bills: sums.reduce((sum, { bills }) => sum + bills, 0),
})

function AgeBars({ sums, selection }: Shown) {
  const t = useMessages(messages)
  const format = useFormat()
  const bars = ages.map((age) => {
    const { overdue, bills } = added(sums.filter((sum) => sum.age === age))
    const figure = `${format.yuan(overdue)} · ${t('billCount', { count: bills })}`
    return {
      id: age,
      name: t(age),
      figure,
      said: t('opens', { name: t(age), value: figure }),
      parts: [{ tone: 'late', value: overdue }] as const,
      to: pathOf('/staff/statistics/bills', selection, { age }),
    }
  })
  return <Bars label={t('ages')} bars={bars} />
}

function AgesByMonth({ sums, selection }: Shown) {
  const t = useMessages(messages)
  const format = useFormat()
  const periods = [...new Set(sums.map(({ period }) => period))].toSorted()
  const rows = periods.map((period) => {
    const ofMonth = sums.filter((sum) => sum.period === period)
    const month = narrowed(selection, 'PERIOD', period)
    return {
      id: period,
      name: format.period(period),
      sum: format.fen(added(ofMonth).overdue),
      cells: ages.map((age) => {
        const { overdue, bills } = added(ofMonth.filter((sum) => sum.age === age))
        const content =
          bills > 0 ? (
            <Link
              to={pathOf('/staff/statistics/bills', month, { age })}
              aria-label={t('opens', {
                name: `${format.period(period)}, ${t(age)}`,
                value: `${format.yuan(overdue)} · ${t('billCount', { count: bills })}`,
              })}
            >
              {format.fen(overdue)}
            </Link>
          ) : (
            <span>—</span>
          )
        return { value: overdue, content }
      }),
    }
  })
  return (
    <HeatTable
      caption={`${t('ages')} · ${t('PERIOD')}`}
      corner={t('month')}
      columns={ages.map((age) => ({ id: age, name: t(age) }))}
      rows={rows}
      sumName={`${t('total')}${t('yuan')}`}
      colour="vermilion"
      foot={
        <tr>
          <th scope="row">{t('total')}</th>
          {ages.map((age) => (
            <td key={age}>{format.fen(added(sums.filter((sum) => sum.age === age)).overdue)}</td>
          ))}
          <td>{format.fen(added(sums).overdue)}</td>
        </tr>
      }
    />
  )
}
