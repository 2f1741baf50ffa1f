import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tell } from '../../../telling/tell.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { isLockedUntilWindow } from './account.repository.ts'
import {
  handOutCode,
  idNumber,
  openTestServer,
  seedAnew,
  SessionClient,
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
  individualId = (await seedAnew(platform)).individualId
  app ??= await openTestServer(platform)
  client = new SessionClient(platform, app)
})

const codesOf = async (browser: SessionClient, query: string) =>
  (await browser.ask(query)).errors?.map(({ extensions }) => extensions.code)

describe('the initial card password', () => {
  it('opens nothing: who knows the ID number sees nothing and sets no password', async () => {
    await tell(platform, [
      { kind: 'REFUND_PAID_OUT', to: { individualId }, key: 'k', params: { id: '1', number: 'TF00000001', amount: 1 } },
    ])
    const { viewer } = await client.signIn('INSURED', idNumber.toLowerCase(), initial)
    // What was told before there was an account is kept for its owner, who has yet to prove to be that.
    expect(
      await platform.database.prisma.notification.findMany({ where: { account: { individualId } } }),
    ).toMatchObject([{ key: 'k' }])
    expect(await codesOf(client, '{ inbox { edges { node { id } } } }')).toEqual(['FORBIDDEN'])
    expect(viewer).toMatchObject({ kind: 'INSURED', stage: 'MUST_CHANGE_PASSWORD', displayName: '张*', individualId })
    expect(await codesOf(client, 'mutation { signOutEverywhere }')).toEqual(['FORBIDDEN'])
    expect(await codesOf(client, 'mutation { setLanguage(language: EN) { id } }')).toEqual(['FORBIDDEN'])
    expect((await client.ask('{ viewer { sessions { userAgent } } }')).data).toEqual({ viewer: { sessions: [] } })
    for (const code of [undefined, '', initial, 'AAAA-AAAA'])
      expect(await client.changePassword('704913', initial, code)).toMatchObject({ reasons: ['WRONG_CODE'] })
    expect(await client.viewer()).toMatchObject({ stage: 'MUST_CHANGE_PASSWORD' })
    const fresh = new SessionClient(platform, app)
    expect((await fresh.signIn('INSURED', idNumber, '704913')).reason).toBe('WRONG')
  })

  it.each([
    [initial, ['INITIAL']],
    ['491231', ['PART_OF_NUMBER', 'BIRTH_DATE']],
    ['12345', ['FORMAT']],
    ['123456', ['PART_OF_NUMBER', 'RUN']],
    ['812345', ['PART_OF_NUMBER']],
  ])('cannot become %s, and the code stays good', async (pin, reasons) => {
    const code = await handOutCode(platform, individualId)
    await client.signIn('INSURED', idNumber, initial)
    // More often than a wrong code may be tried.
    for (let n = 0; n < 6; n += 1)
      expect(await client.changePassword(pin, undefined, code)).toEqual({ __typename: 'PasswordRefused', reasons })
    expect(await client.changePassword('704913', undefined, code)).toMatchObject({ __typename: 'PasswordChanged' })
  })

  it('gives way to a new one with the code, with a new token and no other session left', async () => {
    const code = await handOutCode(platform, individualId)
    const other = new SessionClient(platform, app)
    await other.signIn('INSURED', idNumber, initial)
    await client.signIn('INSURED', idNumber, initial)
    const before = client.cookie
    expect(await client.changePassword('704913', undefined, ` ${code.toLowerCase().replace('-', ' ')}`)).toMatchObject({
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

  it('takes a code once, also of two that come at once', async () => {
    const code = await handOutCode(platform, individualId)
    const other = new SessionClient(platform, app)
    await client.signIn('INSURED', idNumber, initial)
    await other.signIn('INSURED', idNumber, initial)
    const both = await Promise.all([
      client.changePassword('704913', undefined, code),
      other.changePassword('815924', undefined, code),
    ])
    expect(both.filter((outcome) => outcome?.__typename === 'PasswordChanged')).toHaveLength(1)
    const [row] = await platform.database.prisma.oneTimeCode.findMany()
    expect(row?.usedAt).not.toBeNull()
  })

  it('takes no code after five wrong ones, after thirty days, of another person, or before the last', async () => {
    await client.signIn('INSURED', idNumber, initial)
    const tries = async (code: string) => (await client.changePassword('704913', undefined, code)).reasons
    const mistyped = await handOutCode(platform, individualId)
    for (let n = 0; n < 5; n += 1) expect(await tries('2222-2222')).toEqual(['WRONG_CODE'])
    expect(await tries(mistyped)).toEqual(['WRONG_CODE'])

    const replaced = await handOutCode(platform, individualId)
    const newest = await handOutCode(platform, individualId)
    expect(await tries(replaced)).toEqual(['WRONG_CODE'])

    const { id: stranger } = await platform.database.prisma.individual.create({
      data: {
        idType: 'RESIDENT_ID',
        idHash: platform.vault.lookupHash('person-id', '110101199003078670'),
        idMasked: '110*************70',
        nameMasked: '李*',
        personal: platform.vault.seal({}),
        sex: 'MALE',
        birthDate: '1990-03-07',
      },
    })
    expect(await tries(await handOutCode(platform, stranger))).toEqual(['WRONG_CODE'])

    platform.clock.advance(30 * 24 * 60 * minute)
    await client.signIn('INSURED', idNumber, initial)
    expect(await tries(newest)).toEqual(['WRONG_CODE'])
  })

  it('leaves wrong codes in the trail, and counts them against the address, without what was typed', async () => {
    await client.signIn('INSURED', idNumber, initial)
    await client.changePassword('704913', undefined, 'WXYZ-2345')
    const [event] = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 1 })
    expect(event).toMatchObject({ action: 'ONE_TIME_CODE_REFUSED', recordType: 'Account', change: {} })
    expect((await platform.database.prisma.signInThrottle.findMany()).map(({ failures }) => failures)).toContain(1)
  })

  it('is taken in wide digits too, as a keyboard for Chinese writes them, when it is set and when it is used', async () => {
    const code = await handOutCode(platform, individualId)
    await client.signIn('INSURED', idNumber, '３１００２０')
    expect(await client.changePassword('７０４９１３ ', undefined, code)).toMatchObject({ viewer: { stage: 'FULL' } })
    for (const typed of ['704913', '７０４９１３'])
      expect((await client.signIn('INSURED', idNumber, typed)).viewer).toMatchObject({ stage: 'FULL' })
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
