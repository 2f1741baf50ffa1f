import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { period } from '@shebao/kernel'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { assessEmployer } from './features/money/assessment/assess-employer.ts'
import { findActing } from './features/office/session/membership.repository.ts'
import { createSession } from './features/office/session/session.repository.ts'
import { ensureSigningKeys } from './features/register/signing/index.ts'
import { systemClock } from './platform/clock.ts'
import { readEnvironment } from './platform/environment.ts'
import { traceJob } from './platform/jobs.ts'
import { startOtlpTracing } from './platform/otlp-tracing.ts'
import { traced } from './platform/tracing.ts'
import type { Tracing } from './platform/tracing.ts'
import { serverParts } from './server-parts.ts'
import { startServer } from './start.ts'
import type { RunningServer } from './start.ts'
import { completeDraft, givenOffice, givenUnit, settleComparison } from './testing/inspection-scenario.ts'
import type { GivenUnit } from './testing/inspection-scenario.ts'
import { addEmployer } from './testing/money/payment/billing-fixture.ts'
import { addClerk } from './testing/readers.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

// A collector as OpenTelemetry has it, at which a declaration and a payment of an office leave their traces; and nobody's names or numbers.

const onServer = inject('databaseSource').kind !== 'embedded'
const folder = mkdtempSync(join(tmpdir(), 'shebao-tracing-'))
const exported: string[] = []
const bankHeaders: IncomingMessage['headers'][] = []
const received = new Set<string>()
const collector = receiver((request, body) => {
  received.add(`${request.url} ${request.headers['content-type']}`)
  exported.push(body)
  return 200
})
const bank = receiver(({ headers }) => {
  bankHeaders.push(headers)
  return 500
})
const lines: Record<string, unknown>[] = []
let platform: TestPlatform
let tracing: Tracing
let server: RunningServer | undefined
let unit: GivenUnit
let declarationId = ''
let payer = ''
let token = ''

function receiver(take: (request: IncomingMessage, body: string) => number): Server {
  return createServer((request, answer) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.once('end', () => answer.writeHead(take(request, body), { 'content-type': 'application/json' }).end('{}'))
  })
}
const open = async (one: Server) => {
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`
}

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  await ensureSigningKeys(platform, 'test')
  unit = await givenUnit(platform, { seed: 7, people: 3 })
  declarationId = await completeDraft(platform, unit)
  payer = (await addEmployer(platform, [1_000_000])).employerId
  await assessEmployer(platform, { employerId: payer, period: period('2026-10'), issuedOn: '2026-11-02' })
  // The server's own time, on the day of the office.
  platform.clock.set(systemClock(platform.clock.today()).now().toISOString())
  token = await signIn(unit.employerId)
  if (!onServer) return
  tracing = startOtlpTracing(await open(collector))
  const environment = readEnvironment({
    SHEBAO_MODE: 'test',
    SHEBAO_TODAY: platform.clock.today(),
    DATABASE_URL: platform.connectionString,
    SHEBAO_POOL_SIZE: '3',
    SHEBAO_SECRET_KEY: '07'.repeat(32),
    SHEBAO_DATA_DIR: folder,
    SHEBAO_BANK_URL: await open(bank),
    PORT: '0',
  })
  const log = (line: Record<string, unknown>) => void lines.push(line)
  const logger = { ...platform.logger, info: log, warn: log, error: log } as unknown as typeof platform.logger
  server = await startServer(environment, logger, serverParts, async () => async () => undefined, tracing)
})
afterAll(async () => {
  await server?.stop()
  await platform.close()
  for (const one of [collector, bank]) await new Promise((resolve) => one.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(employerId: string): Promise<string> {
  const { accountId } = await addClerk(platform, employerId)
  const account = await platform.database.prisma.account.findUniqueOrThrow({ where: { id: accountId } })
  const acting = await findActing(platform, account.id)
  return (await createSession(platform, account, { acting, userAgent: 'test', stage: 'FULL' })).token
}

async function ask(operationName: string, query: string, variables: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server?.url}/graphql?name=${encodeURIComponent('司徒不入踪')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `shebao_session=${token}` },
    body: inTwoParts(JSON.stringify({ query, variables, operationName })),
    duplex: 'half',
  })
  const { data, errors = [] } = (await answer.json()) as { data?: Record<string, unknown>; errors?: object[] }
  expect(errors).toEqual([])
  return data ?? {}
}

/** The second comes when the request is being read already. */
async function* inTwoParts(text: string) {
  const middle = text.length >> 1
  yield new TextEncoder().encode(text.slice(0, middle))
  await new Promise((later) => setTimeout(later, 30))
  yield new TextEncoder().encode(text.slice(middle))
}

interface ExportedSpan {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
}
function spansOf(bodies: readonly string[]): ExportedSpan[] {
  type Body = { resourceSpans: { scopeSpans: { spans: ExportedSpan[] }[] }[] }
  return bodies
    .map((body) => JSON.parse(body) as Body)
    .flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)))
}

/** What is somebody's in what a unit would type: names in Chinese, and long numbers. */
function personalOf(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Han}{2,}|\d{6,}/u.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(personalOf) : []
}

it('a collector that is away makes no stop fail', async () => {
  const nowhere = startOtlpTracing('http://127.0.0.1:9')
  await traceJob(nowhere, { name: 'watched', cron: '* * * * *', run: async () => undefined }).run()
  expect(await nowhere.stop()).toBeUndefined()
})

it('a part of the traces is sent, each whole, where only that is wanted', async () => {
  const sent: string[] = []
  const some = receiver((_request, body) => {
    sent.push(body)
    return 200
  })
  const half = startOtlpTracing(await open(some), 0.5)
  for (let nth = 0; nth < 200; nth += 1)
    await traced(half, 'outer', {}, async () => traced(half, 'inner', {}, async () => undefined))
  await half.stop()
  await new Promise((resolve) => some.close(resolve))
  const spans = spansOf(sent)
  const traces = new Set(spans.map(({ traceId }) => traceId))
  expect(traces.size).toBeGreaterThan(50)
  expect(traces.size).toBeLessThan(150)
  expect(spans).toHaveLength(2 * traces.size)
})

it.runIf(onServer)('a declaration and a payment leave their traces, and nobody’s names or numbers', async () => {
  const [{ row: rowNo, draft } = { row: 0, draft: {} }] = unit.people
  const read = 'query ZhangSan13800138000($id: ID!) { declaration(id: $id) { unitRevision personnelRevision } }'
  const readDraft = async () =>
    (await ask('ZhangSan13800138000', read, { id: declarationId }))['declaration'] as Record<string, number>
  const save = `mutation Save($id: ID!, $revision: Int!, $rowNo: Int, $draft: PersonnelDraftInput!) {
    savePersonnelRecord(declarationId: $id, expectedRevision: $revision, rowNo: $rowNo, draft: $draft, confirm: false) { __typename } }`
  await ask('Save', save, { id: declarationId, revision: (await readDraft())['personnelRevision'], rowNo, draft })
  await settleComparison(platform, unit, declarationId)
  const submit = `mutation SubmitDeclaration($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) { __typename } }`
  const input = { ...(await readDraft()), declarationId, truthDeclared: true, signer: '欧阳不入踪' }
  expect(await ask('SubmitDeclaration', submit, { input })).toEqual({
    submitDeclaration: { __typename: 'DeclarationSubmitted' },
  })
  const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({ where: { employerId: payer } })
  token = await signIn(payer)
  const pay = `mutation StartPayment($id: ID!) { startPayment(noticeId: $id, idempotencyKey: "key-13900139000", language: EN) { __typename } }`
  await ask('StartPayment', pay, { id: notice.id })
  await traceJob(tracing, { name: 'watched', cron: '* * * * *', run: async () => undefined }).run()
  await tracing.stop()

  expect([...received]).toEqual(['/v1/traces application/json'])
  const spans = spansOf(exported)
  const named = (name: string) => spans.find((span) => span.name === name)
  const parentOf = (span: ExportedSpan | undefined) => spans.find(({ spanId }) => spanId === span?.parentSpanId)
  expect(named('job watched')?.parentSpanId).toBeUndefined()
  const operation = named('graphql other') ?? named('graphql SubmitDeclaration')
  expect(parentOf(operation)?.name).toBe('POST /graphql')
  const toBank = named('bank POST /orders')
  expect(toBank?.traceId).toBe(parentOf(parentOf(toBank))?.traceId)
  expect(bankHeaders.map(({ traceparent }) => traceparent)).toContain(`00-${toBank?.traceId}-${toBank?.spanId}-01`)
  // Plain statements and Prisma's, each within the operation that asks.
  const ofDatabase = spans.filter(({ name }) => name.startsWith('database '))
  const inOperations = ofDatabase.filter((span) => parentOf(span)?.name.startsWith('graphql '))
  expect(inOperations.some(({ name }) => /^database [A-Z][a-zA-Z]+\.\w+$/.test(name))).toBe(true)
  expect(inOperations.some(({ name }) => /^database [a-z-]+$/.test(name))).toBe(true)
  const logged = lines.filter(({ route }) => route === '/graphql').map(({ traceId }) => traceId)
  expect(new Set(logged)).toEqual(
    new Set(spans.filter(({ name }) => name === 'POST /graphql').map((span) => span.traceId)),
  )

  const personal = [...personalOf(unit.answers), ...personalOf(unit.people)]
  const others = ['不入踪', 'ZhangSan', '13900139000', token, declarationId, notice.id, notice.number]
  expect(personal.length).toBeGreaterThan(20)
  const all = exported.join('\n')
  expect([...personal, ...others].filter((one) => all.includes(one))).toEqual([])
})
