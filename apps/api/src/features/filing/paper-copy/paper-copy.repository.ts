import type { PaperCopy, Prisma } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type PaperCopyRow = PaperCopy

export async function lockPaperCopy(platform: Platform, declarationId: string): Promise<PaperCopyRow | null> {
  await platform.database.query(
    { name: 'paper-copy-lock', text: 'SELECT 1 FROM paper_copy WHERE declaration_id = $1 FOR UPDATE' },
    [declarationId],
  )
  return findPaperCopy(platform, declarationId)
}

export function findPaperCopy({ database }: Platform, declarationId: string): Promise<PaperCopyRow | null> {
  return database.prisma.paperCopy.findUnique({ where: { declarationId } })
}

export function insertPaperCopy(
  { database }: Platform,
  copy: Prisma.PaperCopyUncheckedCreateInput,
): Promise<PaperCopyRow> {
  return database.prisma.paperCopy.create({ data: copy })
}

export function updatePaperCopy(
  { database }: Platform,
  declarationId: string,
  change: Prisma.PaperCopyUncheckedUpdateInput,
): Promise<PaperCopyRow> {
  return database.prisma.paperCopy.update({ where: { declarationId }, data: change })
}

/** Of an employer, the latest: as many as four years of months. */
export function listPaperCopiesOf({ database }: Platform, employerId: string): Promise<PaperCopyRow[]> {
  return database.prisma.paperCopy.findMany({
    where: { employerId },
    orderBy: [{ expectedOn: 'desc' }, { formNo: 'desc' }],
    take: 50,
  })
}

export const paperFilters = ['LATE', 'AWAITED', 'RECEIVED', 'RETURNED'] as const
export type PaperFilter = (typeof paperFilters)[number]

export interface ListedPaper extends PaperCopyRow {
  employerName: string
  receiverName: string | null
}

/** For staff, by the last day, the longest late first; what has none yet stands at the end. */
export function listPapersFor(
  { database, clock }: Platform,
  { filter, kind }: { filter: PaperFilter; kind: string | undefined },
  after: readonly [dueOn: string, declarationId: string] | undefined,
  limit: number,
): Promise<ListedPaper[]> {
  const values: unknown[] = [clock.today(), limit]
  const where = {
    LATE: `copy.status = 'AWAITED' AND copy.due_on < $1`,
    AWAITED: `copy.status = 'AWAITED' AND $1 <> ''`,
    RECEIVED: `copy.status = 'RECEIVED' AND $1 <> ''`,
    RETURNED: `copy.status = 'RETURNED' AND $1 <> ''`,
  }[filter]
  const kinds = kind === undefined ? '' : `AND copy.kind = $${values.push(kind)}`
  const behind = after
    ? `AND (COALESCE(copy.due_on, '9999-12-31'), copy.declaration_id::text) > ($${values.push(after[0])}, $${values.push(after[1])})`
    : ''
  return database.query<ListedPaper>(
    {
      name: `paper-copy-list-${filter}-${kinds === '' ? '' : 'kind'}-${behind === '' ? '' : 'after'}`,
      text: `SELECT copy.declaration_id AS "declarationId", copy.employer_id AS "employerId", copy.kind, copy.version, copy.form_no AS "formNo",
        copy.content_hash AS "contentHash", copy.status, copy.expected_on AS "expectedOn", copy.due_on AS "dueOn", copy.keep_until AS "keepUntil",
        copy.received_on AS "receivedOn", copy.received_by AS "receivedBy", copy.pages, copy.sealed, copy.signed, copy.materials,
        employer.name AS "employerName", account.display_name AS "receiverName"
      FROM paper_copy copy JOIN employer ON employer.id = copy.employer_id LEFT JOIN account ON account.id = copy.received_by
      WHERE ${where} ${kinds} ${behind}
      ORDER BY COALESCE(copy.due_on, '9999-12-31'), copy.declaration_id::text LIMIT $2`,
    },
    values,
  )
}

export interface PaperCounts {
  late: number
  awaited: number
}

export async function countPapers({ database, clock }: Platform): Promise<PaperCounts> {
  const [row] = await database.query<PaperCounts>(
    {
      name: 'paper-copy-counts',
      text: `SELECT count(*)::int AS awaited, count(*) FILTER (WHERE due_on < $1)::int AS late FROM paper_copy WHERE status = 'AWAITED'`,
    },
    [clock.today()],
  )
  return row ?? { late: 0, awaited: 0 }
}

/** Awaited, and due by a day or since, or with no day yet; in pages by declaration. */
export function listAwaited(
  { database }: Platform,
  { kind, until }: { kind: string; until: string },
  after: string,
  limit: number,
): Promise<PaperCopyRow[]> {
  return database.prisma.paperCopy.findMany({
    where: { kind, status: 'AWAITED', declarationId: { gt: after }, OR: [{ dueOn: { lte: until } }, { dueOn: null }] },
    orderBy: { declarationId: 'asc' },
    take: limit,
  })
}

/** The longest late paper of an employer among these kinds. */
export function findLatePaper(
  { database, clock }: Platform,
  employerId: string,
  kinds: readonly string[],
): Promise<PaperCopyRow | null> {
  return database.prisma.paperCopy.findFirst({
    where: { employerId, kind: { in: [...kinds] }, status: 'AWAITED', dueOn: { lt: clock.today() } },
    orderBy: { dueOn: 'asc' },
  })
}

/** The name of who took it. */
export async function findReceiverName({ database }: Platform, accountId: string): Promise<string | undefined> {
  const [row] = await database.query<{ name: string }>(
    { name: 'paper-copy-receiver', gate: 'NAMES', text: 'SELECT display_name AS name FROM account WHERE id = $1' },
    [accountId],
  )
  return row?.name
}

/** Versions whose content hash begins so; two are as many as it takes to know that the beginning is too short. */
export function findVersionsByHash(
  { database }: Platform,
  hash: string,
): Promise<{ declarationId: string; version: number }[]> {
  return database.query(
    {
      name: 'paper-copy-by-hash',
      text: `SELECT declaration_id AS "declarationId", version FROM declaration_version WHERE content_hash LIKE $1 || '%' LIMIT 2`,
    },
    [hash],
  )
}
