import type { ReviewNote } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import type { NoteSettlement } from './declaration-codes.ts'
import { listDeclarationEvents } from './declaration-events.ts'
import type { DeclarationRow } from './declaration.repository.ts'

export type ReviewNoteRow = ReviewNote

export async function insertNotes(
  { database }: Platform,
  declaration: DeclarationRow,
  authorId: string,
  notes: readonly { path: string; text: string }[],
): Promise<void> {
  await database.prisma.reviewNote.createMany({
    data: notes.map((note) => ({ ...note, declarationId: declaration.id, version: declaration.version, authorId })),
  })
}

export function countNotes({ database }: Platform, declarationId: string, version: number): Promise<number> {
  return database.prisma.reviewNote.count({ where: { declarationId, version } })
}

export async function listNotes(
  { database }: Platform,
  declarationId: string,
  version: number,
): Promise<ReviewNoteRow[]> {
  return database.prisma.reviewNote.findMany({
    where: { declarationId, version },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })
}

/** What was noted of the versions before this one. */
export async function listEarlierNotes(
  { database }: Platform,
  declarationId: string,
  version: number,
): Promise<ReviewNoteRow[]> {
  return database.prisma.reviewNote.findMany({
    where: { declarationId, version: { lt: version } },
    orderBy: [{ version: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })
}

/**
 * The notes that the next submission owes something: those of the last version that was returned with any, until staff begin to
 * review a later one. A version that was submitted and taken back in between changes nothing about them.
 */
export async function listStandingNotes(
  platform: Platform,
  { id, version }: Pick<DeclarationRow, 'id' | 'version'>,
  lifecycle?: string,
): Promise<ReviewNoteRow[]> {
  if (version === 0) return []
  const events = await listDeclarationEvents(platform, id, lifecycle)
  const returned = events.findLast(({ action }) => action === 'RETURN')
  if (!returned) return []
  if (events.some((event) => event.action === 'START_REVIEW' && event.version > returned.version)) return []
  return listNotes(platform, id, returned.version)
}

/** Changes whenever an answer does. */
export async function findLastAnswer({ database }: Platform, declarationId: string): Promise<string> {
  const [row] = await database.query<{ mark: string }>(
    {
      name: 'review-note-mark',
      text: `SELECT count(answer) || ' ' || COALESCE(max(answered_at)::text, '') AS mark FROM review_note WHERE declaration_id = $1`,
    },
    [declarationId],
  )
  return row?.mark ?? ''
}

/** What the employer writes to a note; nothing takes the answer back. */
export async function writeNoteAnswer(
  { database }: Platform,
  id: string,
  answer: { text: string; by: string; at: Date } | undefined,
): Promise<ReviewNoteRow> {
  return database.prisma.reviewNote.update({
    where: { id },
    data: { answer: answer?.text ?? null, answeredBy: answer?.by ?? null, answeredAt: answer?.at ?? null },
  })
}

/** How each note was settled, kept with the version that settled it, for whoever reviews that version. */
export async function settleNotes(
  { database }: Platform,
  version: number,
  settled: readonly { id: string; by: NoteSettlement }[],
): Promise<void> {
  if (settled.length === 0) return
  await database.query(
    {
      name: 'review-note-settle',
      text: `UPDATE review_note SET settled_in = $1, settled_by = note.by
      FROM unnest($2::uuid[], $3::text[]) AS note(id, by) WHERE review_note.id = note.id`,
    },
    [version, settled.map(({ id }) => id), settled.map(({ by }) => by)],
  )
}
