import type { Question } from '@shebao/prisma/client'
import { oneOf } from '@shebao/kernel'
import { isUuid } from '../../../access/uuid.ts'
import type { KeysetValue } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { entryKinds } from './question-rule.ts'
import type { EntryKind } from './question-rule.ts'

export type QuestionRow = Question

/** What stands in an entry; only people of the case and of the office read it. */
export interface EntryText {
  text: string
  /** What would be right, of a correction. */
  proposed?: string | undefined
  /** Where it was corrected, of its answer. */
  correctedIn?: string | undefined
}
export interface QuestionEntryRow extends EntryText {
  seq: number
  kind: EntryKind
  writtenAt: Date
}

/** Held until the transaction ends: one person asks one thing after the other. */
export async function lockAsking({ database }: Platform, individualId: string): Promise<void> {
  await database.query(
    { name: 'question-asking-lock', text: `SELECT pg_advisory_xact_lock(hashtextextended('question|' || $1, 1))` },
    [individualId],
  )
}

export async function findAsked(
  { database }: Platform,
  individualId: string,
  askingKey: string,
): Promise<QuestionRow | null> {
  return database.prisma.question.findUnique({
    where: { individualId_askingKey: { individualId, askingKey } },
  })
}

export async function countOpen({ database }: Platform, individualId: string): Promise<number> {
  return database.prisma.question.count({ where: { individualId, status: 'OPEN' } })
}

type NewQuestion = Pick<
  QuestionRow,
  | 'individualId'
  | 'askingKey'
  | 'kind'
  | 'topic'
  | 'about'
  | 'period'
  | 'noticeId'
  | 'insurance'
  | 'articleId'
  | 'askedAt'
  | 'dueOn'
> &
  Partial<Pick<QuestionRow, 'callId' | 'callBack'>>

export async function insertQuestion({ database }: Platform, row: NewQuestion): Promise<QuestionRow> {
  const [next] = await database.query<{ value: bigint }>({
    name: 'question-next-number',
    text: `SELECT nextval('question_number') AS value`,
  })
  return database.prisma.question.create({ data: { ...row, number: `ZW${String(next?.value).padStart(8, '0')}` } })
}

export async function findQuestion({ database }: Platform, id: string): Promise<QuestionRow | null> {
  return isUuid(id) ? database.prisma.question.findUnique({ where: { id } }) : null
}

/** Held until the transaction ends. */
export async function lockQuestion(platform: Platform, id: string): Promise<QuestionRow | null> {
  if (!isUuid(id)) return null
  await platform.database.query(
    { name: 'question-lock', text: 'SELECT 1 FROM question WHERE id = $1::uuid FOR UPDATE' },
    [id],
  )
  return findQuestion(platform, id)
}

export async function setQuestion(
  { database }: Platform,
  id: string,
  data: Partial<
    Pick<
      QuestionRow,
      'status' | 'askedAt' | 'dueOn' | 'answeredAt' | 'reopenUntil' | 'handedTo' | 'handedToAddress' | 'rating'
    >
  >,
): Promise<void> {
  await database.prisma.question.update({ where: { id }, data })
}

/** Under the lock of the question. */
export async function addEntry(
  { database, vault, clock }: Platform,
  questionId: string,
  { kind, writtenBy, ...text }: EntryText & { kind: EntryKind; writtenBy: string },
): Promise<void> {
  const seq = (await database.prisma.questionEntry.count({ where: { questionId } })) + 1
  await database.prisma.questionEntry.create({
    data: { questionId, seq, kind, text: vault.seal(text), writtenBy, writtenAt: clock.now() },
  })
}

/** The newest that many, in order; nobody writes more to and fro [PD]. */
const mostEntries = 100

export async function listEntries({ database, vault }: Platform, questionId: string): Promise<QuestionEntryRow[]> {
  const rows = await database.prisma.questionEntry.findMany({
    where: { questionId },
    orderBy: { seq: 'desc' },
    take: mostEntries,
  })
  return rows.toReversed().map(({ seq, kind, text, writtenAt }) => ({
    seq,
    kind: oneOf(entryKinds, kind, 'kind of entry'),
    writtenAt,
    ...vault.open<EntryText>(text),
  }))
}

const mostWaiting = 20

/** A person's that wait for an answer, what is due first at the top. */
export async function listWaitingOf({ database }: Platform, individualId: string): Promise<QuestionRow[]> {
  return database.prisma.question.findMany({
    where: { individualId, status: 'OPEN' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: mostWaiting,
  })
}

export async function countOfCall({ database }: Platform, callId: string): Promise<number> {
  return database.prisma.question.count({ where: { callId } })
}

/** A person's own, newest first. */
export async function listOwn(
  { database }: Platform,
  individualId: string,
  after: readonly KeysetValue[] | undefined,
  limit: number,
): Promise<QuestionRow[]> {
  const [id] = after ?? []
  return database.prisma.question.findMany({
    where: { individualId, ...(typeof id === 'string' && isUuid(id) ? { id: { lt: id } } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
  })
}

export interface AskerRow {
  nameMasked: string
  idMasked: string
}

export async function findAsker({ database }: Platform, individualId: string): Promise<AskerRow> {
  return database.prisma.individual.findUniqueOrThrow({
    where: { id: individualId },
    select: { nameMasked: true, idMasked: true },
  })
}

export interface DeskRow {
  id: string
  number: string
  kind: string
  topic: string
  status: string
  askedAt: Date
  dueOn: string
  rating: number | null
  individualId: string
  personMasked: string
  holderId: string | null
  holderName: string | null
}

/** Those in a state, what is due first at the top. */
export function listForDesk(
  { database }: Platform,
  status: string,
  after: readonly KeysetValue[] | undefined,
  limit: number,
): Promise<DeskRow[]> {
  const [dueOn = null, id = null] = after ?? []
  return database.query<DeskRow>(
    {
      name: 'questions-of-desk',
      text: `SELECT q.id, q.number, q.kind, q.topic, q.status, q.asked_at AS "askedAt", q.due_on AS "dueOn", q.rating,
        q.individual_id AS "individualId", person.name_masked AS "personMasked", held.account_id AS "holderId", holder.display_name AS "holderName"
      FROM question q JOIN individual person ON person.id = q.individual_id
        LEFT JOIN work_assignment held ON held.lifecycle = 'question' AND held.case_id = q.id::text AND held.state = q.status
        LEFT JOIN account holder ON holder.id = held.account_id
      WHERE q.status = $1 AND ($2::text IS NULL OR (q.due_on, q.id) > ($2, $3::uuid))
      ORDER BY q.due_on, q.id LIMIT $4`,
    },
    [status, dueOn, typeof id === 'string' && isUuid(id) ? id : null, limit],
  )
}

/** Whose work an open question is. */
export async function findHolder(
  { database }: Platform,
  { id, status }: Pick<QuestionRow, 'id' | 'status'>,
): Promise<{ accountId: string; name: string } | undefined> {
  const [row] = await database.query<{ accountId: string; name: string }>(
    {
      name: 'question-holder',
      text: `SELECT held.account_id AS "accountId", account.display_name AS name FROM work_assignment held
        JOIN account ON account.id = held.account_id
        WHERE held.lifecycle = 'question' AND held.case_id = $1 AND held.state = $2`,
    },
    [id, status],
  )
  return row
}

/** Closes a batch of those whose last day for asking again is over, the oldest first; one that somebody steps now is left for the next. */
export function closeLapsed(
  { database }: Platform,
  { from, to, today, limit }: { from: readonly string[]; to: string; today: string; limit: number },
): Promise<{ id: string; number: string }[]> {
  return database.query<{ id: string; number: string }>(
    {
      name: 'questions-close-lapsed',
      text: `UPDATE question SET status = $1 WHERE id IN (
        SELECT id FROM question WHERE status = ANY($2) AND reopen_until < $3 ORDER BY reopen_until LIMIT $4 FOR UPDATE SKIP LOCKED)
      RETURNING id::text, number`,
    },
    [to, from, today, limit],
  )
}
