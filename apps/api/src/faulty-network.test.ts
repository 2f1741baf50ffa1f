import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBank } from '@shebao/sandbox-bank/server'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from './access/viewer.ts'
import { assessDeclaration } from './features/money/assessment/assess-declaration.ts'
import { bankKeyOf } from './features/money/bank/bank-client.ts'
import { proveLedger } from './features/money/ledger/prove-ledger.ts'
import { addBankNotifications } from './features/money/payment/bank-notifications.route.ts'
import { seedPolicy } from './features/money/policy/policy-in-force.ts'
import { createSmtpChannel } from './features/register/notification/smtp-channel.ts'
import { demonstrationPayee } from './features/register/office/payee.ts'
import { createAudit } from './platform/audit.ts'
import { openDatabase, serverLimits } from './platform/database.ts'
import type { Platform } from './platform/platform.ts'
import { createServer } from './server.ts'
import { someCompleteDeclaration } from './testing/complete-declaration.ts'
import { databaseBehind, drawFaults, noFault, openFaultyProxy } from './testing/faulty-proxy.ts'
import type { Fault, FaultyProxy } from './testing/faulty-proxy.ts'
import { addEmployer } from './testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

// Between every two parts stands a network that delays, drips, resets and closes halves: clerk and API, API and database, API and bank,
// bank and API, API and mail server. What is asked again in the end succeeds, and nothing has happened twice or by half.

const seed = 11
let calm = false
const faults = (nth: number, longest: number) => {
  const draw = drawFaults(seed + nth, longest)
  return (): Fault => (calm ? noFault() : draw())
}

let platform: TestPlatform
let shaken: Platform
let proxies: Record<'clerk' | 'database' | 'bank' | 'notifications' | 'mail', FaultyProxy>
let closing: (() => Promise<unknown> | void)[] = []
let viewer: Viewer | undefined
const mails: string[] = []

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  const { target, through } = databaseBehind(platform.connectionString)
  const database = await openFaultyProxy(target, faults(1, 20_000))
  const limits = { ...serverLimits, connectMs: 5_000, answerMs: 5_000 }
  const own = openDatabase(through(database.port), 3, limits)
  const environment = { ...platform.environment }
  shaken = { ...platform, environment, database: own, audit: createAudit(own, platform.clock) }
  const app = await createServer(shaken, { findViewer: async () => viewer, routes: [addBankNotifications] })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const api = { port: (app.server.address() as AddressInfo).port }
  const [clerk, notifications] = [
    await openFaultyProxy(api, faults(2, 1_500)),
    await openFaultyProxy(api, faults(3, 800)),
  ]
  const folder = mkdtempSync(join(tmpdir(), 'shebao-network-'))
  const bank = createBank({
    sharedKey: bankKeyOf(platform),
    account: demonstrationPayee,
    returnOrigin: 'http://localhost:4000',
    dataDirectory: folder,
    lateMs: 100,
    firstRetryMs: 50,
    notifyUrl: `http://127.0.0.1:${notifications.port}/bank/notifications`,
  })
  bankPort = Number(new URL(await bank.listen({ port: 0, host: '127.0.0.1' })).port)
  const toBank = await openFaultyProxy({ port: bankPort }, faults(7, 400))
  environment.sandboxBankUrl = `http://127.0.0.1:${toBank.port}`
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')))
      stream.on('end', () => {
        mails.push(/^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? '?')
        done(null)
      })
    },
  })
  smtp.on('error', () => undefined)
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const mail = await openFaultyProxy({ port: (smtp.server.address() as AddressInfo).port }, faults(5, 800))
  proxies = { clerk, database, bank: toBank, notifications, mail }
  closing = [
    ...Object.values(proxies).map((proxy) => () => proxy.close()),
    () => bank.close(),
    () => app.close(),
    () => own.close(),
    () => new Promise<void>((resolve) => smtp.close(() => resolve())),
    () => platform.close(),
    () => rmSync(folder, { recursive: true, force: true }),
  ]
})
let bankPort = 0
afterAll(async () => {
  for (const close of closing) await close()
})

const starting = `mutation ($noticeId: ID!, $key: String!) { startPayment(noticeId: $noticeId, idempotencyKey: $key, language: EN) {
  __typename ... on PaymentStarted { redirectUrl payment { id amount status } } ... on PaymentRefused { reason } } }`
interface Started {
  __typename: 'PaymentStarted' | 'PaymentRefused'
  redirectUrl?: string
  payment?: { id: string; amount: number; status: string }
  reason?: string
}

const tellsOfUs = /connection|ECONN|terminat|5432|SELECT/i

/** An answer, or nothing where the network swallowed it; an answer is whole and is clear. */
async function ask(query: string, variables: object): Promise<Started | 'NOTHING' | 'ERROR'> {
  let text = ''
  try {
    const answer = await fetch(`http://127.0.0.1:${proxies.clerk.port}/graphql`, {
      method: 'POST',
      // Each request meets a network of its own.
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(8_000),
    })
    text = await answer.text()
    // Half a request is refused as such.
    if (answer.status === 400 && text.includes('it broke off')) return 'NOTHING'
  } catch {
    return 'NOTHING'
  }
  const { data, errors = [] } = JSON.parse(text) as {
    data?: { startPayment: Started } | null
    errors?: { message: string; extensions: { code: string; reference?: string } }[]
  }
  // Our failure, or a database that is away, by its number and with nothing of the database in it.
  const ours = ['INTERNAL_SERVER_ERROR', 'DATABASE_AWAY']
  expect(
    errors.filter(({ extensions, message }) => !ours.includes(extensions.code) || tellsOfUs.test(message)),
  ).toEqual([])
  if (errors.length > 0) return 'ERROR'
  expect(data?.startPayment.__typename, text).toBeDefined()
  return data?.startPayment ?? 'ERROR'
}

/** As a clerk does: the same press again until there is an answer. */
async function payAt(bill: { viewer: Viewer; noticeId: string }, key: string): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    viewer = bill.viewer
    const answer = await ask(starting, { noticeId: bill.noticeId, key })
    if (typeof answer === 'object' && answer.redirectUrl) {
      asked.push(answer.payment?.amount)
      const page = new URL(answer.redirectUrl)
      page.port = String(bankPort)
      await fetch(page, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ action: 'pay', behaviour: 'TWICE' }),
      })
      return tries
    }
    // What the bank has not answered is unknown and never failed.
    expect(['NOTHING', 'ERROR', 'BANK_UNAVAILABLE']).toContain(typeof answer === 'object' ? answer.reason : answer)
    expect(tries, 'the network is shaken, not gone').toBeLessThan(60)
  }
}

/** What each began order was for. */
const asked: unknown[] = []

const notYet = { sent: false, reason: 'UNREACHABLE', final: false }

/** 10 000.00 yuan in Beijing, class 1 (domain specification, section 2.4). */
const owed = 370_300
const bills = 12

async function bill() {
  const employer = await addEmployer(platform, [1_000_000])
  const { declarationId } = employer
  const assessed = await assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() })
  return { ...employer, noticeId: assessed?.noticeId ?? '' }
}

it('a payment through it is made once, and everybody comes back when it is calm', { timeout: 300_000 }, async () => {
  const all = []
  for (let nth = 0; nth < bills; nth += 1) all.push(await bill())
  let tries = 0
  for (const [nth, each] of all.entries()) tries += await payAt(each, `network-${nth}-key`)
  expect(tries).toBeGreaterThan(bills)
  expect(asked).toEqual(all.map(() => owed))
  calm = true
  const { prisma } = platform.database
  const posted = () => prisma.paymentNotice.count({ where: { status: 'POSTED' } })
  // The bank goes on telling until it is heard; the connections that are still bad break and are replaced.
  for (let waited = 0; waited < 400 && (await posted()) < bills; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await posted()).toBe(bills)
  const payments = await prisma.payment.findMany()
  expect(payments.map(({ status, amount }) => [status, Number(amount)])).toEqual(all.map(() => ['SUCCESS', owed]))
  const { breaks, balances } = await proveLedger(platform)
  expect(breaks).toEqual([])
  expect(balances.get('BANK:SANDBOX')).toBe(owed * bills)
  const outcomes = await prisma.bankNotification.groupBy({ by: ['outcome'], _count: true })
  expect(outcomes.find(({ outcome }) => outcome === 'POSTED')?._count).toBe(bills)
  for (const between of ['clerk', 'database', 'bank', 'notifications'] as const) {
    const { NONE: _well, ...broken } = proxies[between].met
    expect([between, Object.values(broken).some((often) => often > 0)]).toEqual([between, true])
  }
})

it(
  'a mail that is called sent has arrived, and one that is not may be sent again under its number',
  { timeout: 120_000 },
  async () => {
    calm = false
    const mail = { url: `smtp://127.0.0.1:${proxies.mail.port}`, from: 'office@example.org' }
    const { mode, publicUrl } = platform.environment
    const letters = Array.from({ length: 12 }, () => crypto.randomUUID())
    let unreachable = 0
    for (const id of letters) {
      const message = { id, to: 'someone@example.org', language: 'en', title: 'Bill', text: '账单'.repeat(50) } as const
      for (let sent = false; !sent;) {
        const channel = createSmtpChannel({ mode, publicUrl, mail })
        const attempt = await channel.send(message)
        channel.close()
        sent = attempt.sent
        if (!attempt.sent) unreachable += 1
        const arrived = mails.includes(id)
        expect([attempt, attempt.sent && !arrived]).toEqual([attempt.sent ? { sent: true } : notYet, false])
      }
    }
    expect(unreachable).toBeGreaterThan(0)
    expect(new Set(mails)).toEqual(new Set(letters))
  },
)
