import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import type { MediaType, RetentionClass, SubjectKind } from './attachment-rules.ts'

export interface AttachmentRow {
  id: string
  name: string
  mediaType: string
  bytes: number
  scan: string
  uploadedBy: string
  uploadedAt: Date
  subjectKind: string | null
  subjectId: string | null
  removedAt: Date | null
}

export interface Subject {
  kind: SubjectKind
  id: string
  /** The employer whose page lists the file; nothing where the case is nobody's. */
  employerId: string | null
}

interface StoredRow extends Omit<AttachmentRow, 'name'> {
  name: Uint8Array
}

const toRow = ({ vault }: Platform, { name, ...row }: StoredRow): AttachmentRow => ({
  ...row,
  name: vault.open<string>(name),
})

/** To what a file is attached from the beginning, and until when it is kept. */
export interface AttachedTo {
  subjectKind: SubjectKind
  subjectId: string
  employerId: string | null
  retention: RetentionClass
  keptUntil: string
}

export async function insertAttachment(
  platform: Platform,
  {
    name,
    ...row
  }: {
    id: string
    name: string
    mediaType: MediaType
    bytes: number
    sha256: string
    scan: string
    uploadedBy: string
  } & Partial<AttachedTo>,
): Promise<AttachmentRow> {
  const { database, vault, clock } = platform
  return toRow(
    platform,
    await database.prisma.attachment.create({ data: { ...row, name: vault.seal(name), uploadedAt: clock.now() } }),
  )
}

export async function findAttachment(platform: Platform, id: string): Promise<AttachmentRow | undefined> {
  const row = await asOffice('CASE_FILES', () => platform.database.prisma.attachment.findUnique({ where: { id } }))
  return row ? toRow(platform, row) : undefined
}

/** What this account handed in and attached to nothing yet. */
export function countLoose({ database }: Platform, uploadedBy: string): Promise<number> {
  return database.prisma.attachment.count({ where: { uploadedBy, subjectKind: null, removedAt: null } })
}

/** Attaches those of them that are this account's and loose; gives how many that were. */
export async function attach(
  { database }: Platform,
  uploadedBy: string,
  ids: readonly string[],
  { kind, id, employerId }: Subject,
  { retention, keptUntil }: { retention: RetentionClass; keptUntil: string },
): Promise<number> {
  const { count } = await database.prisma.attachment.updateMany({
    where: { id: { in: [...ids] }, uploadedBy, subjectKind: null, removedAt: null },
    data: { subjectKind: kind, subjectId: id, employerId, retention, keptUntil },
  })
  return count
}

/** Whoever handed in what is attached there is not said any more. */
export async function unlinkFiles({ database }: Platform, { kind, id }: Pick<Subject, 'kind' | 'id'>): Promise<void> {
  await asOffice('REPORTER', () =>
    database.prisma.attachment.updateMany({ where: { subjectKind: kind, subjectId: id }, data: { uploadedBy: id } }),
  )
}

const mostOfSubject = 50

/** What is attached, oldest first, by subject: one question for any number of them. */
export async function listAttachments(
  platform: Platform,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AttachmentRow[]>> {
  const rows = await asOffice('CASE_FILES', () =>
    platform.database.prisma.attachment.findMany({
      where: { subjectKind: kind, subjectId: { in: [...ids] } },
      orderBy: { uploadedAt: 'asc' },
      take: ids.length * mostOfSubject,
    }),
  )
  return Map.groupBy(
    rows.map((row) => toRow(platform, row)),
    ({ subjectId }) => subjectId ?? '',
  )
}

/** What is attached to cases of one employer, newest first, from behind `after` on. */
export async function listAttachmentsOfEmployer(
  platform: Platform,
  employerId: string,
  { after, limit }: { after: { at: Date; id: string } | undefined; limit: number },
): Promise<AttachmentRow[]> {
  const rows = await platform.database.prisma.attachment.findMany({
    where: {
      employerId,
      ...(after ? { OR: [{ uploadedAt: { lt: after.at } }, { uploadedAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map((row) => toRow(platform, row))
}

/** A file that this account handed in and thought better of; false when it is none of its own loose ones. */
export async function removeLoose({ database, clock }: Platform, uploadedBy: string, id: string): Promise<boolean> {
  const { count } = await database.prisma.attachment.updateMany({
    where: { id, uploadedBy, subjectKind: null, removedAt: null },
    data: { removedAt: clock.now() },
  })
  return count === 1
}

/** What nobody attached within a day, and what has been kept long enough. */
export async function findDisposable(
  { database, clock }: Platform,
  looseBefore: Date,
  limit: number,
): Promise<string[]> {
  const rows = await database.prisma.attachment.findMany({
    where: {
      removedAt: null,
      OR: [{ subjectKind: null, uploadedAt: { lt: looseBefore } }, { keptUntil: { lt: clock.today() } }],
    },
    select: { id: true },
    take: limit,
  })
  return rows.map(({ id }) => id)
}

export async function markRemoved({ database, clock }: Platform, ids: readonly string[]): Promise<void> {
  await database.prisma.attachment.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: clock.now() } })
}
