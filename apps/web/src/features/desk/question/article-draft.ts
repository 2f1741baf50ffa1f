import type { QuestionWholeFragment } from './question.generated.ts'
import type { ArticleDraft } from './article-form.tsx'

const chinese = /\p{Script=Han}/u

/** An answer as the beginning of an article, in the language in which it was written; nothing of who asked. */
export function articleFrom({ topic, insurance, entries }: QuestionWholeFragment): ArticleDraft | undefined {
  const text = entries.findLast(({ kind }) => kind === 'ANSWERED')?.text
  if (text === undefined) return undefined
  const inChinese = chinese.test(text)
  return { topic, insurance, bodyZh: inChinese ? text : '', bodyEn: inChinese ? '' : text }
}

/** Handed from page to page, and never by the address. */
export const stateOf = (articleDraft: ArticleDraft) => ({ articleDraft })
export function draftOf(state: unknown): ArticleDraft | undefined {
  return isHandedOn(state) ? state.articleDraft : undefined
}
const isHandedOn = (state: unknown): state is ReturnType<typeof stateOf> =>
  typeof state === 'object' && state !== null && 'articleDraft' in state
