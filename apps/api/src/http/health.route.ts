import type { FastifyInstance } from 'fastify'
import { readReadiness } from '../fitness/readiness.ts'
import type { BillingChecks, Readiness } from '../fitness/readiness.ts'
import type { Platform } from '../platform/platform.ts'
import { asOffice } from '../platform/tenancy.ts'
import { within } from '../platform/within.ts'

/** A database that takes longer serves nobody. The embedded one answers one question at a time, so it is not less. */
const longestMs = 5_000

/**
 * `GET /healthz`: 200 while the product can serve, else 503; `reading only` where the database has no room, which no other process would have. `GET /readyz`: the same with what it stands on, each by name, and
 * whether bills can be made. Both answer in bounded time, also when the database never does.
 */
export function addHealth(
  app: FastifyInstance,
  platform: Platform,
  billing: BillingChecks,
  deadlineMs = longestMs,
): void {
  const look = sharedLook(() => asOffice('PROBE', () => readReadiness(platform, billing)), deadlineMs)
  app.get('/healthz', { logLevel: 'silent' }, async (_request, reply) => {
    const { ready, readyToWrite } = await look()
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: !ready ? 'unavailable' : readyToWrite ? 'ok' : 'reading only' })
  })
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const { ready, readyToBill, checks } = await look()
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready', billing: readyToBill ? 'ready' : 'not ready', checks })
  })
}

const unanswered: Readiness = {
  ready: false,
  readyToWrite: false,
  readyToBill: false,
  checks: [{ name: 'database', ok: false, neededFor: 'SERVING' }],
}

/** However many ask, the database is asked once at a time: questions that nobody answers would otherwise pile up before it. */
function sharedLook(look: () => Promise<Readiness>, deadlineMs: number): () => Promise<Readiness> {
  let underWay: Promise<Readiness> | undefined
  return () => {
    underWay ??= look().finally(() => {
      underWay = undefined
    })
    return within(deadlineMs, underWay, unanswered)
  }
}
