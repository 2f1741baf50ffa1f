import { PDFDocument } from '@cantoo/pdf-lib'
import { findTokens } from '@shebao/signed-paper'
import { period } from '@shebao/kernel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Clerk, Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, employerViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { seedPolicy } from '../../money/policy/index.ts'
import { findActingClerk } from '../../office/session/index.ts'
import { continuePrintRuns, removeOldPapers } from './continue-print-run.ts'
import { addPaperFiles } from './papers.route.ts'

let platform: TestPlatform
let folder = ''
let clerk: Clerk
let stranger: Clerk
let viewer: Viewer | undefined
let app: Awaited<ReturnType<typeof createServer>>

async function addClerk(): Promise<Clerk> {
  const { employerId } = await addEmployer(platform, [500_000])
  const { id: accountId } = await platform.database.prisma.account.create({
    data: { kind: 'EMPLOYER', displayName: '经办人', passwordHash: '' },
  })
  await platform.database.prisma.membership.create({
    data: { accountId, role: 'CLERK', scopeKind: 'EMPLOYER', scopeId: employerId, validFrom: '2020-01-01' },
  })
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    platform.clock.set(`${month}-02T10:00:00+08:00`)
    await assessEmployer(platform, { employerId, period: period(month) })
  }
  platform.clock.set('2026-11-23T10:00:00+08:00')
  return employerViewer(employerId, { accountId })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-papers-'))
  platform = await openTestPlatform({ SHEBAO_DATA_DIR: folder })
  await seedPolicy(platform)
  const names = { nameZh: '示范社保中心', nameEn: 'Demonstration Office', addressZh: '北京', addressEn: 'Beijing' }
  await platform.database.prisma.office.create({ data: { region: '110000', phone: '12333', ...names } })
  clerk = await addClerk()
  stranger = await addClerk()
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addPaperFiles] })
})
afterAll(async () => {
  await app.close()
  await platform.close()
  rmSync(folder, { recursive: true })
})

interface Paper {
  kind: string
  subjectId: string
  version: number
  concerning: string
}
const list = async (asker: Viewer): Promise<Paper[]> => {
  const { data } = await ask(platform, asker, '{ papers { edges { node { kind subjectId version concerning } } } }')
  const { papers } = data as unknown as { papers: { edges: { node: Paper }[] } }
  return papers.edges.map(({ node }) => node)
}
const request = async (asker: Viewer, papers: readonly Paper[], language = 'en') => {
  const { data, errors } = await ask(
    platform,
    asker,
    `mutation ($papers: [PrintablePaperInput!]!, $language: String!) { printPapers(papers: $papers, language: $language) {
      __typename ... on PrintRunAsked { run { id papers } } ... on PrintRunAlreadyPrinting { run { id papers } } } }`,
    { papers: papers.map(({ kind, subjectId, version }) => ({ kind, subjectId, version })), language },
  )
  const { printPapers } = data as unknown as {
    printPapers?: { __typename: string; run: { id: string; papers: number } }
  }
  return { ...printPapers, errors }
}
const runOf = (id: string | undefined) =>
  platform.database.prisma.printRun.findUniqueOrThrow({ where: { id: id ?? '' } })
const download = async (asker: Viewer | undefined, id: string | undefined) => {
  viewer = asker
  return app.inject(`/documents/papers/${id}.pdf`)
}

describe('an employer’s papers as one file', () => {
  it('lists its own, a certificate for the year among them', async () => {
    const papers = await list(clerk)
    expect(papers.map(({ kind, concerning }) => `${kind} ${concerning}`)).toEqual([
      'UNIT_CERTIFICATE 2026-01/2026-11',
      'PAYMENT_NOTICE 2026-10',
      'PAYMENT_NOTICE 2026-09',
      'PAYMENT_NOTICE 2026-08',
    ])
  })

  it('prints them one after the other, goes on after a stop, and tells when they are there', async () => {
    const papers = await list(clerk)
    const { run } = await request(clerk, papers)
    expect(run?.papers).toBe(4)
    expect(await request(clerk, papers)).toMatchObject({ __typename: 'PrintRunAlreadyPrinting', run })
    // A server that is told to stop after each paper.
    while (await continuePrintRuns(platform, findActingClerk, 0)) expect((await runOf(run?.id)).status).toBe('PRINTING')
    expect(await runOf(run?.id)).toMatchObject({ status: 'READY', done: 4, failed: 0 })
    const answer = await download(clerk, run?.id)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect((await PDFDocument.load(answer.rawPayload)).getPageCount()).toBeGreaterThanOrEqual(4)
    expect(findTokens(answer.rawPayload.toString('latin1'))).toHaveLength(4)
    const told = await platform.database.prisma.notification.findMany({
      where: { accountId: clerk.accountId, kind: 'PAPERS_READY' },
    })
    expect(told.map(({ kind, params }) => [kind, params])).toEqual([
      ['PAPERS_READY', { id: run?.id, papers: 4, failed: 0 }],
    ])
    const entry = { actorId: clerk.accountId, action: 'PAPERS_DOWNLOADED', recordId: run?.id ?? '' }
    expect(await platform.database.prisma.auditEvent.count({ where: entry })).toBe(1)
    expect((await download(stranger, run?.id)).statusCode).toBe(404)
    expect((await download(undefined, run?.id)).statusCode).toBe(401)
    platform.clock.advance(8 * 24 * 3_600_000)
    expect(await removeOldPapers(platform)).toBe(1)
    expect((await download(clerk, run?.id)).statusCode).toBe(404)
  })

  it('holds nothing of another employer’s, and no more than a file may', async () => {
    const foreign = await list(stranger)
    expect((await request(clerk, foreign)).errors).toEqual(['NOT_FOUND'])
    const [mine] = await list(clerk)
    const { run } = await request(clerk, [...foreign, ...(mine ? [mine] : [])])
    expect(run?.papers).toBe(1)
    await ask(platform, clerk, `mutation ($id: ID!) { cancelPrintRun(id: $id) { id } }`, { id: run?.id })
    expect((await runOf(run?.id)).status).toBe('CANCELLED')
    expect(await continuePrintRuns(platform, findActingClerk, 1_000)).toBe(false)
    const many = Array.from({ length: 201 }, () => foreign.at(0)).flatMap((paper) => (paper ? [paper] : []))
    expect((await request(clerk, many)).errors).toEqual(['BAD_USER_INPUT'])
  })

  it('prints for a clerk of an agency under its mandate, with the duties that both gave', async () => {
    const mandated = { agencyId: stranger.employerId, employerId: clerk.employerId, duties: ['PREPARE'] }
    const days = { validFrom: '2026-01-01', validTo: '2026-12-31', createdAt: platform.clock.now() }
    await platform.database.prisma.mandate.create({ data: { ...mandated, ...days, status: 'ACCEPTED' } })
    await platform.database.prisma.membership.updateMany({
      where: { accountId: stranger.accountId },
      data: { duties: ['PREPARE', 'PAY'] },
    })
    const agent = { ...stranger, employerId: clerk.employerId }
    const { run } = await request(agent, (await list(agent)).slice(0, 1))
    const asked: (Clerk | undefined)[] = []
    const note: typeof findActingClerk = async (...of) => {
      const found = await findActingClerk(...of)
      asked.push(found)
      return found
    }
    await continuePrintRuns(platform, note, 10_000)
    expect(await runOf(run?.id)).toMatchObject({ status: 'READY', failed: 0 })
    expect(asked.map((one) => one?.duties)).toEqual([['PREPARE']])
  })

  it('prints nothing for who may act for the employer no more, and says so', async () => {
    const { run } = await request(stranger, await list(stranger))
    const { accountId } = stranger
    await platform.database.prisma.membership.updateMany({ where: { accountId }, data: { endedAt: new Date() } })
    await continuePrintRuns(platform, findActingClerk, 10_000)
    expect(await runOf(run?.id)).toMatchObject({ status: 'FAILED', failed: 4 })
  })
})
