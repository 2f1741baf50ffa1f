import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import {
  openTestServer,
  password,
  registrationNo,
  seedAccounts,
  SessionClient,
  staffNo,
} from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

let platform: TestPlatform
let app: FastifyInstance
let employerId: string
/** A second employer the same clerk acts for. */
let other: { employerId: string; registrationNo: string }
let client: SessionClient

beforeAll(async () => {
  platform = await openTestPlatform()
  employerId = (await seedAccounts(platform)).employerId
  const { prisma } = platform.database
  const added = await addEmployer(platform, [1_000_000])
  const row = await prisma.employer.findUniqueOrThrow({ where: { id: added.employerId } })
  other = { employerId: row.id, registrationNo: row.registrationNo }
  const { accountId } = await prisma.membership.findFirstOrThrow({ where: { scopeId: employerId } })
  await prisma.membership.create({
    data: { accountId, role: 'CLERK', scopeKind: 'EMPLOYER', scopeId: other.employerId, validFrom: '2026-11-01' },
  })
  app = await openTestServer(platform)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  const data = { validTo: null }
  await platform.database.prisma.membership.updateMany({ data })
  await platform.database.prisma.membership.deleteMany({ where: { role: 'HEAD' } })
  await platform.database.prisma.account.updateMany({ data: { failures: 0, lockedUntil: null } })
  client = new SessionClient(platform, app)
})

const end = (scopeId: string, validTo: string) =>
  platform.database.prisma.membership.updateMany({ where: { scopeId }, data: { validTo } })
const readsEmployer = async (id: string) => {
  const { data, errors } = await client.ask('query ($id: ID!) { employerById(id: $id) { id } }', { id })
  return errors?.[0]?.extensions.code ?? data?.['employerById']
}

describe('a clerk of two employers', () => {
  it('acts for the one whose number was typed, and for that one only', async () => {
    const first = await client.signIn('EMPLOYER', registrationNo, password)
    expect(first.viewer?.employerId).toBe(employerId)
    expect(await readsEmployer(employerId)).toEqual({ id: employerId })
    expect(await readsEmployer(other.employerId)).toBe('NOT_FOUND')

    const second = await client.signIn('EMPLOYER', other.registrationNo, password)
    expect([second.viewer?.id, second.viewer?.employerId]).toEqual([first.viewer?.id, other.employerId])
    expect(await readsEmployer(other.employerId)).toEqual({ id: other.employerId })
    expect(await readsEmployer(employerId)).toBe('NOT_FOUND')
  })

  it('acts for the same one after a new password, and may use the number of neither in it', async () => {
    await client.signIn('EMPLOYER', other.registrationNo, password)
    const { reasons } = await client.changePassword(`camel ${registrationNo} stapler`, password)
    expect(reasons).toEqual(['CONTAINS_IDENTIFIER'])
    await client.changePassword('another camel stapler', password)
    expect(await readsEmployer(other.employerId)).toEqual({ id: other.employerId })
    await client.changePassword('a third camel stapler', 'another camel stapler')
    await client.changePassword('and one more stapler', 'a third camel stapler')
    await client.changePassword(password, 'and one more stapler')
  })
})

describe('a membership that has ended', () => {
  it('signs nobody in, and is told from no account by nothing', async () => {
    await end(employerId, '2026-11-22')
    expect(await client.signIn('EMPLOYER', registrationNo, password)).toMatchObject({ reason: 'WRONG' })
    expect((await client.signIn('EMPLOYER', other.registrationNo, password)).viewer?.employerId).toBe(other.employerId)
  })

  it('counts on its last day, and stops the next request of a living session on the day after', async () => {
    platform.clock.set('2026-11-23T23:59:50+08:00')
    await client.signIn('EMPLOYER', registrationNo, password)
    await end(employerId, '2026-11-23')
    expect(await readsEmployer(employerId)).toEqual({ id: employerId })
    platform.clock.set('2026-11-24T00:00:00+08:00')
    expect(await client.viewer()).toBeNull()
    expect(await readsEmployer(employerId)).toBe('UNAUTHENTICATED')
  })

  it('has not begun before its first day', async () => {
    platform.clock.set('2026-10-31T23:59:59+08:00')
    expect(await client.signIn('EMPLOYER', other.registrationNo, password)).toMatchObject({ reason: 'WRONG' })
    platform.clock.set('2026-11-01T00:00:00+08:00')
    expect(await client.signIn('EMPLOYER', other.registrationNo, password)).toMatchObject({ __typename: 'SignedIn' })
  })
})

describe('staff', () => {
  it('hold the roles that are in force in their office today, and are nobody without one', async () => {
    const { prisma } = platform.database
    const officer = await prisma.membership.findFirstOrThrow({ where: { role: 'OFFICER' } })
    await prisma.membership.create({
      data: { ...officer, id: crypto.randomUUID(), role: 'HEAD', validFrom: '2026-01-01', validTo: '2026-11-24' },
    })
    platform.clock.set('2026-11-24T23:59:50+08:00')
    const { viewer } = await client.signIn('STAFF', staffNo, password)
    expect(viewer?.roles).toEqual(['OFFICER', 'HEAD'])
    // The one the session was opened with ends; the other goes on for a day.
    await prisma.membership.update({ where: { id: officer.id }, data: { validTo: '2026-11-22' } })
    const roles = async () => (await client.ask('{ viewer { roles } }')).data?.['viewer']
    expect(await roles()).toEqual({ roles: ['HEAD'] })
    platform.clock.set('2026-11-25T00:00:00+08:00')
    expect(await roles()).toBeNull()
    expect(await client.signIn('STAFF', staffNo, password)).toMatchObject({ reason: 'WRONG' })
  })
})

describe('the database refuses a membership', () => {
  const refused = async (change: Record<string, string>) => {
    const { prisma } = platform.database
    const { id: _id, ...row } = await prisma.membership.findFirstOrThrow({ where: { scopeId: employerId } })
    return prisma.membership.create({ data: { ...row, duties: [], validFrom: '2026-01-01', ...change } }).then(
      () => 'written',
      (error: unknown) => (/membership_\w+/.exec(String(error)) ?? ['?'])[0],
    )
  }
  it.each([
    [
      'of an employer that is not there',
      { scopeId: '00000000-0000-4000-8000-000000000000' },
      'membership_employer_id_fkey',
    ],
    ['of a role in the wrong scope', { role: 'HEAD' }, 'membership_role_in_scope'],
    ['of an employer as an office', { role: 'HEAD', scopeKind: 'OFFICE' }, 'membership_office_id_fkey'],
    ['of an unknown role', { role: 'KING', scopeKind: 'OFFICE' }, 'membership_role_known'],
    ['that ends before it begins', { validTo: '2025-12-31' }, 'membership_days'],
    ['on no day', { validFrom: 'yesterday' }, 'membership_days'],
  ])('%s', async (_name, change, constraint) => {
    expect(await refused(change)).toBe(constraint)
  })
})
