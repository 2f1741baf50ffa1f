import { addDays, civilDate, isCivilDate } from '@shebao/kernel'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ArticleText } from './article-text.ts'
import {
  countOverdueReviews,
  findArticle,
  insertArticle,
  insertStarting,
  insertVersions,
  listArticles,
  lockArticle,
} from './article.repository.ts'
import type { ArticleRow } from './article.repository.ts'
import { searchQuery } from './article-words.ts'
import type { QuestionTopic } from './question-rule.ts'
import { startingArticles } from './starting-articles.ts'

/** When the starting set was written against the law, and for how long that is taken for granted [PD]. */
const writtenOn = '2026-11-30'
const reviewDays = 365

/** Gives an office without articles those it begins with, in every mode. */
export function ensureArticles(platform: Platform): Promise<void> {
  return platform.database.transaction(async () => {
    const made = new Map((await insertStarting(platform, startingArticles)).map(({ code, id }) => [code, id]))
    const reviewDueOn = addDays(civilDate(writtenOn), reviewDays)
    const versions = startingArticles.flatMap(({ code, topic: _topic, insurance: _insurance, ...text }) => {
      const articleId = made.get(code)
      return articleId ? [{ ...text, articleId, version: 1, reviewedOn: writtenOn, reviewDueOn, madeBy: null }] : []
    })
    if (versions.length > 0) await insertVersions(platform, versions)
  })
}

/** As many as a search shows, and as many as there may be in one list [PD]. */
const [mostFound, mostListed] = [6, 200]
const longestSearch = 200

export function readArticles(
  platform: Platform,
  asker: Viewer | undefined,
  { search = '', topic }: { search?: string | undefined; topic?: QuestionTopic | undefined },
): Promise<ArticleRow[]> {
  requireMay(asker, 'article:read')
  const typed = search.slice(0, longestSearch)
  return listArticles(platform, {
    search: typed,
    topic,
    limit: searchQuery(typed) === undefined ? mostListed : mostFound,
  })
}

export function readOverdueReviews(platform: Platform, asker: Viewer | undefined): Promise<number> {
  requireMay(asker, 'question:list')
  return countOverdueReviews(platform)
}

export interface ArticleInput extends ArticleText {
  /** Nothing for a new one. */
  id?: string | null | undefined
  /** The version that was on the screen. */
  version: number
  topic: QuestionTopic
  insurance?: string | null | undefined
  reviewDueOn: string
}

const lengths = { title: [4, 80], body: [20, 1500], source: [2, 200] } as const
const textOf = (given: ArticleText): ArticleText => ({
  titleZh: requireText('titleZh', given.titleZh, lengths.title),
  titleEn: requireText('titleEn', given.titleEn, lengths.title),
  bodyZh: requireText('bodyZh', given.bodyZh, lengths.body),
  bodyEn: requireText('bodyEn', given.bodyEn, lengths.body),
  sourceZh: requireText('sourceZh', given.sourceZh, lengths.source),
  sourceEn: requireText('sourceEn', given.sourceEn, lengths.source),
})

/** A new version, reviewed today; nothing when somebody else wrote one meanwhile. */
export function saveArticle(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: ArticleInput,
): Promise<ArticleRow | 'CHANGED'> {
  const actor = requireMay(asker, 'article:edit')
  const text = textOf(input)
  const { topic, insurance = null, reviewDueOn } = input
  const reviewedOn = platform.clock.today()
  if (!isCivilDate(reviewDueOn) || reviewDueOn <= reviewedOn) throw badInput('reviewDueOn', 'A later day is needed.')
  return platform.database.transaction(async () => {
    const held = input.id ? await heldArticle(platform, input.id) : undefined
    if (held && held.version !== input.version) return 'CHANGED'
    const articleId = held?.id ?? (await insertArticle(platform, { topic, insurance }))
    const version = (held?.version ?? 0) + 1
    await insertVersions(platform, [{ ...text, articleId, version, reviewedOn, reviewDueOn, madeBy: actor.accountId }])
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: actor.accountId,
      role: actingRole(actor, 'article:edit'),
      origin,
      action: 'ARTICLE_SAVED',
      recordType: 'Article',
      recordId: articleId,
      change: { version, title: text.titleZh, dueOn: reviewDueOn },
    })
    const row = await findArticle(platform, articleId)
    if (!row) throw notFound('article')
    return row
  })
}

async function heldArticle(platform: Platform, id: string): Promise<ArticleRow> {
  if (!(await findArticle(platform, id))) throw notFound('article')
  await lockArticle(platform, id)
  const row = await findArticle(platform, id)
  if (!row) throw notFound('article')
  return row
}
