import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { useFocusWhenLost } from '../../../shared/ui/use-focus-when-lost.ts'
import { ArticleList } from './article-list.tsx'
import { AskForm } from './ask-form.tsx'
import { askMessages } from './ask-messages.ts'
import { questionWords } from './messages.ts'
import { ArticlesFoundDocument, MyQuestionsDocument } from './question.generated.ts'
import type { ArticleTextFragment } from './question.generated.ts'
import style from './question.module.css'
import { QuestionStateBadge } from './state-badge.tsx'

const waitForTyping = 250
const month = /^\d{4}-(0[1-9]|1[0-2])$/

/** What the office has explained already, then the way to ask it, then what was asked. */
export function AskPage() {
  const t = useMessages(askMessages)
  const [parameters] = useSearchParams()
  const asked = parameters.get('month') ?? ''
  const period = month.test(asked) ? asked : undefined
  const notice = parameters.get('notice') ?? undefined
  const [open, setOpen] = useState(period !== undefined || notice !== undefined)
  const [from, setFrom] = useState<ArticleTextFragment>()
  const [sent, setSent] = useState<string>()
  // Once it is sent, the page begins anew with its number.
  useFocusWhenLost(sent)
  const heading = useFocusWhenLost(open ? (from?.id ?? 'NEW') : undefined, open)
  const ask = (article: ArticleTextFragment | undefined) => {
    setFrom(article)
    setSent(undefined)
    setOpen(true)
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {sent ? <Notice tone="done">{t('sent', { number: sent })}</Notice> : null}
      <Explained onAsk={ask} />
      <section className={style.section}>
        <h2 ref={heading} tabIndex={-1}>
          {t('ask')}
        </h2>
        {open ? (
          <AskForm
            period={period}
            notice={notice}
            article={from}
            onSent={(number) => {
              setSent(number)
              setOpen(false)
              window.scrollTo({ top: 0 })
            }}
          />
        ) : (
          <div>
            <Button onClick={() => ask(undefined)}>{t('ask')}</Button>
          </div>
        )}
      </section>
      <MyQuestions />
    </>
  )
}

/** Searched as it is typed. */
function Explained({ onAsk }: { onAsk: (article: ArticleTextFragment) => void }) {
  const t = useMessages(askMessages)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), waitForTyping)
  const { data, previousData, error, refetch } = useQuery(ArticlesFoundDocument, { variables: { search } })
  const articles = (data ?? previousData)?.articles
  return (
    <section className={style.section}>
      <h2>{t('found')}</h2>
      <TextInput
        type="search"
        label={t('search')}
        placeholder={t('searchHint')}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error && !articles ? (
        <Notice tone="refused">
          {t('loadFailed')}{' '}
          <Button variant="default" size="compact-md" onClick={() => void refetch()}>
            {t('again')}
          </Button>
        </Notice>
      ) : null}
      {!articles && !error ? <Skeleton lines={5} /> : null}
      <output>{articles?.length === 0 ? <p>{t('noneFound')}</p> : null}</output>
      {articles && articles.length > 0 ? (
        <ArticleList
          label={t('found')}
          articles={search === '' ? articles.slice(0, 6) : articles}
          next={(article) => (
            <Button variant="default" onClick={() => onAsk(article)}>
              {t('notAnswered')}
            </Button>
          )}
        />
      ) : null}
    </section>
  )
}

function MyQuestions() {
  const t = useMessages(askMessages)
  const words = useMessages(questionWords)
  const format = useFormat()
  const { data, error, fetchMore } = useQuery(MyQuestionsDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  return (
    <section className={style.section}>
      <h2>{t('mine')}</h2>
      {!data ? <Skeleton lines={3} /> : null}
      {data?.myQuestions.edges.length === 0 ? <EmptyState title={t('noMine')}>{t('noMineText')}</EmptyState> : null}
      {data && data.myQuestions.edges.length > 0 ? (
        <>
          <ul className={style.list} aria-label={t('mine')}>
            {data.myQuestions.edges.map(({ node }) => (
              <li key={node.id}>
                <Link to={`/me/ask/${node.id}`}>
                  <span className={style.line}>
                    <strong>
                      {words(node.kind)} · {words(node.topic)}
                      {node.period ? ` · ${format.period(node.period)}` : ''}
                    </strong>
                    <QuestionStateBadge state={node.state} overdue={node.overdue} />
                  </span>
                  <span className={style.soft}>
                    {node.number} · {t('askedAt', { time: format.instant(node.askedAt) })}
                    {node.state === 'OPEN' ? ` · ${t('dueBy', { date: format.date(node.dueOn) })}` : ''}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <ShowMore page={data.myQuestions.pageInfo} fetchMore={fetchMore}>
            {t('earlier')}
          </ShowMore>
        </>
      ) : null}
    </section>
  )
}
