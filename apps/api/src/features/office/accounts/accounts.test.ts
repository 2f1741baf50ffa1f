import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffMember, StaffRole } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestServer, seedAnew, SessionClient } from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

const today = '2026-11-23'
const chosen = 'seven green umbrellas'
let platform: TestPlatform
let app: FastifyInstance
let officeId: string
let employerId: string
let admin: StaffMember
let second: StaffMember

beforeAll(async () => {
  platform = await openTestPlatform()
  app = await openTestServer(platform)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  platform.clock.set(`${today}T10:00:00+08:00`)
  ;({ employerId } = await seedAnew(platform))
  officeId = (await platform.database.prisma.office.findFirstOrThrow()).id
  admin = await seat('A1', ['ADMINISTRATOR'])
  second = await seat('A2', ['ADMINISTRATOR'])
})

async function seat(staffNo: string, roles: StaffRole[]): Promise<StaffMember> {
  const memberships = roles.map((role) => ({ role, scopeKind: 'OFFICE', scopeId: officeId, validFrom: '2026-01-01' }))
  const { id } = await platform.database.prisma.account.create({
    data: {
      kind: 'STAFF',
      staffNo,
      displayName: `同事${staffNo}`,
      passwordHash: 'set',
      memberships: { create: memberships },
    },
  })
  return staffViewer(roles, { accountId: id, displayName: `同事${staffNo}`, officeId })
}

interface Result {
  __typename?: string
  reason?: string
  account?: {
    id: string
    state: string
    roles: { role: string; from: string; to: string | null }[]
    openLinkUntil: string | null
  }
  link?: { code: string; url: string; purpose: string; expiresAt: string; emailed: boolean } | null
  errors?: string[]
}

async function act(asker: StaffMember | undefined, field: string): Promise<Result> {
  const { data, errors } = await ask(
    platform,
    asker,
    `mutation { result: ${field} { __typename
      ... on StaffAccountRefused { reason }
      ... on StaffAccountDone { account { id state openLinkUntil roles { role from to } } link { code url purpose expiresAt emailed } } } }`,
  )
  return errors.length > 0 ? { errors } : (data['result'] as unknown as Result)
}

const create = (
  asker: StaffMember | undefined = admin,
  more = 'staffNo: "s2001"',
  roles = `{ role: OFFICER, from: "${today}" }`,
) => act(asker, `createStaffAccount(input: { displayName: "新同事", roles: [${roles}], ${more} })`)
const setRoles = (who: string | undefined, roles: string, asker = admin) =>
  act(asker, `changeStaffRoles(accountId: "${who}", roles: [${roles}])`)
const end = (who: string | undefined, asker = admin) =>
  act(asker, `endStaffAccount(accountId: "${who}", reason: "调离本单位")`)
const issue = (who: string | undefined, asker = admin) => act(asker, `issueStaffLink(accountId: "${who}")`)

async function useLink(code = '', newPassword = chosen): Promise<{ __typename: string; reasons?: string[] } | string> {
  const { data, errors } = await new SessionClient(platform, app).ask(
    `mutation ($code: String!, $newPassword: String!) { result: setPasswordByLink(code: $code, newPassword: $newPassword) {
      __typename ... on PasswordRefused { reasons } } }`,
    { code, newPassword },
  )
  const [refusal] = errors ?? []
  if (refusal) return String(refusal.extensions?.['code'])
  return data?.['result'] as { __typename: string; reasons?: string[] }
}
const browser = () => new SessionClient(platform, app)

describe('the link to set a password', () => {
  it('also goes to the address that its owner confirmed, sealed, and to nobody without one', async () => {
    expect((await issue(second.accountId)).link?.emailed).toBe(false)
    const { prisma } = platform.database
    const email = platform.vault.seal('second@office.example')
    await prisma.contactSetting.create({
      data: { accountId: second.accountId, email, updatedAt: platform.clock.now() },
    })
    const { link } = await issue(second.accountId)
    expect(link?.emailed).toBe(true)
    const rows = await prisma.notificationDelivery.findMany({ include: { notification: true } })
    expect(rows.map(({ channel, notification }) => [channel, notification.kind, notification.accountId])).toEqual([
      ['EMAIL', 'PASSWORD_LINK', second.accountId],
    ])
    expect(platform.vault.open(rows[0]?.secret ?? new Uint8Array())).toBe(link?.url)
    expect(JSON.stringify(rows[0]?.notification)).not.toContain(link?.code)
  })
})

describe('a new account', () => {
  it('opens by its link: once, with a strong password, and then signs in', async () => {
    const { account, link } = await create()
    expect(account).toMatchObject({ state: 'WAITING', roles: [{ role: 'OFFICER', from: today, to: null }] })
    expect(link).toMatchObject({ purpose: 'STAFF_ACTIVATION', expiresAt: '2026-11-30T02:00:00.000Z' })
    expect(link?.url).toBe(`${platform.environment.publicUrl}/activate#${link?.code.replaceAll('-', '')}`)
    expect(account?.openLinkUntil).toBe(link?.expiresAt)
    expect(JSON.stringify(await platform.database.prisma.oneTimeCode.findMany())).not.toContain(
      link?.code.replaceAll('-', ''),
    )

    expect((await browser().signIn('STAFF', 'S2001', '')).reason).toBe('WRONG')
    const { data } = await browser().ask(
      'mutation ($code: String!) { readOneTimeLink(code: $code) { ... on LinkHolder { identifier displayName kind } } }',
      {
        code: ` ${link?.code.toLowerCase()}`,
      },
    )
    expect(data).toEqual({ readOneTimeLink: { identifier: 'S2001', displayName: '新同事', kind: 'STAFF' } })
    expect(await useLink(link?.code, 'short')).toMatchObject({
      reasons: ['TOO_SHORT', 'TOO_FEW_CHARACTERS'].slice(0, 1),
    })
    expect(await useLink(link?.code)).toMatchObject({ __typename: 'LinkPasswordSet' })
    expect(await useLink(link?.code, 'quiet harbour lanterns')).toMatchObject({ reasons: ['LINK_USED'] })
    expect((await browser().signIn('STAFF', 's2001', chosen)).viewer).toMatchObject({
      roles: ['OFFICER'],
      stage: 'FULL',
    })
  })

  it('is refused for a number that is taken, without a role, with days that cannot be', async () => {
    await create()
    expect(await create()).toMatchObject({ reason: 'STAFF_NO_TAKEN' })
    expect(await create(admin, 'staffNo: "S2002"', '')).toMatchObject({ reason: 'NO_ROLE' })
    for (const [staffNo, roles] of [
      ['号', `{ role: OFFICER, from: "${today}" }`],
      ['S2003', '{ role: OFFICER, from: "2026-11-22" }'],
      ['S2003', `{ role: OFFICER, from: "${today}", to: "2026-11-22" }`],
      ['S2003', `{ role: OFFICER, from: "${today}" }, { role: OFFICER, from: "${today}" }`],
    ])
      expect(await create(admin, `staffNo: "${staffNo}"`, roles)).toEqual({ errors: ['BAD_USER_INPUT'] })
  })

  it('is made by administrators only', async () => {
    for (const other of [
      staffViewer(['HEAD', 'REVIEWER', 'OFFICER', 'AUDITOR'], { officeId }),
      employerViewer(employerId),
    ])
      expect(await create(other as StaffMember)).toEqual({ errors: ['FORBIDDEN'] })
    expect((await ask(platform, undefined, '{ staffAccounts { edges { node { id } } } }')).errors).toEqual([
      'UNAUTHENTICATED',
    ])
  })
})

describe('a link', () => {
  it('is the last one made, not older than its days, and wrong ones are throttled', async () => {
    const { account, link } = await create()
    const { link: newer } = await issue(account?.id)
    expect(await useLink(link?.code)).toMatchObject({ reasons: ['LINK_WITHDRAWN'] })
    platform.clock.advance(7 * 86_400_000)
    expect(await useLink(newer?.code)).toMatchObject({ reasons: ['LINK_EXPIRED'] })
    const read = 'mutation ($code: String!) { readOneTimeLink(code: $code) { ... on DeadLink { reason } } }'
    const { data } = await ask(platform, undefined, read, { code: newer?.code })
    expect(data).toEqual({ readOneTimeLink: { reason: 'EXPIRED' } })
    expect((await ask(platform, undefined, read, { code: '2222-2222-2222-2222-2222' })).data).toEqual({
      readOneTimeLink: null,
    })
    const { link: last } = await issue(account?.id)
    for (let n = 0; n < 50; n += 1) await useLink('2222-2222-2222-2222-2222')
    expect(await useLink(last?.code)).toBe('TOO_MANY_REQUESTS')
    platform.clock.advance(15 * 60_000)
    expect(await useLink(last?.code)).toMatchObject({ __typename: 'LinkPasswordSet' })
  })

  it('resets a lost password and ends the sessions of the old one', async () => {
    const { account, link } = await create()
    await useLink(link?.code)
    const person = browser()
    await person.signIn('STAFF', 'S2001', chosen)
    const reset = await issue(account?.id)
    expect(reset.link?.purpose).toBe('STAFF_PASSWORD_RESET')
    expect(await person.viewer()).toMatchObject({ stage: 'FULL' })
    expect(await useLink(reset.link?.code, chosen)).toMatchObject({ reasons: ['PREVIOUS'] })
    expect(await useLink(reset.link?.code, 'quiet harbour lanterns')).toMatchObject({ __typename: 'LinkPasswordSet' })
    expect(await person.viewer()).toBeNull()
    await person.signIn('STAFF', 'S2001', 'quiet harbour lanterns')
    const { data } = await person.ask('{ viewer { securityEvents { action byName } } }')
    expect(data).toMatchObject({
      viewer: {
        securityEvents: [
          { action: 'PASSWORD_SET_BY_LINK', byName: null },
          { action: 'ONE_TIME_LINK_ISSUED', byName: '同事A1' },
          {},
          {},
        ],
      },
    })
  })
})

describe('roles', () => {
  it('change at once and from a later day, and the old ones stay as they were', async () => {
    const { account } = await create()
    const changed = await setRoles(
      account?.id,
      `{ role: OFFICER, from: "${today}", to: "2026-12-31" }, { role: REVIEWER, from: "2027-01-01" }`,
    )
    expect(changed.account?.roles).toEqual([
      { role: 'OFFICER', from: today, to: '2026-12-31' },
      { role: 'REVIEWER', from: '2027-01-01', to: null },
    ])
    const left = await setRoles(account?.id, `{ role: AUDITOR, from: "${today}" }`)
    expect(left.account?.roles).toEqual([{ role: 'AUDITOR', from: today, to: null }])
    const rows = await platform.database.prisma.membership.findMany({ where: { accountId: account?.id ?? '' } })
    expect(rows).toHaveLength(3)
    const back = await setRoles(account?.id, `{ role: OFFICER, from: "${today}" }`)
    expect(back.account?.roles).toEqual([{ role: 'OFFICER', from: today, to: null }])
    expect(await setRoles(account?.id, '')).toMatchObject({ reason: 'NO_ROLE' })
  })

  it('taken away stop the next request of an open session', async () => {
    const { account, link } = await create(
      admin,
      'staffNo: "S2001"',
      `{ role: OFFICER, from: "${today}" }, { role: AUDITOR, from: "${today}" }`,
    )
    await useLink(link?.code)
    const person = browser()
    await person.signIn('STAFF', 'S2001', chosen)
    await setRoles(account?.id, `{ role: AUDITOR, from: "${today}" }`)
    expect((await person.ask('{ viewer { roles } }')).data).toEqual({ viewer: { roles: ['AUDITOR'] } })
  })

  it('of oneself are changed by somebody else', async () => {
    const own = admin.accountId
    expect(await setRoles(own, `{ role: HEAD, from: "${today}" }`)).toMatchObject({ reason: 'OWN_ACCOUNT' })
    expect(await end(own)).toMatchObject({ reason: 'OWN_ACCOUNT' })
    expect(await issue(own)).toMatchObject({ reason: 'OWN_ACCOUNT' })
    expect(await act(admin, `resetStaffSecondFactor(accountId: "${own}", reason: "手机丢失")`)).toMatchObject({
      reason: 'OWN_ACCOUNT',
    })
  })

  it('of the last administrator stay, also when two take them from each other at once', async () => {
    const both = await Promise.all([end(second.accountId, admin), end(admin.accountId, second)])
    expect(both.map(({ reason }) => reason ?? 'done').toSorted()).toEqual(['LAST_ADMINISTRATOR', 'done'])
    const left = both[0]?.reason ? second : admin
    // One who cannot sign in yet, one whose days end, and one of another role do not stand in for the last.
    await create(left, 'staffNo: "S3001"', `{ role: ADMINISTRATOR, from: "${today}" }`)
    const temporary = await seat('A3', ['ADMINISTRATOR'])
    await setRoles(temporary.accountId, '{ role: ADMINISTRATOR, from: "2026-01-01", to: "2026-12-31" }', left)
    expect(await setRoles(left.accountId, `{ role: HEAD, from: "${today}" }`, temporary)).toMatchObject({
      reason: 'LAST_ADMINISTRATOR',
    })
    expect(
      await setRoles(left.accountId, '{ role: ADMINISTRATOR, from: "2026-01-01", to: "2026-12-01" }', temporary),
    ).toMatchObject({ reason: 'LAST_ADMINISTRATOR' })
  })
})

describe('dismissal', () => {
  it('ends roles, sessions, links and the password at once, keeps the history, and can be undone with a role and a link', async () => {
    const { account, link } = await create()
    await useLink(link?.code)
    const person = browser()
    await person.signIn('STAFF', 'S2001', chosen)
    const { link: open } = await issue(account?.id)
    expect(await end(account?.id)).toMatchObject({ account: { state: 'ENDED', roles: [] } })
    expect(await person.viewer()).toBeNull()
    expect((await browser().signIn('STAFF', 'S2001', chosen)).reason).toBe('WRONG')
    expect(await useLink(open?.code, 'quiet harbour lanterns')).toMatchObject({ reasons: ['LINK_WITHDRAWN'] })
    expect(await end(account?.id)).toMatchObject({ reason: 'ENDED' })
    expect(await issue(account?.id)).toMatchObject({ reason: 'ENDED' })

    const { data } = await ask(
      platform,
      admin,
      `{ staffAccount(id: "${account?.id}") { history { edges { node { action byName reason roles ended } } } } }`,
    )
    const history = (data['staffAccount'] as unknown as { history: { edges: { node: { action: string } }[] } }).history
      .edges
    expect(history[0]?.node).toEqual({
      action: 'STAFF_ACCOUNT_ENDED',
      byName: '同事A1',
      reason: '调离本单位',
      roles: [],
      ended: [`OFFICER ${today}/`],
    })
    expect(history.map(({ node }) => node.action)).toEqual(
      expect.arrayContaining(['STAFF_ACCOUNT_CREATED', 'PASSWORD_SET_BY_LINK']),
    )

    expect(await setRoles(account?.id, `{ role: OFFICER, from: "${today}" }`)).toMatchObject({
      account: { state: 'WAITING' },
    })
    const { link: again } = await issue(account?.id)
    expect(await useLink(again?.code, 'quiet harbour lanterns')).toMatchObject({ __typename: 'LinkPasswordSet' })
  })
})

describe('the list', () => {
  it('holds the accounts of the own office, page by page, and those that ended apart', async () => {
    await end(second.accountId)
    const page = async (args: string) => {
      const { data } = await ask(
        platform,
        admin,
        `{ staffAccounts(${args}) { edges { node { staffNo state mine } } pageInfo { hasNextPage endCursor } } }`,
      )
      return data['staffAccounts'] as unknown as {
        edges: { node: { staffNo: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      }
    }
    const first = await page('first: 1')
    expect(first.edges).toEqual([{ node: { staffNo: 'A1', state: 'ACTIVE', mine: true } }])
    const rest = await page(`first: 5, after: "${first.pageInfo.endCursor}"`)
    expect(rest.edges.map(({ node }) => node.staffNo)).toEqual(['S1001'])
    expect((await page('ended: true')).edges.map(({ node }) => node.staffNo)).toEqual(['A2'])
    const elsewhere = staffViewer(['ADMINISTRATOR'], { officeId: crypto.randomUUID() })
    expect(await issue(second.accountId, elsewhere)).toEqual({ errors: ['NOT_FOUND'] })
  })
})

it('a lost second factor is reset by another, and the person is told', async () => {
  const { prisma } = platform.database
  const data = {
    accountId: second.accountId,
    kind: 'TOTP',
    name: 'x',
    secret: platform.vault.seal('A'),
    createdAt: new Date(),
    confirmedAt: new Date(),
  }
  await prisma.authenticator.create({ data })
  expect(
    await act(admin, `resetStaffSecondFactor(accountId: "${second.accountId}", reason: "手机丢失")`),
  ).toMatchObject({ __typename: 'StaffAccountDone' })
  expect(await prisma.authenticator.count({ where: { removedAt: null } })).toBe(0)
  const { data: told } = await ask(platform, second, '{ viewer { securityEvents { action byName reason } } }')
  expect(told['viewer']).toMatchObject({
    securityEvents: [{ action: 'SECOND_FACTOR_RESET', byName: '同事A1', reason: '手机丢失' }],
  })
})
