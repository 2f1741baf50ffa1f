import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { challengeLimit, guessLimit } from './lock-policy.ts'
import { lifetime } from './session-lifetime.ts'
import {
  creditCode,
  idNumber,
  openTestServer,
  password,
  registrationNo,
  seedAccounts,
  SessionClient,
  staffNo,
} from '../../../testing/office/session/session-client.ts'
import { endOperatorMembership, insertOperator } from './operator-account.repository.ts'
import { countChallenge } from './throttle.repository.ts'

const minute = 60_000
let platform: TestPlatform
let app: FastifyInstance
let employerId: string
let client: SessionClient

beforeAll(async () => {
  platform = await openTestPlatform()
  app = await openTestServer(platform)
  employerId = (await seedAccounts(platform)).employerId
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(() => {
  client = new SessionClient(platform, app)
})
afterEach(async () => {
  // Each test begins with nobody locked out.
  await platform.database.prisma.account.updateMany({ data: { failures: 0, lockedUntil: null } })
  await platform.database.prisma.signInThrottle.deleteMany()
})

const tryOften = async (times: number, kind: string, identifier: string, typed = 'wrong') => {
  const answers = []
  for (let n = 0; n < times; n += 1) answers.push(await client.signIn(kind, identifier, typed))
  return answers.map(({ reason, retryAt }) => [reason, retryAt ?? null])
}

describe('signing in', () => {
  it.each([
    ['EMPLOYER', registrationNo, '示范面馆'],
    ['EMPLOYER', creditCode, '示范面馆'],
    ['EMPLOYER', ` ${creditCode.toLowerCase()} `, '示范面馆'],
    ['STAFF', staffNo, '何经办'],
  ])('as %s with %s', async (kind, identifier, displayName) => {
    const { viewer } = await client.signIn(kind, identifier, password)
    expect(viewer).toMatchObject({
      kind,
      stage: 'FULL',
      displayName,
      employerId: kind === 'EMPLOYER' ? employerId : null,
    })
    expect(await client.viewer()).toMatchObject({ kind, displayName })
  })

  it('sets a cookie that scripts and other sites cannot use, and keeps only its hash', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    expect(client.lastSetCookie).toMatch(/^shebao_session=[\w-]{43}; /)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(client.lastSetCookie).toContain(flag)
    expect(client.lastSetCookie).not.toContain('Secure')
    // It goes when the session does, whatever the browser is left open for.
    const expires = Date.parse(/Expires=([^;]+)/.exec(client.lastSetCookie)?.[1] ?? '')
    expect(Math.abs(expires - platform.clock.now().getTime() - lifetime.absoluteMs)).toBeLessThan(60_000)
    const token = client.cookie.split('=')[1] ?? ''
    const sessions = await platform.database.prisma.session.findMany()
    for (const { tokenHash } of sessions) expect(Buffer.from(tokenHash).toString('utf8')).not.toContain(token)
  })

  it('marks the cookie Secure behind https and ties it to this host, and tells browsers what pages may do', async () => {
    const secure = await openTestServer({
      ...platform,
      environment: { ...platform.environment, publicUrl: 'https://shebao.example' },
    })
    const browser = new SessionClient(platform, secure)
    await browser.signIn('EMPLOYER', registrationNo, password)
    expect(browser.lastSetCookie).toMatch(/^__Host-shebao_session=[\w-]{43}; /)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']) expect(browser.lastSetCookie).toContain(flag)
    expect(browser.lastSetCookie).not.toContain('Domain')
    expect(await browser.viewer()).toMatchObject({ kind: 'EMPLOYER' })
    // By its name of http, which any sister domain could set, it is nobody's.
    browser.cookie = browser.cookie.replace('__Host-', '')
    expect(await browser.viewer()).toBeNull()
    const { headers } = await secure.inject({ url: '/healthz' })
    // Every directive and nothing beside it: one that is wider, or one more, is a hole as well.
    const policy = String(headers['content-security-policy']).split(';')
    expect(policy.toSorted((a, b) => a.localeCompare(b))).toEqual([
      "base-uri 'none'",
      "default-src 'self'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "script-src 'self'",
      "script-src-attr 'none'",
      "style-src 'self'",
      "worker-src 'self' blob:",
    ])
    expect(headers).toMatchObject({
      'strict-transport-security': expect.stringMatching(/^max-age=31536000; includeSubDomains$/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-permitted-cross-domain-policies': 'none',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers).not.toHaveProperty('x-powered-by')
    await secure.close()
    // A browser that once heard it by http would never ask by http again.
    expect((await app.inject({ url: '/healthz' })).headers).not.toHaveProperty('strict-transport-security')
  })

  it('answers the same for a wrong password, an unknown number and a wrong code', async () => {
    const { challengeId } = await client.knownChallenge()
    const answers = [
      await client.signIn('EMPLOYER', registrationNo, 'wrong'),
      await client.signIn('EMPLOYER', '1101089999', password),
      await client.signIn('EMPLOYER', registrationNo, password, { challengeId, answer: 'wrong' }),
      await client.signIn('EMPLOYER', registrationNo, password, { challengeId: 'no such', answer: '1' }),
      await client.signIn('STAFF', registrationNo, password),
    ]
    expect(answers).toEqual(answers.map(() => ({ __typename: 'SignInRefused', reason: 'WRONG', retryAt: null })))
    expect(client.cookie).toBe('')
  })

  it('lets a code be used once, and not after five minutes', async () => {
    const code = await client.solveChallenge()
    expect((await client.signIn('EMPLOYER', registrationNo, password, code)).__typename).toBe('SignedIn')
    expect((await client.signIn('EMPLOYER', registrationNo, password, code)).reason).toBe('WRONG')
    const late = await client.knownChallenge()
    platform.clock.advance(5 * minute)
    expect((await client.signIn('EMPLOYER', registrationNo, password, late)).reason).toBe('WRONG')
  })

  it('offers a picture whose code the answer does not carry', async () => {
    const { data } = await client.ask(
      'mutation { requestVerificationCode(kind: IMAGE) { id image proofOfWork { salt } } }',
    )
    expect(data?.['requestVerificationCode']).toMatchObject({
      image: expect.stringMatching(/^data:image\/png;base64,iVBOR/),
      proofOfWork: null,
    })
  })
})

describe('locking', () => {
  it('pauses an employer for half an hour after five tries, even with the right password, and then forgets', async () => {
    const lockedUntil = new Date(platform.clock.now().getTime() + 30 * minute).toISOString()
    const answers = await tryOften(5, 'EMPLOYER', registrationNo)
    expect(answers).toEqual([...Array.from({ length: 4 }, () => ['WRONG', null]), ['LOCKED', lockedUntil]])
    expect(await client.signIn('EMPLOYER', creditCode, password)).toMatchObject({
      reason: 'LOCKED',
      retryAt: lockedUntil,
    })
    platform.clock.advance(30 * minute)
    expect((await client.signIn('EMPLOYER', registrationNo, password)).__typename).toBe('SignedIn')
  })

  it('of a clock that ran ahead ends half an hour after the clock was set right, for a number without an account alike', async () => {
    const right = platform.clock.now()
    platform.clock.advance(400 * 24 * 60 * minute)
    for (const number of [registrationNo, '91110105MA01A2B3C1'])
      expect((await tryOften(5, 'EMPLOYER', number)).at(-1)?.[0]).toBe('LOCKED')
    platform.clock.set(right.toISOString())
    const retryAt = new Date(right.getTime() + 30 * minute).toISOString()
    for (const number of [registrationNo, '91110105MA01A2B3C1'])
      expect(await client.signIn('EMPLOYER', number, password)).toMatchObject({ reason: 'LOCKED', retryAt })
    platform.clock.advance(30 * minute)
    expect(await client.signIn('EMPLOYER', '91110105MA01A2B3C1', password)).toMatchObject({ reason: 'WRONG' })
    expect((await client.signIn('EMPLOYER', registrationNo, password)).__typename).toBe('SignedIn')
  })

  it('counts anew after a success', async () => {
    await tryOften(4, 'EMPLOYER', registrationNo)
    await client.signIn('EMPLOYER', registrationNo, password)
    expect((await tryOften(4, 'EMPLOYER', registrationNo)).map(([reason]) => reason)).not.toContain('LOCKED')
  })

  it('does not count wrong codes against the account', async () => {
    for (let n = 0; n < 6; n += 1)
      await client.signIn('EMPLOYER', registrationNo, password, { challengeId: crypto.randomUUID(), answer: '1' })
    expect((await client.signIn('EMPLOYER', registrationNo, password)).__typename).toBe('SignedIn')
  })

  it.each([
    ['EMPLOYER', registrationNo, '1101089999', 7],
    ['STAFF', staffNo, 'S9999', 7],
    ['INSURED', idNumber, '110101199003078670', 5],
  ])('tells nobody whether a number of kind %s exists', async (kind, known, unknown, times) => {
    expect(await tryOften(times, kind, unknown)).toEqual(await tryOften(times, kind, known))
  })

  it('lets a card be tried as often as the office has set, whether the number is known or not', async () => {
    const { figureChange } = platform.database.prisma
    const figure = {
      name: 'CARD_PIN_TRIES',
      value: 4,
      heldValue: 3,
      validFrom: '2026-11-01',
      reason: '',
      requestedAt: new Date(),
    }
    const by = { requestedBy: crypto.randomUUID(), decidedBy: crypto.randomUUID(), decidedAt: new Date() }
    await figureChange.create({ data: { ...figure, ...by, status: 'PUBLISHED' } })
    for (const number of [idNumber, '110101199003078670'])
      expect((await tryOften(4, 'INSURED', number)).map(([reason]) => reason)).toEqual([
        'WRONG',
        'WRONG',
        'WRONG',
        'LOCKED',
      ])
    // It stays published: figures are never taken away, and what follows tries no card.
  })

  it('lets no parallel guesses past the limit', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => client.knownChallenge()))
    const answers = await Promise.all(codes.map((code) => client.signIn('EMPLOYER', registrationNo, 'wrong', code)))
    expect(answers.filter(({ reason }) => reason === 'WRONG')).toHaveLength(4)
    const account = await platform.database.prisma.account.findFirstOrThrow({
      where: { memberships: { some: { scopeId: employerId } } },
    })
    expect(account.failures).toBe(5)
  })
})

describe('throttling', () => {
  it('turns an address with many failures away, others not, and after a quarter of an hour nobody', async () => {
    const unread = { challengeId: crypto.randomUUID(), answer: 'UNREAD' }
    const guess = () => client.signIn('EMPLOYER', registrationNo, password, unread)
    // At once: each is counted before it is looked at, so that none slips past beside another.
    const answers = await Promise.all(Array.from({ length: guessLimit.fromAddress + 6 }, guess))
    expect(answers.filter(({ reason }) => reason === 'WRONG')).toHaveLength(guessLimit.fromAddress)
    expect(answers.filter(({ reason }) => reason === 'THROTTLED')).toHaveLength(6)
    const retryAt = new Date(platform.clock.now().getTime() + 15 * minute).toISOString()
    expect(await client.signIn('EMPLOYER', registrationNo, password)).toMatchObject({ reason: 'THROTTLED', retryAt })
    expect(
      (await new SessionClient(platform, app, '192.0.2.2').signIn('EMPLOYER', registrationNo, password)).__typename,
    ).toBe('SignedIn')
    platform.clock.advance(15 * minute)
    expect((await client.signIn('EMPLOYER', registrationNo, password)).__typename).toBe('SignedIn')
  })

  it('hands no more verification codes to an address that asked for very many, others not, until the window is over', async () => {
    const origin = Buffer.from(platform.vault.lookupHash('origin', '192.0.2.9')).toString('hex').slice(0, 24)
    const greedy = new SessionClient(platform, app, '192.0.2.9')
    const code = 'mutation { requestVerificationCode(kind: IMAGE) { id } }'
    for (let n = 1; n < challengeLimit.requests; n += 1) await countChallenge(platform, origin)
    expect((await greedy.ask(code)).errors).toBeUndefined()
    const retryAt = new Date(platform.clock.now().getTime() + challengeLimit.windowMs).toISOString()
    const proof = 'mutation { requestVerificationCode(kind: PROOF_OF_WORK) { id } }'
    for (const refused of [await greedy.ask(code), await greedy.ask(proof)]) {
      expect(refused.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_REQUESTS', retryAt } }])
    }
    expect((await client.ask(code)).errors).toBeUndefined()
    platform.clock.advance(challengeLimit.windowMs)
    expect((await greedy.ask(code)).errors).toBeUndefined()
  })

  it('gives the try back to the address of whoever was right', async () => {
    await tryOften(2, 'EMPLOYER', registrationNo)
    await client.signIn('EMPLOYER', registrationNo, password)
    const rows = await platform.database.prisma.signInThrottle.findMany()
    expect(rows.map(({ failures }) => failures)).toEqual([2])
  })

  it('counts each refused sign-in against its address, and stores no address or number', async () => {
    await tryOften(1, 'EMPLOYER', '1101089999')
    const rows = await platform.database.prisma.signInThrottle.findMany()
    expect(rows.map(({ failures }) => failures)).toEqual([1, 1])
    for (const { keyHash } of rows) expect(keyHash).toHaveLength(32)
  })
})

describe('the trail', () => {
  it('records success and failure without what was typed', async () => {
    await client.signIn('EMPLOYER', registrationNo, 'a wrong one')
    const { viewer } = await client.signIn('EMPLOYER', registrationNo, password)
    const [success, failure] = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 2 })
    expect(success).toMatchObject({ action: 'SIGN_IN', actorKind: 'EMPLOYER', actorId: viewer?.id })
    expect(failure).toMatchObject({
      action: 'SIGN_IN_REFUSED',
      recordId: viewer?.id,
      change: { kind: 'EMPLOYER', cause: 'PASSWORD' },
    })
    const trail = JSON.stringify(await platform.database.prisma.auditEvent.findMany(), (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(trail).not.toMatch(/a wrong one|camel stapler|1101080001/)
    expect(await platform.audit.findBreak()).toBeUndefined()
  })
})

it('as an operator of a hospital: named as such, refused like nobody, locked after five, out when the desk is closed', async () => {
  const { prisma } = platform.database
  const staff = await prisma.account.findFirstOrThrow({ where: { staffNo } })
  const { id: partnerId } = await prisma.partner.create({
    data: { kind: 'HOSPITAL', number: 'YY1', name: '示范医院', createdBy: staff.id, createdAt: platform.clock.now() },
  })
  const accountId = await insertOperator(platform, { partnerId, operatorNo: 'H1001', displayName: '医保办' })
  if (!accountId) throw new Error('The number is taken.')
  expect(await client.signIn('PARTNER', 'H1001', '')).toMatchObject({ reason: 'WRONG' })
  await prisma.account.update({ where: { id: accountId }, data: { passwordHash: staff.passwordHash } })
  expect((await client.signIn('PARTNER', 'H1001', password)).viewer).toMatchObject({
    kind: 'PARTNER',
    stage: 'FULL',
    displayName: '医保办',
    employerId: null,
    individualId: null,
    roles: [],
  })
  // The number is nobody's of the office, nor the office's the hospital's.
  expect(await client.signIn('STAFF', 'H1001', password)).toMatchObject({ reason: 'WRONG' })
  expect(await client.signIn('PARTNER', staffNo, password)).toMatchObject({ reason: 'WRONG' })
  expect((await tryOften(5, 'PARTNER', 'H1001')).at(-1)?.[0]).toBe('LOCKED')
  expect(await client.signIn('PARTNER', 'H1001', password)).toMatchObject({ reason: 'LOCKED' })
  await prisma.account.update({ where: { id: accountId }, data: { failures: 0, lockedUntil: null } })
  await endOperatorMembership(platform, accountId)
  expect((await client.signIn('PARTNER', 'H1001', password)).viewer ?? null).toBeNull()
})
