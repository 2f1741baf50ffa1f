import type { Platform } from '../../../platform/platform.ts'
import { purgeCodes } from '../one-time-code/index.ts'

const keptDays = 30

export interface Purged {
  sessions: number
  challenges: number
  throttles: number
  resets: number
  codes: number
}

/** Deletes by age alone, so it may run twice. A number locked until the window (`never`) stays locked. */
export async function purgeTraces(platform: Platform): Promise<Purged> {
  const { clock, database } = platform
  const { prisma } = database
  const now = clock.now()
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  const old = { lt: before }
  const sessions = await prisma.session.deleteMany({ where: { expiresAt: old } })
  const challenges = await prisma.verificationChallenge.deleteMany({ where: { expiresAt: { lt: now } } })
  const throttles = await prisma.signInThrottle.deleteMany({ where: { windowStart: old } })
  const resets = await prisma.cardPasswordReset.deleteMany({ where: { requestedAt: old } })
  return {
    sessions: sessions.count,
    challenges: challenges.count,
    throttles: throttles.count,
    resets: resets.count,
    codes: await purgeCodes(platform, before),
  }
}
