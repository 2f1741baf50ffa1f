import { answerName } from '@shebao/declaration-rules'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ExportLinks } from './export-links.tsx'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import { pathOf, selectionOf } from './selection.ts'
import type { Outlook, Selection } from './selection.ts'
import { OverdueBillsDocument, StatisticEmployersDocument, StatisticOutlookDocument } from './statistics.generated.ts'
import type { OverdueAge, StatisticMeasure } from './statistics.generated.ts'
import { Failed } from './statistics-frame.tsx'
import style from './statistics.module.css'

const orders = ['PEOPLE', 'BASE', 'CHARGED', 'SETTLED', 'OPEN'] as const satisfies readonly StatisticMeasure[]
const ages = ['D30', 'D90', 'D365', 'OLDER'] as const satisfies readonly OverdueAge[]

/** The employers that a bar or a cell counts. */
export function EmployersBehindPage() {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const order = orders.find((known) => known === params.get('order')) ?? 'PEOPLE'
  return (
    <Behind title={t('employersBehind')}>
      {(selection) => (
        <>
          <Employers key={params.toString()} selection={selection} order={order} />
          <ExportLinks list="employers" selection={selection} more={{ order }} />
        </>
      )}
    </Behind>
  )
}

/** The overdue bills that a bar or a cell counts. */
export function OverdueBillsPage() {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const age = ages.find((known) => known === params.get('age')) ?? null
  return (
    <Behind title={t('billsBehind')} also={age ? [t(age)] : []}>
      {(selection) => <Bills key={params.toString()} selection={selection} age={age} />}
    </Behind>
  )
}

interface BehindProps {
  title: string
  also?: readonly string[]
  children: (selection: Selection) => ReactNode
}

/** Says what the figure is of, and leads back to it. */
function Behind({ title, also = [], children }: BehindProps) {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const { data, error, refetch } = useQuery(StatisticOutlookDocument)
  const outlook = data?.statisticOutlook
  const selection = outlook ? selectionOf(params, outlook) : undefined
  const back = selection ? pathOf('/staff/statistics', selection) : '/staff/statistics'
  return (
    <>
      <PageHeader
        title={title}
        above={<Link to={back}>{t('back')}</Link>}
        lead={outlook && selection ? <Said selection={selection} outlook={outlook} also={also} /> : null}
      />
      {error && !data ? <Failed again={() => void refetch()} /> : null}
      {data && !outlook ? <EmptyState title={t('none')} /> : null}
      {selection ? <section className={style.section}>{children(selection)}</section> : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
    </>
  )
}

function Said({ selection, outlook, also }: { selection: Selection; outlook: Outlook; also: readonly string[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useNames(outlook)
  const { from, to, insurance, industry, district } = selection
  const months = from === to ? format.period(to) : t('ofMonths', { from: format.period(from), to: format.period(to) })
  const parts = [
    months,
    ...(insurance ? [nameOf('INSURANCE', insurance)] : []),
    ...(industry ? [nameOf('INDUSTRY', industry)] : []),
    ...(district ? [nameOf('DISTRICT', district)] : []),
    ...also,
  ]
  return <>{parts.join(' · ')}</>
}

function Employers({ selection, order }: { selection: Selection; order: StatisticMeasure }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const { data, error, refetch, fetchMore } = useQuery(StatisticEmployersDocument, {
    variables: { of: selection, order, after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Failed again={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.statisticEmployers
  if (edges.length === 0) return <EmptyState title={t('emptyRows')} />
  const money = (name: 'base' | 'charged' | 'settled' | 'open') => `${t(name)}${t('yuan')}`
  const heads = [t('insured'), money('base'), money('charged'), money('settled'), money('open')]
  return (
    <div className={style.list}>
      <PlainTable
        caption={t('employersBehind')}
        columns={[t('unit'), t('industry'), ...heads.map((end) => ({ end }))]}
        keys={t('keys')}
      >
        {edges.map(({ node }) => (
          <tr key={node.id}>
            <th scope="row">
              <Link data-row to={`/staff/employers/${node.id}`}>
                {node.name}
              </Link>
              <span className="sub">{node.registrationNo}</span>
            </th>
            <td data-label={t('industry')}>{answerName('industry', node.industry, language)}</td>
            {[format.count(node.people), ...[node.base, node.charged, node.settled, node.open].map(format.fen)].map(
              (text, index) => (
                <td key={heads[index]} data-align="end" data-label={heads[index]}>
                  {text}
                </td>
              ),
            )}
          </tr>
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </div>
  )
}

function Bills({ selection, age }: { selection: Selection; age: OverdueAge | null }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error, refetch, fetchMore } = useQuery(OverdueBillsDocument, {
    variables: { of: selection, age, after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Failed again={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.overdueBills
  if (edges.length === 0) return <EmptyState title={t('noArrears')} />
  const overdue = `${t('OVERDUE')}${t('yuan')}`
  return (
    <div className={style.list}>
      <PlainTable
        caption={t('billsBehind')}
        columns={[t('bill'), t('unit'), t('month'), t('dueOn'), { end: overdue }]}
        keys={t('keys')}
      >
        {edges.map(({ node }) => (
          <tr key={node.id}>
            <th scope="row">
              <Link data-row to={`/staff/notices/${node.id}`}>
                {node.number}
              </Link>
            </th>
            <td data-line>
              <Link to={`/staff/employers/${node.employerId}`}>{node.employerName}</Link>
            </td>
            <td data-label={t('month')}>{format.period(node.period)}</td>
            <td data-label={t('dueOn')}>{format.date(node.dueOn)}</td>
            <td data-align="end" data-label={overdue}>
              {format.fen(node.overdue)}
            </td>
          </tr>
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </div>
  )
}
