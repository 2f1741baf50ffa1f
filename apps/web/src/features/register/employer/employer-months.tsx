import { addMonths, period as toPeriod } from '@shebao/kernel'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { MonthlyState } from '../../../shared/case/monthly-state.tsx'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { EmployerMonthsDocument } from './employer-months.generated.ts'
import type { EmployerMonthsQuery } from './employer-months.generated.ts'
import { monthMessages } from './month-messages.ts'

type Unit = NonNullable<EmployerMonthsQuery['registeredUnit']>
type Declared = Unit['monthlyDeclarations']['edges'][number]['node']

/** The months the unit has declared; where every month has to be declared, those it has not. */
export function EmployerMonths({ id }: { id: string }) {
  const t = useMessages(monthMessages)
  const { data, error, fetchMore } = useQuery(EmployerMonthsDocument, {
    variables: { id, after: null },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={4} />
  const unit = data.registeredUnit
  if (!unit) return null
  const { edges, pageInfo } = unit.monthlyDeclarations
  const declared = edges.map(({ node }) => node)
  return (
    <>
      <Mode unit={unit} declared={declared} />
      {declared.length === 0 ? <p>{t('none')}</p> : <Months declared={declared} />}
      <ShowMore page={pageInfo} fetchMore={fetchMore}>
        {t('more')}
      </ShowMore>
    </>
  )
}

function Mode({ unit: { monthlyWindow }, declared }: { unit: Unit; declared: readonly Declared[] }) {
  const t = useMessages(monthMessages)
  const format = useFormat()
  const { monthlySelf, open, oldest } = monthlyWindow
  if (!monthlySelf) return <p className="quiet">{t('carryForward')}</p>
  const missing = monthsBetween(oldest, open).filter((month) => !declared.some(({ period }) => period === month))
  const past = missing.filter((month) => month < open)
  return (
    <>
      <p className="quiet">{t('monthlySelf')}</p>
      {past.length > 0 ? (
        <Notice tone="warning">
          {t('notFiled', { months: past.map((month) => format.period(month)).join(t('and')) })}
        </Notice>
      ) : null}
      {missing.includes(open) ? <p>{t('notYet', { month: format.period(open) })}</p> : null}
    </>
  )
}

/** Both included, the first one first. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = toPeriod(first); month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

function Months({ declared }: { declared: readonly Declared[] }) {
  const t = useMessages(monthMessages)
  const word = useMessages(monthlyWords)
  const format = useFormat()
  return (
    <PlainTable caption={t('months')} columns={[t('month'), t('state'), t('changes'), t('submitted')]}>
      {declared.map(({ id, period, filing, sequence, state, version, submittedAt, counts }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={`/staff/monthly/${id}`}>{format.period(period)}</Link>
            {filing === 'REGULAR' ? null : (
              <span className="sub">
                {sequence > 1 ? word('numbered', { filing: word(filing), sequence: String(sequence) }) : word(filing)}
              </span>
            )}
          </th>
          <td>
            <MonthlyState state={state} />
          </td>
          <td data-label={t('changes')}>
            {t('counts', { joins: counts.joins, stops: counts.stops, others: counts.bases + counts.infos })}
          </td>
          <td data-label={t('submitted')}>
            {submittedAt ? format.instant(submittedAt) : '—'}
            <span className="sub">{t('version', { version: String(version) })}</span>
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
