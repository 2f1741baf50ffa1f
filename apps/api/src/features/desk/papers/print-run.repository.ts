import type { PrintItem, PrintRun } from '@shebao/prisma/client'
import type { Language } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { Paper } from './papers.repository.ts'

export type PrintRunRow = PrintRun
export type PrintItemRow = PrintItem

export const itemProblems = ['NOT_FOUND', 'NOTHING_RECORDED', 'UNPRINTABLE'] as const
export type ItemProblem = (typeof itemProblems)[number]

export async function lockPrintRun(platform: Platform, id: string): Promise<PrintRunRow | null> {
  await platform.database.query({ name: 'print-run-lock', text: 'SELECT 1 FROM print_run WHERE id = $1 FOR UPDATE' }, [
    id,
  ])
  return findPrintRun(platform, id)
}

export function findPrintRun({ database }: Platform, id: string): Promise<PrintRunRow | null> {
  return database.prisma.printRun.findUnique({ where: { id } })
}

export function findPrintingOf({ database }: Platform, employerId: string): Promise<PrintRunRow | null> {
  return database.prisma.printRun.findFirst({ where: { employerId, status: 'PRINTING' } })
}

/** Of an employer, the last ones. */
export function listPrintRuns({ database }: Platform, employerId: string, limit: number): Promise<PrintRunRow[]> {
  return database.prisma.printRun.findMany({
    where: { employerId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

export async function insertPrintRun(
  { database, clock }: Platform,
  run: { employerId: string; accountId: string; language: Language },
  papers: readonly Paper[],
): Promise<PrintRunRow> {
  const row = await database.prisma.printRun.create({
    data: { ...run, papers: papers.length, createdAt: clock.now() },
  })
  await database.prisma.printItem.createMany({
    data: papers.map(({ kind, subjectId, version, number }, index) => ({
      runId: row.id,
      seq: index + 1,
      kind,
      subjectId,
      version,
      number,
    })),
  })
  return row
}

export async function listPrintingIds({ database }: Platform): Promise<string[]> {
  const rows = await database.query<{ id: string }>({
    name: 'print-run-printing',
    text: `SELECT id FROM print_run WHERE status = 'PRINTING' ORDER BY created_at, id LIMIT 100`,
  })
  return rows.map(({ id }) => id)
}

/** The next paper of a run that nobody printed yet. */
export function findNextItem({ database }: Platform, runId: string): Promise<PrintItemRow | null> {
  return database.prisma.printItem.findFirst({
    where: { runId, partId: null, problem: null },
    orderBy: { seq: 'asc' },
  })
}

export async function noteItem(
  { database }: Platform,
  { runId, seq }: Pick<PrintItemRow, 'runId' | 'seq'>,
  outcome: { partId: string; bytes: number } | { problem: ItemProblem },
): Promise<void> {
  const printed = 'partId' in outcome
  await database.prisma.printItem.update({
    where: { runId_seq: { runId, seq } },
    data: printed ? { partId: outcome.partId } : { problem: outcome.problem },
  })
  await database.prisma.printRun.update({
    where: { id: runId },
    data: {
      done: { increment: 1 },
      ...(printed ? { bytes: { increment: outcome.bytes } } : { failed: { increment: 1 } }),
    },
  })
}

/** Names the parts of a run in order; at most as many as a run may have. */
export async function listParts({ database }: Platform, runId: string): Promise<string[]> {
  const rows = await database.prisma.printItem.findMany({
    where: { runId, partId: { not: null } },
    orderBy: { seq: 'asc' },
    select: { partId: true },
  })
  return rows.flatMap(({ partId }) => (partId === null ? [] : [partId]))
}

/** Papers of a run that could not be printed, with the reason. */
export function listFailedItems({ database }: Platform, runId: string): Promise<PrintItemRow[]> {
  return database.prisma.printItem.findMany({ where: { runId, problem: { not: null } }, orderBy: { seq: 'asc' } })
}

export function updatePrintRun(
  { database }: Platform,
  id: string,
  change: Partial<Pick<PrintRunRow, 'status' | 'fileId' | 'bytes' | 'finishedAt'>>,
): Promise<PrintRunRow> {
  return database.prisma.printRun.update({ where: { id }, data: change })
}

/** Forgets what the file store holds no more. */
export async function forgetParts({ database }: Platform, runId: string): Promise<void> {
  await database.prisma.printItem.updateMany({ where: { runId, partId: { not: null } }, data: { partId: null } })
}

/** Ready files that were kept long enough. */
export async function listOutdated({ database }: Platform, before: Date, limit: number): Promise<string[]> {
  const rows = await database.prisma.printRun.findMany({
    where: { status: 'READY', finishedAt: { lt: before } },
    select: { id: true },
    take: limit,
  })
  return rows.map(({ id }) => id)
}

/** Runs that ended while parts of theirs were being written: what is left of them is removed at night. */
export async function listLeftovers({ database }: Platform, limit: number): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'print-run-leftovers',
      text: `SELECT DISTINCT run.id FROM print_run run JOIN print_item item ON item.run_id = run.id
        WHERE run.status <> 'PRINTING' AND item.part_id IS NOT NULL LIMIT $1`,
    },
    [limit],
  )
  return rows.map(({ id }) => id)
}
