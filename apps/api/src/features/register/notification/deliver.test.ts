import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { tell, tellSecret } from '../../../telling/tell.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { deliverDue } from './deliver.ts'

interface Mail {
  to: string
  text: string
}
interface Text {
  key: string | undefined
  to: string
  text: string
}

const password = 'geheim'
let platform: TestPlatform
let mails: Mail[] = []
let texts: Text[] = []
/** What the servers answer; nothing: as they should. */
let mailAnswer: { at: 'RCPT' | 'DATA' | 'AUTH'; code: number } | undefined
let gatewayAnswer: { status: number; body?: string } = { status: 202 }
let smtp: SMTPServer
let gateway: Server

const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code })
/** The head as it is, the body as it is read. */
function readable(mail: string): string {
  const [head = '', body = ''] = mail.split('\r\n\r\n')
  return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`
}
const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

/** A mail server and a gateway that are really there, on this machine. */
async function listen(): Promise<void> {
  smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ password: given }, _session, done) =>
      given === password && mailAnswer?.at !== 'AUTH' ? done(null, { user: 'office' }) : done(refusal(535)),
    onRcptTo: (_address, _session, done) => done(mailAnswer?.at === 'RCPT' ? refusal(mailAnswer.code) : null),
    onData(stream, { envelope }, done) {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')))
      stream.on('end', () => {
        if (mailAnswer?.at === 'DATA') return done(refusal(mailAnswer.code))
        mails.push({ to: envelope.rcptTo[0]?.address ?? '', text: readable(text) })
        return done(null)
      })
    },
  })
  smtp.on('error', () => undefined)
  smtp.listen(0, '127.0.0.1')
  gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString('utf8')))
    request.on('end', () => {
      if (request.headers.authorization !== 'Bearer token-of-the-gateway') gatewayAnswer = { status: 401 }
      const { to, text } = JSON.parse(body) as { to: string; text: string }
      if (gatewayAnswer.status < 300) texts.push({ key: String(request.headers['idempotency-key']), to, text })
      response.writeHead(gatewayAnswer.status).end(gatewayAnswer.body ?? '{}')
    })
  })
  gateway.listen(0, '127.0.0.1')
  await Promise.all([once(gateway, 'listening'), once(smtp.server, 'listening')])
}

beforeAll(async () => {
  await listen()
  platform = await openTestPlatform({
    SHEBAO_SMTP_URL: `smtp://office:${password}@127.0.0.1:${portOf(smtp.server)}`,
    SHEBAO_MAIL_FROM: '社保中心 <no-reply@office.example>',
    SHEBAO_SMS_URL: `http://127.0.0.1:${portOf(gateway)}/messages`,
    SHEBAO_SMS_TOKEN: 'token-of-the-gateway',
  })
})
afterAll(async () => {
  await new Promise<void>((closed) => smtp.close(closed))
  gateway.close()
  await platform.close()
})
beforeEach(async () => {
  mails = []
  texts = []
  mailAnswer = undefined
  gatewayAnswer = { status: 202 }
  await platform.database.prisma.notification.deleteMany()
})

async function clerkWith(contact: {
  email?: string
  phone?: string
  language?: string
  emailOn?: boolean
  smsOn?: boolean
}) {
  const { database, vault, clock } = platform
  const { employerId } = await addEmployer(platform, [1_000_000])
  const clerk = await addClerk(platform, employerId)
  const { email, phone, language = 'zh-CN', ...switches } = contact
  await database.prisma.account.update({ where: { id: clerk.accountId }, data: { language } })
  await database.prisma.contactSetting.create({
    data: {
      accountId: clerk.accountId,
      ...(email ? { email: vault.seal(email) } : {}),
      ...(phone ? { phone: vault.seal(phone) } : {}),
      ...switches,
      updatedAt: clock.now(),
    },
  })
  return clerk
}

/** The register has a handler of the employer, with this number. */
async function employerWithHandler(phone: string): Promise<string> {
  const { employerId } = await addEmployer(platform, [1_000_000])
  await platform.database.query(
    {
      text: `INSERT INTO employer_particulars (employer_id, valid_from, unit_type, industry, injury_class, registered_address, legal_rep_name,
          legal_rep_id_type, legal_rep_personal, legal_rep_id_masked, bank_name, bank_account_name, bank_account_cipher, bank_account_masked, contact_personal)
        SELECT id, '2020-01-01', unit_type, industry, injury_class, registered_address, legal_rep_name, legal_rep_id_type, legal_rep_personal,
          legal_rep_id_masked, bank_name, bank_account_name, bank_account_cipher, bank_account_masked, $2 FROM employer WHERE id = $1`,
    },
    [employerId, platform.vault.seal({ name: '李静', phone })],
  )
  return employerId
}

const returned = (employerId: string, key = 'k') =>
  tell(platform, [{ kind: 'DECLARATION_RETURNED', to: { employerId }, key, params: { year: 2026, notes: 2 } }])

async function deliveries() {
  const rows = await platform.database.prisma.notificationDelivery.findMany({ orderBy: { channel: 'asc' } })
  return rows.map(({ channel, state, attempts, reason, addressMasked }) => ({
    channel,
    state,
    attempts,
    reason,
    addressMasked,
  }))
}
const oneDelivery = async () => (await deliveries())[0]

describe('what is told goes outside', () => {
  it('by e-mail and text message in the language of the reader, with a link, and once', async () => {
    const clerk = await clerkWith({ email: 'li.jing@unit.example', phone: '13800002222', language: 'en' })
    await returned(clerk.employerId)
    expect(await deliverDue(platform)).toEqual({ sent: 2, failed: 0 })
    expect(await deliverDue(platform)).toEqual({ sent: 0, failed: 0 })
    const [mail] = mails
    expect(mail?.to).toBe('li.jing@unit.example')
    expect(mail?.text).toContain('Subject: The annual inspection of 2026 was returned')
    expect(mail?.text).toContain('/employer/inspection')
    expect(mail?.text).toContain('Auto-Submitted: auto-generated')
    expect(texts).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        to: '13800002222',
        text: 'Your annual inspection of 2026 was returned with 2 points to correct. Sign in to see and resubmit.',
      },
    ])
    expect(await deliveries()).toEqual([
      { channel: 'EMAIL', state: 'SENT', attempts: 1, reason: null, addressMasked: 'l***@unit.example' },
      { channel: 'SMS', state: 'SENT', attempts: 1, reason: null, addressMasked: '138****2222' },
    ])
  })

  it('to the handler in the register where a clerk named no number, once for all clerks of the employer', async () => {
    const employerId = await employerWithHandler('+86 139-0000-1111')
    for (const _ of [1, 2]) await addClerk(platform, employerId)
    await returned(employerId)
    await deliverDue(platform)
    expect(texts.map(({ to }) => to)).toEqual(['13900001111'])
  })

  it('not where its reader switched it off, nor to a landline', async () => {
    const off = await clerkWith({ email: 'a@b.example', phone: '13800003333', emailOn: false, smsOn: false })
    await returned(off.employerId)
    expect(await deliveries()).toEqual([])
    const landline = await employerWithHandler('010-62345678')
    await addClerk(platform, landline)
    await returned(landline)
    await deliverDue(platform)
    expect(await oneDelivery()).toMatchObject({ state: 'GIVEN_UP', reason: 'NO_ADDRESS' })
  })

  it('by one of several processes at the same moment', async () => {
    for (let n = 0; n < 15; n += 1) await returned((await clerkWith({ email: `c${n}@unit.example` })).employerId)
    await Promise.all([deliverDue(platform), deliverDue(platform), deliverDue(platform)])
    expect(mails.map(({ to }) => to).toSorted()).toEqual([...new Set(mails.map(({ to }) => to))].toSorted())
    expect(mails).toHaveLength(15)
  })
})

describe('an attempt that fails', () => {
  const minutes = (count: number) => platform.clock.advance(count * 60_000)

  it('is repeated after longer and longer pauses, with one key, and then given up', async () => {
    const clerk = await clerkWith({ phone: '13800004444' })
    await returned(clerk.employerId)
    gatewayAnswer = { status: 503 }
    const pauses = [1, 5, 30, 120, 360, 1440]
    for (const pause of pauses) {
      expect(await deliverDue(platform)).toEqual({ sent: 0, failed: 1 })
      minutes(pause - 1)
      expect(await deliverDue(platform)).toEqual({ sent: 0, failed: 0 })
      minutes(1)
    }
    expect(await oneDelivery()).toMatchObject({ state: 'WAITING', attempts: 6, reason: 'UNREACHABLE' })
    await deliverDue(platform)
    expect(await oneDelivery()).toMatchObject({ state: 'GIVEN_UP', attempts: 7, reason: 'UNREACHABLE' })
    expect(texts).toEqual([])
  })

  it.each([
    ['a mailbox that is not there', { at: 'RCPT', code: 550 }, 'GIVEN_UP', 'ADDRESS_REFUSED'],
    ['a mailbox that is full for now', { at: 'RCPT', code: 452 }, 'WAITING', 'UNREACHABLE'],
    ['a message that the server refuses', { at: 'DATA', code: 554 }, 'GIVEN_UP', 'REFUSED'],
    ['credentials that the server refuses', { at: 'AUTH', code: 535 }, 'WAITING', 'NOT_LOGGED_IN'],
  ] as const)('names its reason: %s', async (_case, answer, state, reason) => {
    const clerk = await clerkWith({ email: 'x@unit.example' })
    await returned(clerk.employerId)
    mailAnswer = answer
    await deliverDue(platform)
    expect(await oneDelivery()).toMatchObject({ state, reason, attempts: 1 })
  })

  it.each([
    [{ status: 401 }, 'WAITING', 'NOT_LOGGED_IN'],
    [{ status: 422, body: '{"reason":"ADDRESS"}' }, 'GIVEN_UP', 'ADDRESS_REFUSED'],
    [{ status: 400 }, 'GIVEN_UP', 'REFUSED'],
    [{ status: 429 }, 'WAITING', 'UNREACHABLE'],
  ] as const)('of a text message: %j', async (answer, state, reason) => {
    const clerk = await clerkWith({ phone: '13800005555' })
    await returned(clerk.employerId)
    gatewayAnswer = answer
    await deliverDue(platform)
    expect(await oneDelivery()).toMatchObject({ state, reason })
  })

  it('of a process that died comes round again, and not before', async () => {
    const clerk = await clerkWith({ phone: '13800006666' })
    await returned(clerk.employerId)
    // Taken, and never heard of again.
    await platform.database.query({
      text: "UPDATE notification_delivery SET attempts = 1, next_attempt_at = next_attempt_at + interval '5 minutes'",
    })
    await deliverDue(platform)
    expect(texts).toEqual([])
    minutes(5)
    await deliverDue(platform)
    expect(texts).toHaveLength(1)
  })
})

describe('a link', () => {
  const link = 'https://office.example/activate#CODE'
  const issue = (accountId: string) =>
    tellSecret(platform, {
      telling: { kind: 'PASSWORD_LINK', to: { accountId }, key: 'l', params: { expiresAt: '2026-11-25T10:00:00Z' } },
      channel: 'EMAIL',
      secret: link,
      expiresAt: new Date(platform.clock.now().getTime() + 3_600_000),
    })
  const kept = async () => platform.database.prisma.notificationDelivery.findFirst()

  it('goes out once, is nowhere afterwards, and is not in the inbox', async () => {
    const clerk = await clerkWith({ email: 'staff@office.example' })
    expect(await issue(clerk.accountId)).toBe(true)
    expect((await kept())?.secret).not.toBeNull()
    await deliverDue(platform)
    expect(mails[0]?.text).toContain('/activate#CODE')
    expect((await kept())?.secret).toBeNull()
    const { data } = await ask(platform, clerk, '{ inbox { edges { node { body(language: ZH_CN) } } } }')
    expect(JSON.stringify(data)).not.toContain('CODE')
  })

  it('goes nowhere where there is no address, nor after its time', async () => {
    const { accountId } = await clerkWith({ phone: '13800007777' })
    expect(await issue(accountId)).toBe(false)
    const clerk = await clerkWith({ email: 'late@office.example' })
    await issue(clerk.accountId)
    platform.clock.advance(3_600_000)
    await deliverDue(platform)
    expect(await kept()).toMatchObject({ state: 'GIVEN_UP', reason: 'EXPIRED', secret: null })
  })
})

describe('the delivery log', () => {
  const administrator = staffViewer(['ADMINISTRATOR'])
  const logOf = async (viewer: Viewer | undefined, args = '') => {
    const source = `{ deliveryLog${args} { edges { node { kind reader deliveries { id channel state address reason } } } }
      notificationChannels { channel means waiting givenUp } }`
    const { data, errors } = await ask(platform, viewer, source)
    const log = data['deliveryLog'] as unknown as {
      edges: { node: { reader: string; deliveries: { id: string }[] } }[]
    }
    return { errors, lines: log?.edges.map(({ node }) => node) ?? [], channels: data['notificationChannels'] }
  }
  const resend = async (viewer: Viewer, id: string) => {
    const source = `mutation ($id: ID!) { resendDelivery(id: $id) { __typename ... on DeliveryNotSentAgain { reason } } }`
    const { data, errors } = await ask(platform, viewer, source, { id })
    return errors.length > 0 ? errors : data['resendDelivery']
  }

  it('tells administrators and auditors who was told what, masked, and leaves that they looked', async () => {
    const clerk = await clerkWith({ email: 'wang@unit.example' })
    await returned(clerk.employerId)
    await returned((await addEmployer(platform, [1_000_000])).employerId)
    mailAnswer = { at: 'RCPT', code: 550 }
    await deliverDue(platform)
    for (const viewer of [administrator, staffViewer(['AUDITOR'])]) {
      const { lines, channels } = await logOf(viewer)
      expect(lines).toEqual([
        {
          kind: 'DECLARATION_RETURNED',
          reader: expect.stringContaining('示例单位'),
          deliveries: [
            expect.objectContaining({
              channel: 'EMAIL',
              state: 'GIVEN_UP',
              address: 'w***@unit.example',
              reason: 'ADDRESS_REFUSED',
            }),
          ],
        },
      ])
      expect(channels).toEqual([
        { channel: 'EMAIL', means: 'SMTP', waiting: 0, givenUp: expect.any(Number) },
        { channel: 'SMS', means: 'HTTP', waiting: 0, givenUp: expect.any(Number) },
      ])
    }
    expect((await logOf(administrator, '(state: SENT)')).lines).toEqual([])
    expect((await logOf(administrator, '(state: GIVEN_UP, channel: EMAIL)')).lines).toHaveLength(1)
    const { name } = await platform.database.prisma.employer.findUniqueOrThrow({ where: { id: clerk.employerId } })
    expect((await logOf(administrator, `(reader: " ${name} ")`)).lines).toHaveLength(1)
    for (const reader of ['%', '没有这个单位'])
      expect((await logOf(administrator, `(reader: "${reader}")`)).lines).toEqual([])
    for (const viewer of [staffViewer(['OFFICER']), employerViewer(clerk.employerId)])
      expect((await logOf(viewer)).errors).toContain('FORBIDDEN')
    const read = await platform.database.query({ text: "SELECT 1 FROM audit_event WHERE action = 'READ_DELIVERY_LOG'" })
    expect(read.length).toBe(2)
  })

  it('sends again by hand what was given up, and says why not otherwise', async () => {
    const clerk = await clerkWith({ email: 'again@unit.example' })
    await returned(clerk.employerId)
    mailAnswer = { at: 'RCPT', code: 550 }
    await deliverDue(platform)
    const id = (await logOf(administrator)).lines[0]?.deliveries[0]?.id ?? ''
    expect(await resend(staffViewer(['AUDITOR']), id)).toEqual(['FORBIDDEN'])
    expect(await resend(administrator, crypto.randomUUID())).toEqual(['NOT_FOUND'])
    expect(await resend(administrator, id)).toEqual({ __typename: 'DeliverySentAgain' })
    expect(await resend(administrator, id)).toEqual({ __typename: 'DeliveryNotSentAgain', reason: 'ON_ITS_WAY' })
    mailAnswer = undefined
    await deliverDue(platform)
    expect(mails).toHaveLength(1)
    const trail = await platform.database.query({
      text: "SELECT 1 FROM audit_event WHERE action = 'RESEND_NOTIFICATION'",
    })
    expect(trail).toHaveLength(1)
  })
})

describe('without a server', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shebao-messages-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('messages are kept in a file outside production', async () => {
    const clerk = await clerkWith({ email: 'dev@unit.example' })
    await returned(clerk.employerId)
    const environment = { ...platform.environment, mail: undefined, smsGateway: undefined, dataDirectory: folder }
    await deliverDue({ ...platform, environment })
    expect(JSON.parse(readFileSync(join(folder, 'sandbox-messages.jsonl'), 'utf8'))).toMatchObject({
      channel: 'EMAIL',
      to: 'dev@unit.example',
      title: '2026 年度年检申报被退回',
    })
  })

  it('nothing waits for a channel that production does not have', async () => {
    const clerk = await clerkWith({ email: 'off@unit.example' })
    const environment = { ...platform.environment, mode: 'production' as const, mail: undefined }
    await tell({ ...platform, environment }, [
      {
        kind: 'DECLARATION_RETURNED',
        to: { employerId: clerk.employerId },
        key: 'p',
        params: { year: 2026, notes: 1 },
      },
    ])
    expect(await deliveries()).toEqual([])
  })
})
