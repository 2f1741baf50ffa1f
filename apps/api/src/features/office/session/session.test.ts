import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { isLockedUntilWindow } from './account.repository.ts'
import {
  idNumber,
  openTestServer,
  password,
  registrationNo,
  seedAccounts,
  SessionClient,
  staffNo,
} from '../../../testing/office/session/session-client.ts'

const minute = 60_000
const initial = '310020'
let platform: TestPlatform
let app: FastifyInstance
let client: SessionClient
let individualId: string

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  const { prisma } = platform.database
  await prisma.cardPasswordReset.deleteMany()
  await prisma.session.deleteMany()
  await prisma.account.deleteMany()
  await prisma.individual.deleteMany()
  await prisma.employer.deleteMany()
  individualId = (await seedAccounts(platform)).individualId
  app ??= await openTestServer(platform)
  client = new SessionClient(platform, app)
})

const codesOf = async (browser: SessionClient, query: string) =>
  (await browser.ask(query)).errors?.map(({ extensions }) => extensions.code)

describe('a session', () => {
  it('ends after half an hour without a request, and every request puts that off', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    for (let n = 0; n < 3; n += 1) {
      platform.clock.advance(29 * minute)
      expect(await client.viewer()).toMatchObject({ kind: 'EMPLOYER' })
    }
    platform.clock.advance(30 * minute)
    expect(await client.viewer()).toBeNull()
  })

  it('ends after twelve hours in any case', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    for (let n = 0; n < 35; n += 1) {
      platform.clock.advance(20 * minute)
      expect(await client.viewer()).not.toBeNull()
    }
    platform.clock.advance(20 * minute)
    expect(await client.viewer()).toBeNull()
  })

  it('is gone after signing out, for a copy of the cookie too', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    const copy = client.cookie
    expect((await client.ask('mutation { signOut }')).data).toEqual({ signOut: true })
    expect(client.cookie).toBe('shebao_session=')
    client.cookie = copy
    expect(await client.viewer()).toBeNull()
    expect((await client.ask('mutation { signOut }')).data).toEqual({ signOut: true })
  })

  it('is listed with the others and ends with them', async () => {
    const other = new SessionClient(platform, app)
    await other.signIn('EMPLOYER', registrationNo, password)
    platform.clock.advance(minute)
    await client.signIn('EMPLOYER', registrationNo, password)
    const { data } = await client.ask('{ viewer { sessions { current userAgent } } }')
    expect(data).toEqual({
      viewer: {
        sessions: [
          { current: true, userAgent: 'Test/1' },
          { current: false, userAgent: 'Test/1' },
        ],
      },
    })
    expect((await client.ask('mutation { signOutEverywhere }')).data).toEqual({ signOutEverywhere: 2 })
    expect(await client.viewer()).toBeNull()
    expect(await other.viewer()).toBeNull()
  })

  it('of one account never ends the sessions of another', async () => {
    const staff = new SessionClient(platform, app)
    await staff.signIn('STAFF', staffNo, password)
    await client.signIn('EMPLOYER', registrationNo, password)
    await client.ask('mutation { signOutEverywhere }')
    expect(await staff.viewer()).toMatchObject({ kind: 'STAFF' })
  })

  it('keeps the language', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    await client.ask('mutation { setLanguage(language: EN) { language } }')
    expect((await client.ask('{ viewer { language } }')).data).toEqual({ viewer: { language: 'EN' } })
  })

  it('is needed', async () => {
    expect(await codesOf(client, 'mutation { signOutEverywhere }')).toEqual(['UNAUTHENTICATED'])
    client.cookie = 'shebao_session=made-up'
    expect(await client.viewer()).toBeNull()
  })

  it('is not opened for a page of another site', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    const foreign = await client.ask('mutation { signOut }', {}, { origin: 'https://evil.example' })
    expect(foreign.data).toBeUndefined()
    const crossSite = await client.ask('mutation { signOut }', {}, { 'sec-fetch-site': 'cross-site' })
    expect(crossSite.data).toBeUndefined()
    expect(await client.viewer()).not.toBeNull()
    expect((await client.ask('{ viewer { kind } }', {}, { origin: platform.environment.publicUrl })).data).toBeDefined()
  })
})

describe('the initial card password', () => {
  it('opens nothing but seeing oneself, choosing a password and leaving', async () => {
    const { viewer } = await client.signIn('INSURED', idNumber.toLowerCase(), initial)
    expect(viewer).toMatchObject({ kind: 'INSURED', stage: 'MUST_CHANGE_PASSWORD', displayName: '张*', individualId })
    expect(await codesOf(client, 'mutation { signOutEverywhere }')).toEqual(['FORBIDDEN'])
    expect(await codesOf(client, 'mutation { setLanguage(language: EN) { id } }')).toEqual(['FORBIDDEN'])
    expect(await client.viewer()).toMatchObject({ stage: 'MUST_CHANGE_PASSWORD' })
  })

  it.each([
    [initial, ['INITIAL']],
    ['491231', ['PART_OF_NUMBER', 'BIRTH_DATE']],
    ['12345', ['FORMAT']],
    ['123456', ['PART_OF_NUMBER', 'RUN']],
    ['812345', ['PART_OF_NUMBER']],
  ])('cannot become %s', async (pin, reasons) => {
    await client.signIn('INSURED', idNumber, initial)
    expect(await client.changePassword(pin)).toEqual({ __typename: 'PasswordRefused', reasons })
  })

  it('gives way to a new one, with a new token and no other session left', async () => {
    const other = new SessionClient(platform, app)
    await other.signIn('INSURED', idNumber, initial)
    await client.signIn('INSURED', idNumber, initial)
    const before = client.cookie
    expect(await client.changePassword('704913')).toMatchObject({
      __typename: 'PasswordChanged',
      viewer: { stage: 'FULL' },
    })
    expect(client.cookie).not.toBe(before)
    expect(await client.viewer()).toMatchObject({ stage: 'FULL' })
    expect(await other.viewer()).toBeNull()
    const fresh = new SessionClient(platform, app)
    expect((await fresh.signIn('INSURED', idNumber, initial)).reason).toBe('WRONG')
    expect((await fresh.signIn('INSURED', idNumber, '704913')).viewer).toMatchObject({ stage: 'FULL' })
  })

  it('of the right person only: a number nobody has opens no account', async () => {
    expect((await client.signIn('INSURED', '110101199003078670', '078670')).reason).toBe('WRONG')
    expect(await platform.database.prisma.account.count({ where: { kind: 'INSURED' } })).toBe(0)
  })

  it('locks after three wrong tries until the window unlocks it (card-password.test.ts)', async () => {
    for (let n = 0; n < 2; n += 1) expect((await client.signIn('INSURED', idNumber, '000000')).reason).toBe('WRONG')
    expect(await client.signIn('INSURED', idNumber, '000000')).toMatchObject({ reason: 'LOCKED', retryAt: null })
    platform.clock.advance(400 * 24 * 60 * minute)
    expect(await client.signIn('INSURED', idNumber, initial)).toMatchObject({ reason: 'LOCKED', retryAt: null })
    expect(await isLockedUntilWindow(platform, individualId)).toBe(true)
  })
})

describe('changing a password', () => {
  it('asks for the current one, and locks like signing in', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    expect(await client.changePassword('seven green umbrellas')).toMatchObject({ reasons: ['WRONG_CURRENT'] })
    for (let n = 0; n < 4; n += 1)
      expect(await client.changePassword('seven green umbrellas', 'wrong')).toMatchObject({
        reasons: ['WRONG_CURRENT'],
      })
    expect(await client.changePassword('seven green umbrellas', password)).toMatchObject({ reasons: ['LOCKED'] })
  })

  it('refuses the last three, but not the fourth', async () => {
    const words = [
      password,
      'seven green umbrellas',
      'quiet harbour lanterns',
      'paper tiger morning',
      'four sleeping violins',
    ]
    await client.signIn('EMPLOYER', registrationNo, password)
    for (let n = 1; n < words.length; n += 1) {
      expect(await client.changePassword(words[n] ?? '', words[n - 1])).toMatchObject({ __typename: 'PasswordChanged' })
    }
    const current = words[4]
    for (const used of words.slice(2))
      expect(await client.changePassword(used, current)).toMatchObject({ reasons: ['PREVIOUS'] })
    expect(await client.changePassword(words[1] ?? '', current)).toMatchObject({ __typename: 'PasswordChanged' })
  })

  it.each([
    ['short', ['TOO_SHORT']],
    ['91110105MA0000007L!', ['CONTAINS_IDENTIFIER']],
    ['示范面馆一二三四五六', ['CONTAINS_IDENTIFIER']],
  ])('refuses %s', async (weak, reasons) => {
    await client.signIn('EMPLOYER', registrationNo, password)
    expect(await client.changePassword(weak, password)).toMatchObject({ reasons })
  })
})
