import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { draftOf } from './article-draft.ts'
import { ArticleForm } from './article-form.tsx'
import { ArticleList } from './article-list.tsx'
import { deskMessages } from './desk-messages.ts'
import { mayWriteArticles } from './may-write-articles.ts'
import { AllArticlesDocument } from './question.generated.ts'
import type { ArticleTextFragment } from './question.generated.ts'
import style from './question.module.css'

/** What the office explains, those to be checked against the law first at the top. */
export function ArticlesPage() {
  const t = useMessages(deskMessages)
  const format = useFormat()
  const { roles } = useViewer()
  const mayEdit = roles.some(mayWriteArticles)
  const { data, error } = useQuery(AllArticlesDocument, { fetchPolicy: 'cache-and-network' })
  const draft = draftOf(useLocation().state)
  const [editing, setEditing] = useState<ArticleTextFragment | 'NEW' | undefined>(draft && mayEdit ? 'NEW' : undefined)
  const [drafted, setDrafted] = useState(draft)
  const [saved, setSaved] = useState(false)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const edit = (article: ArticleTextFragment | 'NEW') => {
    setSaved(false)
    setDrafted(undefined)
    setEditing(article)
  }
  return (
    <>
      <PageHeader
        title={t('articles')}
        above={<Link to="/staff/questions">{t('title')}</Link>}
        lead={t('articlesLead')}
        next={mayEdit && !editing ? <Button onClick={() => edit('NEW')}>{t('newArticle')}</Button> : null}
      />
      {saved ? <Notice tone="done">{t('saved')}</Notice> : null}
      {editing ? (
        <ArticleForm
          key={editing === 'NEW' ? 'NEW' : editing.id}
          article={editing === 'NEW' ? undefined : editing}
          draft={editing === 'NEW' ? drafted : undefined}
          onSaved={() => {
            setEditing(undefined)
            setSaved(true)
          }}
          onCancel={() => setEditing(undefined)}
        />
      ) : (
        <ArticleList
          label={t('articles')}
          articles={data.articles}
          next={(article) => (
            <div className={style.line}>
              <StatusBadge tone={article.reviewOverdue ? 'overdue' : 'idle'}>
                {t(article.reviewOverdue ? 'reviewOverdue' : 'reviewDue', { date: format.date(article.reviewDueOn) })}
              </StatusBadge>
              {mayEdit ? (
                <Button variant="default" onClick={() => edit(article)}>
                  {t('edit')}
                </Button>
              ) : null}
            </div>
          )}
        />
      )}
    </>
  )
}
