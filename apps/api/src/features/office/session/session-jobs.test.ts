import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { sessionJobs } from './session-jobs.ts'
import { findActing } from './membership.repository.ts'
import { createSession } from './session.repository.ts'
import { handOutCode, seedAccounts } from '../../../testing/office/session/session-client.ts'
import { takeGuess } from './guess-count.repository.ts'
import { takeUnknownTry } from './throttle.repository.ts'
import { keepChallenge } from './verification/verification.repository.ts'

const day = 86_400_000
let platform: TestPlatform

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

async function purge(): Promise<void> {
  for (const job of sessionJobs(platform)) await job.run()
}

async function left() {
  const { prisma } = platform.database
  return {
    sessions: await prisma.session.count(),
    challenges: await prisma.verificationChallenge.count(),
    throttles: await prisma.signInThrottle.count(),
    resets: await prisma.cardPasswordReset.count(),
    codes: await prisma.oneTimeCode.count(),
  }
}

it('removes what signing in left behind when it is old, and never the trail or a lock that only the window ends', async () => {
  const { individualId } = await seedAccounts(platform)
  const { prisma } = platform.database
  const account = await prisma.account.findFirstOrThrow({ where: { kind: 'STAFF' } })
  const acting = await findActing(platform, account.id)
  await createSession(platform, account, { acting, userAgent: 'Test/1', stage: 'FULL' })
  await keepChallenge(platform, 'IMAGE', 'KNOWN')
  await takeGuess(platform, { door: 'VISITOR', by: 'somewhere' })
  for (let n = 0; n < 3; n += 1) await takeUnknownTry(platform, 'INSURED', '110101199003078670')
  const requestedAt = platform.clock.now()
  await prisma.cardPasswordReset.create({
    data: { individualId, reason: '本人持证', requestedBy: account.id, requestedAt },
  })
  await handOutCode(platform, individualId)
  await platform.audit.record({
    actorKind: 'SYSTEM',
    origin: 'test',
    action: 'SIGN_OUT',
    recordType: 'Account',
    recordId: account.id,
  })

  await purge()
  expect(await left()).toEqual({ sessions: 1, challenges: 1, throttles: 2, resets: 1, codes: 1 })
  platform.clock.advance(5 * 60_000 + 1)
  await purge()
  expect(await left()).toEqual({ sessions: 1, challenges: 0, throttles: 2, resets: 1, codes: 1 })
  platform.clock.advance(30 * day)
  await purge()
  expect(await left()).toEqual({ sessions: 1, challenges: 0, throttles: 1, resets: 0, codes: 1 })
  platform.clock.advance(day)
  await purge()
  await purge()
  expect(await left()).toEqual({ sessions: 0, challenges: 0, throttles: 1, resets: 0, codes: 1 })
  platform.clock.advance(30 * day)
  await purge()
  expect(await left()).toMatchObject({ codes: 0 })
  expect(await takeUnknownTry(platform, 'INSURED', '110101199003078670')).toMatchObject({ allowed: false })
  expect(await prisma.auditEvent.count()).toBe(1)
})
