import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../../testing/test-platform.ts'
import { findViewer } from '../session.repository.ts'
import { signIn } from '../sign-in.ts'
import { removeSecondFactor } from './change-second-factor.ts'
import {
  openTestServer,
  password,
  seedAccounts,
  SessionClient,
  staffNo,
} from '../../../../testing/office/session/session-client.ts'

const minute = 60_000
let platform: TestPlatform
let app: FastifyInstance
let client: SessionClient

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedAccounts(platform)
  app = await openTestServer(platform)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  const { prisma } = platform.database
  await prisma.authenticator.deleteMany()
  await prisma.recoveryCode.deleteMany()
  await prisma.signInThrottle.deleteMany()
  await prisma.account.updateMany({ data: { failures: 0, lockedUntil: null } })
  // A half minute of its own for each test, so that no code was taken before.
  platform.clock.advance(10 * minute)
  client = new SessionClient(platform, app)
})

const members = `__typename
  ... on SecondFactorRefused { reason retryAt }
  ... on TotpEnrolment { id secret uri qrSvg }
  ... on SecondFactorEnrolled { recoveryCodes completed { stage } }
  ... on SecondFactorProved { viewer { stage kind } }
  ... on RecoveryCodes { codes }
  ... on PasskeyOptions { options }`

interface Result {
  __typename: string
  reason?: string
  id?: string
  secret?: string
  uri?: string
  qrSvg?: string
  recoveryCodes?: string[]
  codes?: string[]
  viewer?: { stage: string } | null
  options?: { challenge: string }
}

async function act(browser: SessionClient, field: string): Promise<Result> {
  const { data, errors } = await browser.ask(`mutation { result: ${field} { ${members} } }`)
  if (errors) throw new Error(JSON.stringify(errors))
  return data?.['result'] as Result
}

const codeAt = (secret: string, shiftMs = 0) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: platform.clock.now().getTime() + shiftMs })

/** Enrols an authenticator app; the code of the half minute is taken by it. */
async function enrol(browser: SessionClient): Promise<{ secret: string; codes: string[]; id: string }> {
  const { id = '', secret = '' } = await act(browser, 'beginTotpEnrolment(name: "工作手机")')
  const enrolled = await act(browser, `confirmTotpEnrolment(id: "${id}", code: "${codeAt(secret)}")`)
  expect(enrolled.__typename).toBe('SecondFactorEnrolled')
  return { secret, codes: enrolled.recoveryCodes ?? [], id }
}
const prove = (browser: SessionClient, proof: string) => act(browser, `proveSecondFactor(proof: { ${proof} })`)
const refusedField = async (browser: SessionClient, query: string) =>
  (await browser.ask(query)).errors?.map(({ extensions }) => extensions.code)

async function enrolled(): Promise<{ secret: string; codes: string[]; half: SessionClient; id: string }> {
  await client.signIn('STAFF', staffNo, password)
  const known = await enrol(client)
  const half = new SessionClient(platform, app)
  await half.signIn('STAFF', staffNo, password)
  return { ...known, half }
}

describe('an authenticator app', () => {
  it('is enrolled with its first code, which a QR code brings over, and gives ten recovery codes once', async () => {
    await client.signIn('STAFF', staffNo, password)
    const begun = await act(client, 'beginTotpEnrolment(name: "工作手机")')
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*S1001\?.*secret=[A-Z2-7]{32}/)
    expect(begun.qrSvg).toContain('<svg')
    const wrong = await act(client, `confirmTotpEnrolment(id: "${begun.id}", code: "000000")`)
    expect(wrong).toMatchObject({ reason: 'WRONG' })
    expect((await new SessionClient(platform, app).signIn('STAFF', staffNo, password)).viewer?.stage).toBe('FULL')
    const { codes } = await enrol(client)
    expect(new Set(codes).size).toBe(10)
    const rows = JSON.stringify(await platform.database.prisma.recoveryCode.findMany())
    expect(rows).not.toContain(codes[0])
    const [stored] = await platform.database.prisma.authenticator.findMany({ where: { confirmedAt: { not: null } } })
    expect(Buffer.from(stored?.secret ?? new Uint8Array()).toString('latin1')).not.toContain(begun.secret)
  })

  it('is asked for after the password: before it nothing opens, with it everything', async () => {
    const { half, secret } = await enrolled()
    expect(await half.viewer()).toMatchObject({ stage: 'MUST_PROVE_SECOND_FACTOR' })
    for (const field of [
      'signOutEverywhere',
      'setLanguage(language: EN) { id }',
      'beginTotpEnrolment(name: "x") { __typename }',
    ])
      expect(await refusedField(half, `mutation { ${field} }`)).toEqual(['FORBIDDEN'])
    expect((await half.ask('{ viewer { sessions { id } securityEvents { id } } }')).data?.['viewer']).toEqual({
      sessions: [],
      securityEvents: [],
    })
    const before = half.cookie
    platform.clock.advance(30_000)
    expect(await prove(half, `code: "${codeAt(secret)}"`)).toMatchObject({ viewer: { stage: 'FULL', kind: 'STAFF' } })
    expect(half.cookie).not.toBe(before)
    const old = new SessionClient(platform, app)
    old.cookie = before
    expect(await old.viewer()).toBeNull()
  })

  it('takes each code once, also one of the half minute before a later one, and a clock half a minute off', async () => {
    const { half, secret } = await enrolled()
    // Enrolling took the code of this half minute.
    expect(await prove(half, `code: "${codeAt(secret)}"`)).toMatchObject({ reason: 'WRONG' })
    platform.clock.advance(30_000)
    const [now, before] = [codeAt(secret), codeAt(secret, -30_000)]
    const other = new SessionClient(platform, app)
    await other.signIn('STAFF', staffNo, password)
    expect(await prove(half, `code: " ${now.slice(0, 3)} ${now.slice(3)}"`)).toMatchObject({
      viewer: { stage: 'FULL' },
    })
    for (const replayed of [now, before])
      expect(await prove(other, `code: "${replayed}"`)).toMatchObject({ reason: 'WRONG' })
    platform.clock.advance(minute)
    expect(await prove(other, `code: "${codeAt(secret, 30_000)}"`)).toMatchObject({ viewer: { stage: 'FULL' } })
  })

  it('takes one code once of two that come at the same moment', async () => {
    const { half, secret } = await enrolled()
    const other = new SessionClient(platform, app)
    await other.signIn('STAFF', staffNo, password)
    platform.clock.advance(30_000)
    const proof = `code: "${codeAt(secret)}"`
    const both = await Promise.all([prove(half, proof), prove(other, proof)])
    expect(both.filter(({ __typename }) => __typename === 'SecondFactorProved')).toHaveLength(1)
  })

  it('locks after five wrong codes for a quarter of an hour, and the right password does not begin them anew', async () => {
    const { half, secret, codes } = await enrolled()
    for (let n = 0; n < 4; n += 1) expect(await prove(half, 'code: "000000"')).toMatchObject({ reason: 'WRONG' })
    const again = new SessionClient(platform, app)
    await again.signIn('STAFF', staffNo, password)
    expect(await prove(again, 'code: "000000"')).toMatchObject({ reason: 'LOCKED' })
    platform.clock.advance(14 * minute)
    expect(await prove(again, `code: "${codeAt(secret)}"`)).toMatchObject({ reason: 'LOCKED' })
    expect(await prove(again, `recoveryCode: "${codes[0]}"`)).toMatchObject({ reason: 'LOCKED' })
    platform.clock.advance(minute)
    expect(await prove(again, `code: "${codeAt(secret)}"`)).toMatchObject({ viewer: { stage: 'FULL' } })
  })
})

describe('a decision about where money goes', () => {
  const input = '{ number: "1", name: "x", bank: "y", documentNo: "12", reason: "开户行合并" }'
  const decide = (browser: SessionClient) =>
    refusedField(browser, `mutation { requestPayeeChange(input: ${input}) { __typename } }`)

  it('wants the second factor of the last ten minutes, not the password alone; the session stays the same', async () => {
    const { secret } = await enrolled()
    expect(await decide(client)).toBeUndefined()
    platform.clock.advance(11 * minute)
    expect(await decide(client)).toEqual(['PROOF_NEEDED'])
    await client.ask(`mutation { confirmPassword(password: "${password}") }`)
    expect(await decide(client)).toEqual(['PROOF_NEEDED'])
    const before = client.cookie
    expect(await prove(client, 'code: "000000"')).toMatchObject({ reason: 'WRONG' })
    expect(await prove(client, `code: "${codeAt(secret)}"`)).toMatchObject({ viewer: { stage: 'FULL' } })
    expect(client.cookie).toBe(before)
    expect(await decide(client)).toBeUndefined()
  })

  it('wants the password again of who has no second factor', async () => {
    await client.signIn('STAFF', staffNo, password)
    platform.clock.advance(11 * minute)
    expect(await decide(client)).toEqual(['PROOF_NEEDED'])
    await client.ask(`mutation { confirmPassword(password: "${password}") }`)
    expect(await decide(client)).toBeUndefined()
  })
})

describe('a recovery code', () => {
  it('opens one session once, in any writing, and says how many are left', async () => {
    const { half, codes } = await enrolled()
    const [code = ''] = codes
    expect(await prove(half, `recoveryCode: "${code.toLowerCase()}"`)).toMatchObject({ viewer: { stage: 'FULL' } })
    const other = new SessionClient(platform, app)
    await other.signIn('STAFF', staffNo, password)
    expect(await prove(other, `recoveryCode: "${code}"`)).toMatchObject({ reason: 'WRONG' })
    const { data } = await half.ask('{ viewer { secondFactor { recoveryCodesLeft authenticators { name kind } } } }')
    expect(data).toEqual({
      viewer: { secondFactor: { recoveryCodesLeft: 9, authenticators: [{ name: '工作手机', kind: 'TOTP' }] } },
    })
  })

  it('opens nothing after new ones were made', async () => {
    const { half, codes } = await enrolled()
    expect((await act(client, 'renewRecoveryCodes')).codes).toHaveLength(10)
    expect(await prove(half, `recoveryCode: "${codes[0]}"`)).toMatchObject({ reason: 'WRONG' })
  })
})

describe('changing second factors', () => {
  it('wants the password of the last ten minutes', async () => {
    const { id } = await enrolled()
    platform.clock.advance(11 * minute)
    for (const field of [
      'beginTotpEnrolment(name: "x")',
      'beginPasskeyEnrolment',
      'renewRecoveryCodes',
      `removeSecondFactor(id: "${id}")`,
    ])
      expect(await act(client, field)).toMatchObject({ reason: 'NOT_FRESH' })
    expect((await client.ask('mutation { confirmPassword(password: "wrong") }')).data).toEqual({
      confirmPassword: 'WRONG',
    })
    expect(await act(client, 'renewRecoveryCodes')).toMatchObject({ reason: 'NOT_FRESH' })
    expect((await client.ask(`mutation { confirmPassword(password: "${password}") }`)).data).toEqual({
      confirmPassword: 'RIGHT',
    })
    expect(await act(client, `removeSecondFactor(id: "${id}")`)).toMatchObject({ __typename: 'SecondFactorRemoved' })
    expect((await new SessionClient(platform, app).signIn('STAFF', staffNo, password)).viewer?.stage).toBe('FULL')
  })

  it('is for staff: a clerk has none', async () => {
    const clerk = new SessionClient(platform, app)
    await clerk.signIn('EMPLOYER', '1101080001', password)
    expect(await refusedField(clerk, 'mutation { beginTotpEnrolment(name: "x") { __typename } }')).toEqual([
      'FORBIDDEN',
    ])
    expect((await clerk.ask('{ viewer { secondFactor { required } } }')).data).toEqual({
      viewer: { secondFactor: null },
    })
  })

  it('stands in the trail, refusals too', async () => {
    const { half } = await enrolled()
    await prove(half, 'code: "000000"')
    const events = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 5 })
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['SECOND_FACTOR_REFUSED', 'SECOND_FACTOR_ENROLLED']),
    )
    const { data } = await client.ask('{ viewer { securityEvents { action byName } } }')
    const told = data?.['viewer'] as { securityEvents: unknown[] } | undefined
    expect(told?.securityEvents.slice(0, 2)).toEqual([
      { action: 'SECOND_FACTOR_REFUSED', byName: null },
      { action: 'SECOND_FACTOR_ENROLLED', byName: null },
    ])
  })
})

describe('in production', () => {
  it('staff enrol one at their first sign-in and do nothing before, and keep the last one', async () => {
    const production = { ...platform, environment: { ...platform.environment, mode: 'production' as const } }
    const caller = { origin: 'test', userAgent: 'Test/1' }
    const open = async () => {
      const input = { kind: 'STAFF' as const, identifier: staffNo, password, ...(await client.knownChallenge()) }
      const outcome = await signIn(production, caller, input)
      if (outcome.outcome !== 'SIGNED_IN') throw new Error('Nobody was signed in.')
      return outcome.session
    }
    const first = await open()
    expect(first.viewer.stage).toBe('MUST_ENROL_SECOND_FACTOR')
    const browser = new SessionClient(platform, app)
    browser.cookie = `shebao_session=${first.token}`
    expect(await refusedField(browser, 'mutation { signOutEverywhere }')).toEqual(['FORBIDDEN'])
    const { id } = await enrol(browser)
    expect(await browser.viewer()).toMatchObject({ stage: 'FULL' })
    expect(await findViewer(platform, first.token)).toBeUndefined()
    expect((await open()).viewer.stage).toBe('MUST_PROVE_SECOND_FACTOR')
    const viewer = await findViewer(platform, browser.cookie.split('=')[1])
    if (!viewer) throw new Error('The session is gone.')
    expect(await removeSecondFactor(production, 'test', viewer, id)).toMatchObject({ reason: 'LAST_ONE' })
  })
})
