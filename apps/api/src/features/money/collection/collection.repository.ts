import type { CollectionCase } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type CollectionCaseRow = CollectionCase

export function insertCollectionCase(
  { database }: Platform,
  row: Omit<CollectionCaseRow, 'id' | 'status'>,
): Promise<CollectionCaseRow> {
  return database.prisma.collectionCase.create({ data: row })
}

/** What was proposed, newest first. */
export function listCollectionCases(
  { database }: Platform,
  { before, limit }: { before: { at: Date; id: string } | undefined; limit: number },
): Promise<CollectionCaseRow[]> {
  return database.prisma.collectionCase.findMany({
    where: before ? { OR: [{ proposedAt: { lt: before.at } }, { proposedAt: before.at, id: { lt: before.id } }] } : {},
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}
