import { fen, period } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../graphql/context.ts'
import { createServer } from '../../server.ts'
import { ask, insuredViewer, staffViewer } from '../../testing/ask.ts'
import { openTestPlatform } from '../../testing/test-platform.ts'
import type { TestPlatform } from '../../testing/test-platform.ts'
import { assessEmployer, receiveMoney } from '../billing/index.ts'
import { addEmployer } from '../billing/testing/billing-fixture.ts'
import { closePrinting } from '../document/index.ts'
import { seedPolicy } from '../policy/index.ts'
import { addCertificates } from './index.ts'

let platform: TestPlatform
let viewer: Viewer | undefined
let app: Awaited<ReturnType<typeof createServer>>
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  await platform.database.prisma.office.create({
    data: {
      region: '110000',
      nameZh: '示范社保中心',
      nameEn: 'Demonstration Office',
      phone: '12333',
      addressZh: '北京',
      addressEn: 'Beijing',
    },
  })
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addCertificates] })
})
afterAll(async () => {
  await app.close()
  await closePrinting()
  await platform.close()
})

/** Billed on the 2nd, paid on the 3rd: 10 000.00 yuan in Beijing, class 1, cost 3 703.00, of them 1 053.00 of the person. */
async function bill(employerId: string, month: string, paid = true): Promise<number> {
  platform.clock.set(`${month}-02T10:00:00+08:00`)
  const total = (await assessEmployer(platform, { employerId, period: period(month) }))?.total ?? 0
  const money = { employerId, amount: fen(total), valueDate: `${month}-03`, key: crypto.randomUUID() }
  if (paid) await receiveMoney(platform, money)
  return total
}

interface Outlook {
  problem: string | null
  lines: number
  months: number | null
  paid: number | null
  owed: number | null
  gaps: string[]
}

async function outlook(as: Viewer, from: string, to: string): Promise<Outlook> {
  const { data, errors } = await ask(
    platform,
    as,
    'query ($from: String!, $to: String!) { certificateOutlook(from: $from, to: $to) { problem lines months paid owed gaps } }',
    { from, to },
  )
  expect(errors).toEqual([])
  return data['certificateOutlook'] as unknown as Outlook
}

const print = async (as: Viewer | undefined, query: string) => {
  viewer = as
  return app.inject({ url: `/documents/certificate.pdf?${query}` })
}

const documents = (kind: string) => platform.database.prisma.document.findMany({ where: { kind } })

describe('a person’s certificate', () => {
  it('adds up what was paid, counts a month once, shows gaps, and can be verified without a name', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    for (const month of ['2024-07', '2024-08', '2024-10']) await bill(unit.employerId, month)
    await bill(unit.employerId, '2024-11', false)
    const me = insuredViewer(unit.individualIds[0] ?? '')
    expect(await outlook(me, '2024-07', '2024-11')).toEqual({
      problem: null,
      // Pension, medical, unemployment and work injury of four months; maternity is collected with medical.
      lines: 16,
      months: 3,
      paid: 3 * 105_300,
      owed: null,
      gaps: ['2024-09'],
    })
    const printed = await print(me, 'from=2024-07&to=2024-11')
    expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(printed.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    // In the other language, and asked for twice: the same certificate.
    expect((await print(me, 'from=2024-07&to=2024-11&lang=en')).statusCode).toBe(200)
    const [issued, ...more] = await documents('PERSONAL_CERTIFICATE')
    expect(more).toEqual([])
    expect(issued?.summary).toMatchObject({ concerning: '2024-07/2024-11', totalFen: 315_900 })

    const verify = async (code: string) => {
      const { data } = await ask(
        platform,
        undefined,
        'query ($code: String!) { verifyDocument(code: $code) { kind status number unitName total } }',
        { code },
      )
      return data['verifyDocument'] as unknown as Record<string, unknown> | null
    }
    const found = await verify(issued?.verifyCode ?? '')
    expect(found).toMatchObject({
      kind: 'PERSONAL_CERTIFICATE',
      status: 'CURRENT',
      number: issued?.number,
      total: 315_900,
    })
    expect(found?.['unitName']).toMatch(/^.\*+ .*\*/)
    const tampered = [...(issued?.verifyCode ?? '')]
    tampered[3] = tampered[3] === 'A' ? 'B' : 'A'
    expect(await verify(tampered.join(''))).toBeNull()
    const audited = await platform.database.prisma.auditEvent.findMany({ where: { action: 'CERTIFICATE_PRINTED' } })
    expect(audited.map(({ recordId }) => recordId)).toEqual([issued?.id, issued?.id])

    // Something changed: that is another certificate, and the first one still holds.
    platform.clock.set('2024-12-03T10:00:00+08:00')
    await print(me, 'from=2024-07&to=2024-11')
    expect((await documents('PERSONAL_CERTIFICATE')).length).toBe(2)
    expect(await verify(issued?.verifyCode ?? '')).toMatchObject({ status: 'CURRENT' })
  })

  it('holds nobody else’s months', async () => {
    const unit = await addEmployer(platform, [1_000_000, 2_000_000])
    await bill(unit.employerId, '2024-07')
    const [first, second] = unit.individualIds.map((id) => insuredViewer(id))
    const paid = await Promise.all([first, second].map((me) => outlook(me ?? insuredViewer('x'), '2024-07', '2024-07')))
    expect(paid.map((one) => one.paid)).toEqual([105_300, 210_300])
  })
})

describe('an employer’s certificate', () => {
  it('names what was paid and what is owed, also for a month outside of it', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await bill(unit.employerId, '2024-07')
    const paidUp = await outlook(unit.viewer, '2024-07', '2024-07')
    expect(paidUp).toMatchObject({ problem: null, lines: 1, months: null, paid: 370_300, owed: 0 })
    await bill(unit.employerId, '2024-08', false)
    // 2024-08-26 was the last day; 11 days late cost 20.37 (domain specification 3.4).
    platform.clock.set('2024-09-06T10:00:00+08:00')
    expect(await outlook(unit.viewer, '2024-07', '2024-07')).toMatchObject({ paid: 370_300, owed: 372_337 })
    expect(await outlook(unit.viewer, '2024-07', '2024-08')).toMatchObject({ lines: 2, paid: 370_300, owed: 372_337 })
    expect((await print(unit.viewer, 'from=2024-07&to=2024-08')).statusCode).toBe(200)
    const [issued] = await documents('UNIT_CERTIFICATE')
    expect(issued?.summary).toMatchObject({ unitName: expect.stringMatching('示例单位'), totalFen: 370_300 })
  })
})

describe('is refused', () => {
  it('for months that cannot be certified, saying which', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    platform.clock.set('2026-11-26T10:00:00+08:00')
    const problem = async (from: string, to: string) => (await outlook(unit.viewer, from, to)).problem
    expect(await problem('2024-08', '2024-07')).toBe('FROM_AFTER_TO')
    expect(await problem('2024-08', '2026-12')).toBe('TO_IN_FUTURE')
    expect(await problem('2023-08', '2026-08')).toBe('TOO_LONG')
    expect(await problem('', '2026-08')).toBe('FROM_MISSING')
    expect(await problem('2024-08', '2024-09')).toBe('NOTHING_RECORDED')
    const answer = await print(unit.viewer, 'from=2024-08&to=2024-09')
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { reason: 'NOTHING_RECORDED' }])
  })

  it('to staff, to nobody in particular, and to those who still have to change their password', async () => {
    expect((await print(undefined, 'from=2024-07&to=2024-07')).statusCode).toBe(401)
    expect((await print(staffViewer(['HEAD']), 'from=2024-07&to=2024-07')).statusCode).toBe(404)
    const unit = await addEmployer(platform, [1_000_000])
    const fresh = insuredViewer(unit.individualIds[0] ?? '', { stage: 'MUST_CHANGE_PASSWORD' })
    expect((await print(fresh, 'from=2024-07&to=2024-07')).statusCode).toBe(401)
    const query = '{ certificateOutlook(from: "2024-07", to: "2024-07") { problem } }'
    for (const as of [undefined, fresh, staffViewer(['HEAD'])]) {
      expect((await ask(platform, as, query)).errors.length).toBe(1)
    }
  })
})
