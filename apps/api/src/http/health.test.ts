import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBilling } from '../fitness/check-billing.ts'
import { seedPolicy } from '../features/money/policy/policy-in-force.ts'
import { keepFingerprint } from '../platform/installation.ts'
import type { Platform } from '../platform/platform.ts'
import { createServer } from '../server.ts'
import { serverParts } from '../server-parts.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { addHealth } from './health.route.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ SHEBAO_METRICS_TOKEN: 'a-token-of-twenty-four-characters' })
  platform.clock.set('2026-06-01T10:00:00+08:00')
})
afterAll(() => platform.close())

async function ask(of: Platform, url: string, deadlineMs?: number) {
  const app = Fastify()
  addHealth(app, of, checkBilling, deadlineMs)
  const answer = await app.inject({ url })
  await app.close()
  return { status: answer.statusCode, body: answer.json() }
}

const failing = (body: { checks: { name: string; ok: boolean }[] }) =>
  body.checks.filter(({ ok }) => !ok).map(({ name }) => name)

describe('health', () => {
  it('is bad while nobody could be served, and names what is missing', async () => {
    expect(await ask(platform, '/healthz')).toEqual({ status: 503, body: { status: 'unavailable' } })
    const { status, body } = await ask(platform, '/readyz')
    expect([status, body.status, failing(body)]).toEqual([503, 'not ready', ['jobs', 'key', 'office', 'parameters']])
  })

  it('is good for an office that is not ready to bill: its parameters are published in the browser', async () => {
    await keepFingerprint(platform.database, platform.vault)
    await platform.database.prisma.office.create({
      data: { region: '110000', nameZh: '局', nameEn: 'Office', phone: '1', addressZh: '地', addressEn: 'Place' },
    })
    const working = { ...platform, jobs: { ...platform.jobs, isWorking: () => true } }
    expect((await ask(working, '/healthz')).status).toBe(200)
    const before = await ask(working, '/readyz')
    expect([before.status, before.body.billing, failing(before.body)]).toEqual([200, 'not ready', ['parameters']])
    await seedPolicy(platform)
    expect((await ask(working, '/readyz')).body).toMatchObject({ status: 'ready', billing: 'ready' })
  })

  it('is good without working days of this year, and bills are not ready; in autumn next year’s are asked for', async () => {
    const working = { ...platform, jobs: { ...platform.jobs, isWorking: () => true } }
    const on = async (day: string) => {
      platform.clock.set(`${day}T10:00:00+08:00`)
      const { status, body } = await ask(working, '/readyz')
      return [status, body.billing, failing(body).filter((name) => name !== 'parameters')]
    }
    expect(await on('2026-09-30')).toEqual([200, 'ready', []])
    expect(await on('2026-10-01')).toEqual([200, 'ready', ['calendarOfNextYear']])
    expect(await on('2027-01-01')).toEqual([200, 'not ready', ['calendar']])
  })

  it('is bad, and said so, when the database never answers; it is asked once however many wait', async () => {
    let asked = 0
    const silent = { ...platform.database, query: () => new Promise<never>(() => (asked += 1)) }
    const app = Fastify()
    addHealth(app, { ...platform, database: silent }, checkBilling, 20)
    const answers = await Promise.all(['/healthz', '/readyz', '/healthz'].map((url) => app.inject({ url })))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503])
    expect(answers[1]?.json()).toMatchObject({ checks: [{ name: 'database', ok: false }] })
    expect(asked).toBe(1)
    await app.close()
  })
})

describe('metrics', () => {
  const page = async (of: Platform, authorization?: string) => {
    const app = await createServer(of, serverParts)
    for (const operationName of ['Viewer', 'Made_up_by_a_caller']) {
      await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ query: `query ${operationName} { __typename }`, operationName }),
      })
    }
    const answer = await app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })
    await app.close()
    return answer
  }

  it('are nobody’s without a token in the settings, and only its holder’s with one', async () => {
    const open = { ...platform, environment: { ...platform.environment, metricsToken: undefined } }
    expect((await page(open, 'Bearer undefined')).statusCode).toBe(404)
    expect((await page(platform)).statusCode).toBe(404)
    expect((await page(platform, 'Bearer another-token')).statusCode).toBe(404)
    expect((await page(platform, 'Bearer a-token-of-twenty-four-characters')).statusCode).toBe(200)
  })

  it('count operations by the names of the web client and all others as one', async () => {
    const { payload } = await page(platform, 'Bearer a-token-of-twenty-four-characters')
    expect(payload).toContain('shebao_graphql_operations_total{operation="Viewer",outcome="ok"} 1')
    expect(payload).toContain('shebao_graphql_operations_total{operation="other",outcome="ok"} 1')
    expect(payload).not.toContain('Made_up_by_a_caller')
    expect(payload).toContain('shebao_database_ready 1')
  })
})
