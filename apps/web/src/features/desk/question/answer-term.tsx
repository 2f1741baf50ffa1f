import { useMessages } from '../../../shared/lib/language-context.tsx'
import { defineMessages } from '../../../shared/lib/messages.ts'
import { serviceFigureWords } from '@shebao/kernel/service-figure-words'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { AnswerTermFragment } from './question.generated.ts'
import style from './answer-term.module.css'

const messages = defineMessages(
  {
    counted: '自{date}的次日起 {days} 个工作日，按公布的工作日历计算。',
    ownFigure: '依据：本机构经办参数“{figure}”，{date}起执行，{document}。',
    shippedFigure: '依据：经办参数“{figure}”，随系统提供，本机构尚未另行发布。',
    document: '公文号 {number}',
    noDocument: '无公文号',
  },
  {
    counted: '{days} working days by the published calendar, the day after {date} the first.',
    ownFigure: 'By the office’s service figure “{figure}”, in force since {date}, {document}.',
    shippedFigure:
      'By the service figure “{figure}”, which came with the release; the office published none of its own.',
    document: 'document {number}',
    noDocument: 'without a document',
  },
)

/** Why a question is answered by its day: how it was counted, and which figure of the office says so. */
export function AnswerTerm({ term }: { term: AnswerTermFragment }) {
  const t = useMessages(messages)
  const figure = useMessages(serviceFigureWords)('QUESTION_ANSWER_DAYS')
  const format = useFormat()
  const { workingDays, countedFrom, validFrom, documentNo } = term
  const document = documentNo === null ? t('noDocument') : t('document', { number: documentNo })
  return (
    <>
      <span className={style.line}>{t('counted', { date: format.date(countedFrom), days: workingDays })}</span>
      <span className={style.line}>
        {validFrom === null
          ? t('shippedFigure', { figure })
          : t('ownFigure', { figure, date: format.date(validFrom), document })}
      </span>
    </>
  )
}
