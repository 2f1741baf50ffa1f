import { Button, NativeSelect } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { deskMessages } from './desk-messages.ts'
import { questionWords } from './messages.ts'
import { DeskQuestionsDocument, type DeskQuestionsQuery } from './question.generated.ts'
import { QuestionStateBadge } from './state-badge.tsx'

type Line = DeskQuestionsQuery['questions']['edges'][number]['node']
const states = ['OPEN', 'ANSWERED', 'CLOSED', 'HANDED_OVER'] as const

/** What insured people ask, what is due first at the top. */
export function DeskPage() {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const [parameters, setParameters] = useSearchParams()
  const state = states.find((one) => one === parameters.get('show')) ?? 'OPEN'
  const { data, error, fetchMore } = useQuery(DeskQuestionsDocument, {
    variables: { state },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const lines = data?.questions.edges.map(({ node }) => node)
  // One's own first, then what nobody has taken.
  const next =
    lines && state === 'OPEN' ? (lines.find(({ mine }) => mine) ?? lines.find((one) => !one.holderName)) : undefined
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        next={
          next ? (
            <Button component={Link} to={`/staff/questions/${next.id}`}>
              {t('next')}
            </Button>
          ) : null
        }
      />
      {data && data.articleReviewsOverdue > 0 ? (
        <Notice tone="warning">
          {t('overdue', { count: data.articleReviewsOverdue })}{' '}
          <Link to="/staff/questions/articles">{t('articles')}</Link>
        </Notice>
      ) : (
        <p>
          <Link to="/staff/questions/articles">{t('articles')}</Link>
        </p>
      )}
      <NativeSelect
        label={t('show')}
        value={state}
        onChange={(event) => setParameters({ show: event.currentTarget.value })}
        data={states.map((value) => ({ value, label: words(`state${value}`) }))}
        maw={280}
        mb="md"
      />
      {!lines ? <Skeleton lines={6} /> : null}
      {lines?.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      {data && lines && lines.length > 0 ? (
        <>
          <PlainTable
            caption={t('title')}
            columns={[words('number'), words('topic'), t('person'), words('dueOn'), t('holder'), words('state')]}
          >
            {lines.map((line) => (
              <LineRow key={line.id} line={line} />
            ))}
          </PlainTable>
          <ShowMore page={data.questions.pageInfo} fetchMore={fetchMore}>
            {t('more')}
          </ShowMore>
        </>
      ) : null}
    </>
  )
}

function LineRow({ line }: { line: Line }) {
  const t = useMessages(deskMessages)
  const words = useMessages(questionWords)
  const format = useFormat()
  const { id, number, kind, topic, personMasked, dueOn, holderName, mine, state, overdue, rating } = line
  return (
    <tr>
      <th scope="row">
        <Link to={`/staff/questions/${id}`}>{number}</Link>
      </th>
      <td data-label={words('topic')}>
        {words(kind)} · {words(topic)}
      </td>
      <td data-label={t('person')}>{personMasked}</td>
      <td data-label={words('dueOn')}>{format.date(dueOn)}</td>
      <td data-label={t('holder')}>{mine ? t('me') : (holderName ?? t('nobody'))}</td>
      <td data-label={words('state')}>
        <QuestionStateBadge state={state} overdue={overdue} />
        {rating === null ? null : ` ${t('rating')} ${rating}`}
      </td>
    </tr>
  )
}
