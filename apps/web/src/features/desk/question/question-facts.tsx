import type { ReactNode } from 'react'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { AnswerTerm } from './answer-term.tsx'
import { useArticleWords } from './article-list.tsx'
import { questionWords } from './messages.ts'
import type { QuestionWholeFragment } from './question.generated.ts'
import style from './question.module.css'
import { QuestionStateBadge } from './state-badge.tsx'

/** What a question is about and how far it is. */
export function QuestionFacts({
  question,
  more = [],
}: {
  question: QuestionWholeFragment
  more?: readonly (readonly [string, ReactNode])[]
}) {
  const t = useMessages(questionWords)
  const insurances = useMessages(insuranceWords)
  const format = useFormat()
  const wordsOf = useArticleWords()
  const { kind, topic, period, about, notice, insurance, article, dueOn, term, state, overdue, files } = question
  return (
    <Facts
      facts={[
        ...more,
        ...(question.byPhone ? [[t('byPhone'), t('byPhoneText')] as const] : []),
        [t('topic'), `${t(kind)} · ${t(topic)}`],
        ...(period === null ? [] : [[t('aboutMonth'), format.period(period)] as const]),
        ...(about === 'CARD' ? [[t('aboutCard'), '✓'] as const] : []),
        ...(about === 'NOTICE' ? [[t('aboutNotice'), <AboutNotice key="notice" notice={notice} />] as const] : []),
        ...(insurance === null ? [] : [[t('insurance'), insurances(insurance)] as const]),
        ...(article === null ? [] : [[t('article'), wordsOf(article).title] as const]),
        [t('state'), <QuestionStateBadge key="state" state={state} overdue={overdue} />],
        ...(state === 'OPEN'
          ? ([
              [
                t('dueOn'),
                <>
                  {format.date(dueOn)}
                  <span className={style.told}>
                    <AnswerTerm term={term} />
                  </span>
                </>,
              ],
            ] as const)
          : []),
        ...(files.length === 0
          ? []
          : [[t('files'), <AttachedFiles key="files" label={t('files')} files={files} />] as const]),
      ]}
    />
  )
}

/** What the person was told, as they read it. */
function AboutNotice({ notice }: Pick<QuestionWholeFragment, 'notice'>) {
  const t = useMessages(questionWords)
  const format = useFormat()
  const chinese = useLanguage().language === 'zh-CN'
  if (notice === null) return t('noticeGone')
  return (
    <>
      {chinese ? notice.titleZh : notice.titleEn}
      <span className={style.told}>
        {format.instant(notice.at)} · {chinese ? notice.bodyZh : notice.bodyEn}
      </span>
    </>
  )
}
