import { oneOf } from '@shebao/kernel'
import { LANGUAGES } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import type { DeadlineFeed } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export interface FeedOwner {
  accountId: string
  employerId: string
}

export interface FeedRow extends FeedOwner {
  id: string
  language: Language
  createdAt: Date
  lastFetchedAt: Date | null
}

const rowOf = ({ language, ...row }: DeadlineFeed): FeedRow => ({
  ...row,
  language: oneOf(LANGUAGES, language, 'language'),
})

export async function findFeed(
  { database }: Platform,
  { accountId, employerId }: FeedOwner,
): Promise<FeedRow | undefined> {
  const row = await database.prisma.deadlineFeed.findFirst({ where: { accountId, employerId, endedAt: null } })
  return row ? rowOf(row) : undefined
}

/** In the place of the one before, if there was one. */
export async function replaceFeed(
  platform: Platform,
  { accountId, employerId }: FeedOwner,
  { secretHash, language }: { secretHash: Uint8Array<ArrayBuffer>; language: Language },
): Promise<FeedRow> {
  const { database, clock } = platform
  // Two presses at once make one after the other.
  await database.query({ text: 'SELECT id FROM account WHERE id = $1 FOR UPDATE' }, [accountId])
  await endFeed(platform, { accountId, employerId })
  const row = await database.prisma.deadlineFeed.create({
    data: { accountId, employerId, secretHash, language, createdAt: clock.now() },
  })
  return rowOf(row)
}

/** The one that was ended, or nothing. */
export async function endFeed(
  { database, clock }: Platform,
  { accountId, employerId }: FeedOwner,
): Promise<string | undefined> {
  const living = await database.prisma.deadlineFeed.findFirst({ where: { accountId, employerId, endedAt: null } })
  if (!living) return undefined
  await database.prisma.deadlineFeed.update({ where: { id: living.id }, data: { endedAt: clock.now() } })
  return living.id
}

/** By the secret of its address. Being read is written at most once an hour. */
export async function findFeedBySecret(
  { database, clock }: Platform,
  secretHash: Uint8Array<ArrayBuffer>,
): Promise<FeedRow | undefined> {
  const row = await database.prisma.deadlineFeed.findFirst({ where: { secretHash, endedAt: null } })
  if (!row) return undefined
  const now = clock.now()
  if (row.lastFetchedAt === null || now.getTime() - row.lastFetchedAt.getTime() > 3_600_000)
    await database.prisma.deadlineFeed.update({ where: { id: row.id }, data: { lastFetchedAt: now } })
  return rowOf(row)
}
