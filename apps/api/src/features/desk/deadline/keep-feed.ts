import { createHash, randomBytes } from 'node:crypto'
import type { Language } from '@shebao/kernel'
import type { FindClerk } from '../../../access/find-clerk.ts'
import { requireMay } from '../../../access/permissions.ts'
import { tenantOf } from '../../../access/tenant-of.ts'
import type { Clerk, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice, asTenant } from '../../../platform/tenancy.ts'
import { writeDeadlines } from './deadline-calendar.ts'
import type { CalendarFile } from './deadline-calendar.ts'
import { endFeed, findFeed, findFeedBySecret, replaceFeed } from './deadline-feed.repository.ts'
import type { FeedRow } from './deadline-feed.repository.ts'

const hashSecret = (secret: string) => new Uint8Array(createHash('sha256').update(secret).digest())
const secretShape = /^[\w-]{43}$/

export async function readFeed(platform: Platform, viewer: Viewer | undefined): Promise<FeedRow | undefined> {
  return findFeed(platform, requireMay(viewer, 'deadline:subscribe'))
}

/** The address is in this answer alone: whoever has it reads the deadlines without signing in. */
export async function makeFeed(
  platform: Platform,
  { viewer, origin }: { viewer: Viewer | undefined; origin: string },
  language: Language,
): Promise<{ feed: FeedRow; url: string }> {
  const clerk = requireMay(viewer, 'deadline:subscribe')
  const secret = randomBytes(32).toString('base64url')
  return platform.database.transaction(async () => {
    const feed = await replaceFeed(platform, clerk, { secretHash: hashSecret(secret), language })
    await record(platform, clerk, origin, 'MAKE_DEADLINE_FEED', feed.id)
    return { feed, url: `${platform.environment.publicUrl}/calendar/${secret}.ics` }
  })
}

/** False when there was none. */
export async function stopFeed(
  platform: Platform,
  { viewer, origin }: { viewer: Viewer | undefined; origin: string },
): Promise<boolean> {
  const clerk = requireMay(viewer, 'deadline:subscribe')
  return platform.database.transaction(async () => {
    const ended = await endFeed(platform, clerk)
    if (ended !== undefined) await record(platform, clerk, origin, 'END_DEADLINE_FEED', ended)
    return ended !== undefined
  })
}

/** What stands at a secret address; nothing once it was given up, or its clerk no longer acts for the employer. */
export async function readFeedFile(
  platform: Platform,
  findClerk: FindClerk,
  secret: string,
): Promise<CalendarFile | undefined> {
  if (!secretShape.test(secret)) return undefined
  const found = await asOffice('FEED', async () => {
    const feed = await findFeedBySecret(platform, hashSecret(secret))
    const clerk = feed && (await findClerk(platform, feed.accountId, feed.employerId))
    return clerk && { clerk, language: feed.language }
  })
  return found && asTenant(tenantOf(found.clerk), () => writeDeadlines(platform, found.clerk, found.language))
}

function record(
  { audit }: Platform,
  { accountId, employerId }: Clerk,
  origin: string,
  action: 'MAKE_DEADLINE_FEED' | 'END_DEADLINE_FEED',
  recordId: string,
): Promise<void> {
  const change = { employerId }
  return audit.record({
    actorKind: 'EMPLOYER',
    actorId: accountId,
    origin,
    action,
    recordType: 'DeadlineFeed',
    recordId,
    change,
  })
}
