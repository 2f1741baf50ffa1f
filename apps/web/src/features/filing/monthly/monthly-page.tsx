import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { EarlierMonths } from './earlier-months.tsx'
import { messages } from './messages.ts'
import { MonthlyListDocument, type MonthlyListQuery } from './monthly.generated.ts'
import style from './monthly.module.css'
import { MonthlyState } from '../../../shared/case/monthly-state.tsx'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { OpenMonth } from './open-month.tsx'
import { UnemployedDuties } from './unemployed-duties.tsx'
import { useMonthlyWindow } from './use-monthly-window.ts'

/** Which month is declared now and until when; the months so far; and the way back to earlier ones. */
export function MonthlyPage() {
  const t = useMessages(messages)
  const { window, readOnly } = useMonthlyWindow()
  const { data, error, fetchMore } = useQuery(MonthlyListDocument, {
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data || (!window && !readOnly)) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.employer.monthlyDeclarations
  const declarations = edges.map(({ node }) => node)
  return (
    <>
      <PageHeader title={t('place')} lead={t('lead')} />
      <div className={style.page}>
        {readOnly ? <Notice tone="info">{t('readOnly')}</Notice> : null}
        {window ? (
          <OpenMonth
            window={window}
            declaration={declarations.find((one) => one.period === window.open && one.filing === 'REGULAR')}
          />
        ) : null}
        {readOnly ? null : <UnemployedDuties today={window?.today} />}
        <section aria-labelledby="months">
          <h2 id="months">{t('months')}</h2>
          {declarations.length === 0 ? (
            <EmptyState title={t('monthsNone')}>{t('monthsNoneText')}</EmptyState>
          ) : (
            <Months declarations={declarations} />
          )}
          <ShowMore page={pageInfo} fetchMore={fetchMore}>
            {t('more')}
          </ShowMore>
        </section>
        {window ? <EarlierMonths window={window} /> : null}
      </div>
    </>
  )
}

type ListedMonth = MonthlyListQuery['employer']['monthlyDeclarations']['edges'][number]['node']

function Months({ declarations }: { declarations: readonly ListedMonth[] }) {
  const t = useMessages(messages)
  const words = useMessages(monthlyWords)
  const format = useFormat()
  return (
    <PlainTable caption={t('months')} columns={[t('month'), t('kind'), t('state'), { end: t('changes') }, t('dates')]}>
      {declarations.map(({ id, period, filing, sequence, state, editable, counts, dueOn, submittedAt }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={`/employer/monthly/${id}`}>{format.period(period)}</Link>
          </th>
          <td data-label={t('kind')}>
            {sequence > 1 ? words('numbered', { filing: words(filing), sequence: String(sequence) }) : words(filing)}
          </td>
          <td>
            <MonthlyState state={state} />
          </td>
          <td data-label={t('changes')} data-align="end">
            {format.count(counts.changes)}
          </td>
          <td data-label={t('dates')}>
            {editable || submittedAt === null
              ? t('dueOn', { date: format.date(dueOn) })
              : t('submittedAt', { time: format.instant(submittedAt) })}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
