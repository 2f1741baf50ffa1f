import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { findFiringAlerts } from '../operations/firing-alerts.ts'
import { contentHash } from '../platform/crypto.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { Platform } from '../platform/platform.ts'

/** GET /metrics and /alerts, for whoever shows the token of the settings. Without a token, and to everybody else, there are no such pages. */
export function addMetrics(app: FastifyInstance, { environment }: Platform, { registry }: Metrics): void {
  const { metricsToken } = environment
  if (metricsToken === undefined) return
  app.get('/metrics', async ({ headers }, reply) => {
    if (!shows(headers.authorization, metricsToken)) return reply.code(404).send({ error: 'Not found.' })
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  })
  app.get('/alerts', async ({ headers }, reply) => {
    if (!shows(headers.authorization, metricsToken)) return reply.code(404).send({ error: 'Not found.' })
    return reply.header('cache-control', 'no-store').send({ firing: await findFiringAlerts(registry) })
  })
}

/** By their hashes: how much of a guess is right cannot be told from how long the answer takes. */
function shows(authorization: string | undefined, token: string): boolean {
  const [given, right] = [authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(contentHash(text)))
  return given !== undefined && right !== undefined && timingSafeEqual(given, right)
}
