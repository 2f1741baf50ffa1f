import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import {
  openTestServer,
  password,
  registrationNo,
  seedAnew,
  SessionClient,
  staffNo,
} from '../../../testing/office/session/session-client.ts'

const minute = 60_000
let platform: TestPlatform
let app: FastifyInstance
let client: SessionClient

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  await seedAnew(platform)
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

  it('is no longer than that when the clock is set forward and back', async () => {
    await client.signIn('EMPLOYER', registrationNo, password)
    platform.clock.advance(20 * minute)
    expect(await client.viewer()).not.toBeNull()
    // Seen in a future that is none: being idle counts from now on.
    platform.clock.advance(-15 * minute)
    expect(await client.viewer()).not.toBeNull()
    platform.clock.advance(30 * minute)
    expect(await client.viewer()).toBeNull()
    platform.clock.advance(365 * 24 * 60 * minute)
    await client.signIn('EMPLOYER', registrationNo, password)
    expect(await client.viewer()).not.toBeNull()
    platform.clock.advance(-365 * 24 * 60 * minute)
    expect(await client.viewer()).toBeNull()
    expect(await client.signIn('EMPLOYER', registrationNo, password)).toBeTruthy()
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
