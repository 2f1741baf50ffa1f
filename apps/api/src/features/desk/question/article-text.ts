import type { FiveInsurance } from '@shebao/kernel'
import type { QuestionTopic } from './question-rule.ts'

/** An article in both languages, as somebody writes it. */
export interface ArticleText {
  titleZh: string
  titleEn: string
  bodyZh: string
  bodyEn: string
  /** The articles of law it is written from. */
  sourceZh: string
  sourceEn: string
}

export interface StartingArticle extends ArticleText {
  code: string
  topic: QuestionTopic
  insurance: FiveInsurance | null
}
