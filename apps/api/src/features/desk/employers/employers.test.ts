import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { countStatements } from '../../../testing/count-statements.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { handInFile } from '../../../testing/hand-in-file.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { writeEmployersFile } from './employers-file.ts'
import { addEmployerFiles } from './employers.route.ts'
import { listEmployersForFile, mostLinesOfFile } from './list-employers.ts'

let platform: TestPlatform
const auditor = staffViewer(['AUDITOR'])
const unit: Record<'paid' | 'month' | 'quarter' | 'none', string> = { paid: '', month: '', quarter: '', none: '' }
const names = { paid: '丙公司', month: '=甲"公司', quarter: '100%乙_公司', none: '丁公司' }

beforeAll(async () => {
  platform = (await openRefundFixture()).platform
  for (const key of ['paid', 'month', 'quarter', 'none'] as const) {
    unit[key] = (await addUnit(platform, [1_000_000])).employerId
    await platform.database.prisma.employer.update({ where: { id: unit[key] }, data: { name: names[key] } })
  }
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    await billMonth(platform, unit.paid, month)
    await billMonth(platform, unit.quarter, month, false)
  }
  await billMonth(platform, unit.month, '2026-10', false)
  platform.clock.set('2026-11-23T10:00:00+08:00')
}, 120_000)
afterAll(() => platform.close())

interface Line {
  id: string
  owed: number
  overdue: number
  overdueDays: number
  overdueNotices: number
  insured: number
}
const query = `query ($sort: EmployerSort, $overdueOnly: Boolean, $text: String, $owedFrom: Fen, $overdueDaysFrom: Int, $first: Int, $after: String) {
  employerList(sort: $sort, overdueOnly: $overdueOnly, text: $text, owedFrom: $owedFrom, overdueDaysFrom: $overdueDaysFrom, first: $first, after: $after) {
    edges { node { id owed overdue overdueDays overdueNotices insured lastFiledYear } } pageInfo { hasNextPage endCursor } } }`
async function list(variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(platform, auditor, query, variables)
  expect(errors).toEqual([])
  const { employerList } = data as unknown as {
    employerList: { edges: { node: Line }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
  }
  const lines = employerList.edges.map(({ node }) => node)
  return { lines, ids: lines.map(({ id }) => id), ...employerList.pageInfo }
}

describe('employers and debtors', () => {
  it('say what is owed, since when, and who is insured', async () => {
    const { lines } = await list({ sort: 'OVERDUE' })
    const of = (key: keyof typeof unit) => lines.find(({ id }) => id === unit[key])
    expect(of('paid')).toMatchObject({ owed: 0, overdue: 0, overdueDays: 0, overdueNotices: 0, insured: 1 })
    const [month, quarter] = [of('month'), of('quarter')]
    expect(month).toMatchObject({ overdueNotices: 1 })
    expect(quarter?.overdue).toBe((month?.overdue ?? 0) * 3)
    expect(quarter).toMatchObject({ overdueNotices: 3 })
    expect(quarter?.overdueDays).toBeGreaterThan(60)
  })

  it('stand in each order, and a page goes on where the last one ended', async () => {
    const first = {
      NAME: ['quarter', 'month'],
      OWED: ['quarter', 'month'],
      OVERDUE: ['quarter', 'month'],
      OVERDUE_LONGEST: ['quarter', 'month'],
    } as const
    for (const [sort, keys] of Object.entries(first)) {
      const whole = (await list({ sort })).ids
      expect(whole.slice(0, 2)).toEqual(keys.map((key) => unit[key]))
      const walked: string[] = []
      for (let after: string | undefined; ;) {
        const page = await list({ sort, first: 1, after })
        walked.push(...page.ids)
        if (!page.hasNextPage) break
        after = page.endCursor
      }
      expect(walked, sort).toEqual(whole)
    }
  })

  it('are chosen by arrears, amount, days and part of the name', async () => {
    expect((await list({ overdueOnly: true, sort: 'OVERDUE' })).ids).toEqual([unit.quarter, unit.month])
    const { lines } = await list({ sort: 'OVERDUE', first: 1 })
    expect((await list({ owedFrom: lines[0]?.owed })).ids).toEqual([unit.quarter])
    expect((await list({ overdueDaysFrom: lines[0]?.overdueDays })).ids).toEqual([unit.quarter])
    expect((await list({ overdueDaysFrom: (lines[0]?.overdueDays ?? 0) + 1 })).ids).toEqual([])
    expect((await list({ text: '乙_公' })).ids).toEqual([unit.quarter])
    expect((await list({ text: '%' })).ids).toEqual([unit.quarter])
    expect((await list({ text: '没有' })).ids).toEqual([])
  })

  it('need one statement, however many there are', async () => {
    expect(await countStatements(() => list({ first: 1 }))).toBe(1)
    expect(await countStatements(() => list({ first: 100 }))).toBe(1)
  })

  it('are refused with a wrong wish, and to an employer', async () => {
    for (const variables of [{ overdueDaysFrom: -1 }, { text: '长'.repeat(65) }, { after: 'x' }, { first: 101 }])
      expect((await ask(platform, auditor, query, variables)).errors).toEqual(['BAD_USER_INPUT'])
    const { endCursor } = await list({ sort: 'NAME', first: 1 })
    expect((await ask(platform, auditor, query, { sort: 'OWED', after: endCursor })).errors).toEqual(['BAD_USER_INPUT'])
    expect((await ask(platform, employerViewer(unit.paid), query)).errors).toEqual(['FORBIDDEN'])
    await expect(listEmployersForFile(platform, employerViewer(unit.paid), {})).rejects.toThrow(/may not/)
  })

  it('count themselves', async () => {
    const { data } = await ask(platform, auditor, '{ employerSums { employers debtors } }')
    expect(data).toEqual({ employerSums: { employers: 4, debtors: 2 } })
  })
})

describe('one employer', () => {
  it('is the same line as in the list, with what happened in its cases and what was issued about it', async () => {
    const { prisma } = platform.database
    const at = new Date('2026-11-01T02:00:00Z')
    const refund = await prisma.refund.create({
      data: {
        number: 'TF9',
        employerId: unit.month,
        source: 'CREDIT',
        reason: 'OVERPAID',
        explanation: '多缴',
        amount: 1n,
        appliedBy: crypto.randomUUID(),
        appliedAt: at,
      },
    })
    const event = { lifecycle: 'refund', caseId: refund.id, toState: 'APPLIED', actorKind: 'EMPLOYER', at }
    await prisma.caseEvent.createMany({
      data: [
        { ...event, seq: 1, event: 'APPLY' },
        { ...event, seq: 2, event: 'CONFIRM_RECEIPT' },
      ],
    })
    const document = { kind: 'UNIT_CERTIFICATE', contentHash: 'c0ffee', summary: {}, subjectId: unit.month }
    await prisma.document.create({ data: { ...document, number: 'ZM1', verifyCode: '2345' } })
    await prisma.document.create({
      data: { ...document, kind: 'PERSONAL_CERTIFICATE', number: 'ZM2', verifyCode: '6789', version: 2 },
    })
    const source = `query ($id: ID!, $after: String) { employerLine(id: $id) { id overdueNotices insured }
      employerTimeline(id: $id, first: 1, after: $after) { edges { node { lifecycle event number } } pageInfo { hasNextPage endCursor } }
      employerDocuments(id: $id) { number verifyCode withdrawn } }`
    const { data, errors } = await ask(platform, auditor, source, { id: unit.month })
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      employerLine: { id: unit.month, overdueNotices: 1, insured: 1 },
      employerTimeline: {
        edges: [{ node: { lifecycle: 'refund', event: 'CONFIRM_RECEIPT', number: 'TF9' } }],
        pageInfo: { hasNextPage: true },
      },
      employerDocuments: [{ number: 'ZM1', verifyCode: '2345', withdrawn: false }],
    })
    const { employerTimeline } = data as unknown as { employerTimeline: { pageInfo: { endCursor: string } } }
    const next = await ask(platform, auditor, source, { id: unit.month, after: employerTimeline.pageInfo.endCursor })
    expect(next.data).toMatchObject({ employerTimeline: { edges: [{ node: { event: 'APPLY' } }] } })
    expect(await countStatements(() => ask(platform, auditor, source, { id: unit.month }))).toBe(3)
    expect((await ask(platform, auditor, source, { id: unit.paid })).data).toMatchObject({
      employerTimeline: { edges: [] },
      employerDocuments: [],
    })
    expect((await ask(platform, employerViewer(unit.month), source, { id: unit.month })).errors[0]).toBe('FORBIDDEN')
  })
})

it('what was handed in with the cases of an employer is listed, newest first, and of no other', async () => {
  const officer = staffViewer(['OFFICER'])
  const handIn = async (employerId: string, name: string) => {
    const id = await handInFile(platform, officer, name)
    const subject = { kind: 'WRITE_OFF' as const, id: crypto.randomUUID(), employerId }
    await attachFiles(platform, officer, { field: 'files', ids: [id], subject, retention: 'CASE_EVIDENCE' })
    platform.clock.advance(1_000)
    return id
  }
  const [first, second] = [await handIn(unit.month, 'a.pdf'), await handIn(unit.month, 'b.pdf')]
  await handIn(unit.paid, 'c.pdf')
  await handInFile(platform, officer)
  const source = `query ($id: ID!, $after: String) { employerFiles(id: $id, first: 1, after: $after) {
    edges { node { id name subjectKind } } pageInfo { hasNextPage endCursor } } }`
  const page = async (after?: string) => {
    const { data, errors } = await ask(platform, auditor, source, { id: unit.month, after })
    expect(errors).toEqual([])
    return data['employerFiles'] as unknown as { pageInfo: { endCursor: string } }
  }
  const newest = await page()
  expect(newest).toMatchObject({
    edges: [{ node: { id: second, name: 'b.pdf', subjectKind: 'WRITE_OFF' } }],
    pageInfo: { hasNextPage: true },
  })
  expect(await page(newest.pageInfo.endCursor)).toMatchObject({
    edges: [{ node: { id: first } }],
    pageInfo: { hasNextPage: false },
  })
  expect((await ask(platform, auditor, source, { id: unit.month, after: btoa('["x","y"]') })).errors).toEqual([
    'BAD_USER_INPUT',
  ])
  expect((await ask(platform, employerViewer(unit.month), source, { id: unit.month })).errors).toEqual(['FORBIDDEN'])
})

describe('the file', () => {
  it('is safe to open, whole figures and long numbers included', async () => {
    const items = await listEmployersForFile(platform, auditor, { sort: 'OVERDUE', overdueOnly: true })
    const [head, ...lines] = new TextDecoder().decode(writeEmployersFile(items, 'en')).split('\r\n')
    expect(head).toContain('Registration number')
    expect(lines[1]).toMatch(/^"'=甲""公司",/)
    expect(lines[1]).toMatch(/,\d+\.\d\d,\d+\.\d\d,1,\d+,1,/)
    expect(lines[0]).toMatch(/^100%乙_公司,'?\w+/)
  })

  it('ends at its last line and says so', async () => {
    const [item] = await listEmployersForFile(platform, auditor, {})
    if (!item) throw new Error('There are employers.')
    const many = Array.from({ length: mostLinesOfFile + 1 }, () => item)
    const lines = new TextDecoder().decode(writeEmployersFile(many, 'zh-CN')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(mostLinesOfFile + 2)
    expect(lines.at(-1)).toContain('只列出前')
  })

  it('is given to staff by its address, which says what is wrong with it', async () => {
    const app = fastify()
    let viewer: Viewer | undefined = auditor
    addEmployerFiles(app, platform, async (_request, _reply) => ({
      platform,
      viewer,
      cookie: { token: undefined, set: () => undefined, clear: () => undefined },
      origin: 'test',
      userAgent: 'test',
      requestId: 'test',
    }))
    const get = (query: string) => app.inject(`/lists/employers.csv?${query}`)
    const file = await get('overdue=true&sort=OVERDUE&lang=en')
    expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(file.headers['content-disposition']).toBe('attachment; filename="employers-2026-11-23.csv"')
    expect(file.body.trimEnd().split('\r\n')).toHaveLength(3)
    for (const query of ['sort=x', 'owedFrom=1.5', 'daysFrom=-1', 'sort=NAME&sort=OWED'])
      expect((await get(query)).statusCode, query).toBe(400)
    viewer = employerViewer(unit.paid)
    expect((await get('')).statusCode).toBe(403)
    viewer = undefined
    expect((await get('')).statusCode).toBe(401)
    await app.close()
  })
})
