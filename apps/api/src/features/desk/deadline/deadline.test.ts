import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverParts } from '../../../server-parts.ts'
import { createServer } from '../../../server.ts'
import { ask } from '../../../testing/ask.ts'
import { givenOffice, givenUnit, openDraft } from '../../../testing/inspection-scenario.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

let platform: TestPlatform
let app: FastifyInstance
let clerk: Awaited<ReturnType<typeof addClerk>>
let unit: Awaited<ReturnType<typeof givenUnit>>

beforeAll(async () => {
  platform = await openTestPlatform({ SHEBAO_PUBLIC_URL: 'https://office.example' })
  await givenOffice(platform)
  unit = await givenUnit(platform, { seed: 81 })
  clerk = await addClerk(platform, unit.employerId)
  await openDraft(platform, { ...unit, clerk })
  app = await createServer(platform, { ...serverParts, findViewer: async () => clerk })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const make = async (language = 'ZH_CN'): Promise<string> => {
  const { data } = await ask(platform, clerk, `mutation { makeDeadlineFeed(language: ${language}) { url } }`)
  return String((data as unknown as { makeDeadlineFeed: { url: string } }).makeDeadlineFeed.url)
}
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url: new URL(url, 'https://office.example').pathname, headers })

describe('the deadlines of an employer', () => {
  it('are a file for a calendar, in the language asked for', async () => {
    const answer = await app.inject({ method: 'GET', url: '/documents/deadlines.ics?lang=en' })
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('deadlines.ics')
    expect(answer.body).toContain('DTSTART;VALUE=DATE:20261231')
    expect(answer.body).toContain('SUMMARY;LANGUAGE=en:Submit the annual inspection 2026')
    expect(answer.body).toContain('UID:inspection-2026@office.example')
  })

  it('stand at a secret address, of which the database keeps no more than a hash, without anything personal', async () => {
    const url = await make()
    expect(url).toMatch(/^https:\/\/office\.example\/calendar\/[\w-]{43}\.ics$/)
    const answer = await get(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('提交2026年度社会保险年检')
    for (const personal of [
      unit.answers['unitName'],
      unit.answers['legalRepresentativeName'],
      unit.answers['handlerName'],
    ])
      expect(answer.body).not.toContain(String(personal))
    const [kept] = await platform.database.query<{ text: string }>({
      text: 'SELECT json_agg(f)::text AS text FROM deadline_feed f',
    })
    expect(kept?.text).not.toContain(url.slice(-47, -4))
  })

  it('are told with 304 while nothing changed, and again once something did', async () => {
    const url = await make()
    const first = await get(url)
    const etag = String(first.headers['etag'])
    platform.clock.advance(3_600_000)
    expect((await get(url, { 'if-none-match': `"x", W/${etag}` })).statusCode).toBe(304)
    const declaration = await platform.database.prisma.declaration.findFirstOrThrow({
      where: { employerId: unit.employerId },
    })
    await platform.database.prisma.declaration.update({ where: { id: declaration.id }, data: { dueOn: '2026-12-15' } })
    const changed = await get(url, { 'if-none-match': etag })
    expect([changed.statusCode, changed.body.includes('20261215')]).toEqual([200, true])
  })

  it('are gone from an address that was replaced or given up, or whose clerk was removed', async () => {
    const before = await make()
    const after = await make('EN')
    expect([(await get(before)).statusCode, (await get(after)).statusCode]).toEqual([404, 200])
    expect((await ask(platform, clerk, 'mutation { endDeadlineFeed }')).data).toEqual({ endDeadlineFeed: true })
    expect((await get(after)).statusCode).toBe(404)
    expect((await ask(platform, clerk, '{ deadlineFeed { id } }')).data).toEqual({ deadlineFeed: null })
    const last = await make()
    await platform.database.prisma.membership.updateMany({
      where: { accountId: clerk.accountId },
      data: { endedAt: platform.clock.now() },
    })
    expect((await get(last)).statusCode).toBe(404)
    expect((await get('https://office.example/calendar/nonsense.ics')).statusCode).toBe(404)
    const trail = await platform.database.prisma.auditEvent.findMany({ where: { recordType: 'DeadlineFeed' } })
    expect(trail.map(({ action }) => action)).toContain('END_DEADLINE_FEED')
  })
})
