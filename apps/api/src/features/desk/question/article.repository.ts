import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ArticleText, StartingArticle } from './article-text.ts'
import { searchQuery, searchVector } from './article-words.ts'

export interface ArticleRow extends ArticleText {
  id: string
  topic: string
  insurance: string | null
  version: number
  reviewedOn: string
  reviewDueOn: string
  madeAt: Date
}

const columns = `article.id, article.topic, article.insurance, latest.version, latest.title_zh AS "titleZh", latest.title_en AS "titleEn",
  latest.body_zh AS "bodyZh", latest.body_en AS "bodyEn", latest.source_zh AS "sourceZh", latest.source_en AS "sourceEn",
  latest.reviewed_on AS "reviewedOn", latest.review_due_on AS "reviewDueOn", latest.made_at AS "madeAt"`
const latest = `article JOIN LATERAL (SELECT * FROM article_version version WHERE version.article_id = article.id
  ORDER BY version.version DESC LIMIT 1) latest ON true`

/** By what is typed, the fittest first; without it all of a topic or of every topic, those to be reviewed first. */
export function listArticles(
  { database }: Platform,
  { search, topic, limit }: { search: string; topic: string | undefined; limit: number },
): Promise<ArticleRow[]> {
  const query = searchQuery(search)
  if (query === undefined)
    return database.query<ArticleRow>(
      {
        name: 'articles',
        text: `SELECT ${columns} FROM ${latest} WHERE ($1::text IS NULL OR article.topic = $1)
          ORDER BY latest.review_due_on, article.id LIMIT $2`,
      },
      [topic ?? null, limit],
    )
  return database.query<ArticleRow>(
    {
      name: 'articles-found',
      text: `SELECT ${columns} FROM ${latest} WHERE latest.words @@ $1::tsquery AND ($2::text IS NULL OR article.topic = $2)
        ORDER BY ts_rank(latest.words, $1::tsquery) DESC, article.id LIMIT $3`,
    },
    [query, topic ?? null, limit],
  )
}

export async function findArticle({ database }: Platform, id: string): Promise<ArticleRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<ArticleRow>(
    { name: 'article', text: `SELECT ${columns} FROM ${latest} WHERE article.id = $1::uuid` },
    [id],
  )
  return row
}

export async function countOverdueReviews({ database, clock }: Platform): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    {
      name: 'articles-overdue',
      text: `SELECT count(*)::int AS count FROM ${latest} WHERE latest.review_due_on < $1`,
    },
    [clock.today()],
  )
  return row?.count ?? 0
}

/** Held until the transaction ends. */
export async function lockArticle({ database }: Platform, id: string): Promise<void> {
  await database.query({ name: 'article-lock', text: 'SELECT 1 FROM article WHERE id = $1::uuid FOR UPDATE' }, [id])
}

export async function insertArticle(
  { database, clock }: Platform,
  { topic, insurance }: Pick<ArticleRow, 'topic' | 'insurance'>,
): Promise<string> {
  const id = crypto.randomUUID()
  await database.prisma.article.create({ data: { id, code: id, topic, insurance, createdAt: clock.now() } })
  return id
}

export interface NewVersion extends ArticleText {
  articleId: string
  version: number
  reviewedOn: string
  reviewDueOn: string
  madeBy: string | null
}

const vectorOf = ({ titleZh, titleEn, bodyZh, bodyEn }: ArticleText) =>
  searchVector(`${titleZh} ${titleEn}`, `${bodyZh} ${bodyEn}`)

/** Any number in one statement. */
export async function insertVersions({ database, clock }: Platform, versions: readonly NewVersion[]): Promise<void> {
  const rows = versions.map((one) => ({ ...one, words: vectorOf(one) }))
  await database.query(
    {
      name: 'article-versions-insert',
      text: `INSERT INTO article_version (article_id, version, title_zh, title_en, body_zh, body_en, source_zh, source_en,
          reviewed_on, review_due_on, words, made_by, made_at)
        SELECT "articleId", version, "titleZh", "titleEn", "bodyZh", "bodyEn", "sourceZh", "sourceEn", "reviewedOn", "reviewDueOn",
          words::tsvector, "madeBy", $2 FROM jsonb_to_recordset($1::jsonb) AS made("articleId" uuid, version int, "titleZh" text,
          "titleEn" text, "bodyZh" text, "bodyEn" text, "sourceZh" text, "sourceEn" text, "reviewedOn" text, "reviewDueOn" text,
          words text, "madeBy" uuid)`,
    },
    [JSON.stringify(rows), clock.now()],
  )
}

/** Those of the starting set that are made now; nothing where the office has articles. */
export function insertStarting(
  { database, clock }: Platform,
  articles: readonly StartingArticle[],
): Promise<{ id: string; code: string }[]> {
  const rows = articles.map(({ code, topic, insurance }) => ({ id: crypto.randomUUID(), code, topic, insurance }))
  return database.query<{ id: string; code: string }>(
    {
      name: 'articles-start',
      text: `INSERT INTO article (id, code, topic, insurance, created_at)
        SELECT id, code, topic, insurance, $2 FROM jsonb_to_recordset($1::jsonb) AS made(id uuid, code text, topic text, insurance text)
        WHERE NOT EXISTS (SELECT 1 FROM article) ON CONFLICT (code) DO NOTHING RETURNING id::text, code`,
    },
    [JSON.stringify(rows), clock.now()],
  )
}
