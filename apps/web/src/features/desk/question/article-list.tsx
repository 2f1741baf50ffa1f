import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { questionWords } from './messages.ts'
import type { ArticleTextFragment } from './question.generated.ts'
import style from './question.module.css'

/** An article in the language of the page. */
export function useArticleWords() {
  const { language } = useLanguage()
  return (article: ArticleTextFragment) =>
    language === 'en'
      ? { title: article.titleEn, body: article.bodyEn, source: article.sourceEn }
      : { title: article.titleZh, body: article.bodyZh, source: article.sourceZh }
}

/** Titles that open to what the office explains, its law, and when it was last held against it. */
export function ArticleList({
  label,
  articles,
  next,
}: {
  label: string
  articles: readonly ArticleTextFragment[]
  next?: (article: ArticleTextFragment) => ReactNode
}) {
  const t = useMessages(questionWords)
  const format = useFormat()
  const wordsOf = useArticleWords()
  return (
    <ul className={style.articles} aria-label={label}>
      {articles.map((article) => {
        const { title, body, source } = wordsOf(article)
        return (
          <li key={article.id}>
            <details>
              <summary>{title}</summary>
              <p className={style.text}>{body}</p>
              <p className={style.soft}>
                {t('source', { source })} · {t('reviewed', { date: format.date(article.reviewedOn) })}
              </p>
              {next?.(article)}
            </details>
          </li>
        )
      })}
    </ul>
  )
}
