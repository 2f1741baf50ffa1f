import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffMember, StaffRole, Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { addColleague } from '../../../testing/colleague.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import {
  openTestServer,
  password,
  registrationNo,
  seedAccounts,
  SessionClient,
} from '../../../testing/office/session/session-client.ts'
import { placeInDistrict } from '../../../testing/place-in-district.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { printLetters } from '../../register/paper/index.ts'
import type { Letter } from '../letter/index.ts'
import { addEmployerLetters } from './employer-letters.route.ts'

const chosen = 'seven green umbrellas'
let platform: TestPlatform
let app: FastifyInstance
let known: string
let fresh: { id: string; registrationNo: string; name: string }[]
let head: StaffMember
const printed: Letter[] = []

beforeAll(async () => {
  platform = await openTestPlatform()
  app = await openTestServer(platform)
  known = (await seedAccounts(platform)).employerId
  const added = [await addEmployer(platform, [1_000_000]), await addEmployer(platform, [1_000_000])]
  fresh = await platform.database.prisma.employer.findMany({
    where: { id: { in: added.map(({ employerId }) => employerId) } },
    select: { id: true, registrationNo: true, name: true },
    orderBy: { registrationNo: 'asc' },
  })
  head = await seat('H1', ['HEAD'])
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  const { prisma } = platform.database
  await prisma.signInThrottle.deleteMany()
  await prisma.oneTimeCode.deleteMany()
  const made = await prisma.membership.findMany({ where: { scopeId: { in: fresh.map(({ id }) => id) } } })
  await prisma.session.deleteMany()
  await prisma.membership.deleteMany({ where: { id: { in: made.map(({ id }) => id) } } })
  await prisma.account.deleteMany({ where: { id: { in: made.map(({ accountId }) => accountId) } } })
  printed.length = 0
})

async function seat(staffNo: string, roles: StaffRole[]): Promise<StaffMember> {
  const { id: officeId } = await platform.database.prisma.office.findFirstOrThrow({ where: { region: '110000' } })
  return addColleague(platform, roles, { staffNo, officeId })
}

async function post(who: Viewer | undefined, payload: object) {
  const print = async (letters: readonly Letter[]) => {
    printed.push(...letters)
    return printLetters(letters)
  }
  const own = await createServer(platform, { findViewer: async () => who, routes: [addEmployerLetters(print)] })
  const answer = await own.inject({ method: 'POST', url: '/employer-accounts/letters', payload })
  await own.close()
  return answer
}
const letters = (ids: readonly string[], who: Viewer | undefined = head) => post(who, { employerIds: ids })
const browser = () => new SessionClient(platform, app)
const setPassword = async (code = '', newPassword = chosen) =>
  (
    await browser().ask(
      'mutation ($code: String!, $newPassword: String!) { setPasswordByLink(code: $code, newPassword: $newPassword) { __typename } }',
      { code, newPassword },
    )
  ).data?.['setPasswordByLink']

async function unopened(
  withoutLetter: boolean,
  who: Viewer = head,
): Promise<{ registrationNo: string; openUntil: string | null }[]> {
  const { data } = await ask(
    platform,
    who,
    `{ unopenedEmployers(withoutLetter: ${withoutLetter}) { edges { node { registrationNo openUntil } } } }`,
  )
  const list = data['unopenedEmployers'] as unknown as {
    edges: { node: { registrationNo: string; openUntil: string | null } }[]
  }
  return list.edges.map(({ node }) => node)
}

describe('a first letter', () => {
  it('goes to each employer without an account, in one file, and opens it once', async () => {
    expect((await unopened(true)).map((one) => one.registrationNo)).toEqual(fresh.map((one) => one.registrationNo))
    const answer = await letters(fresh.map(({ id }) => id))
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(printed.map(({ recipient }) => recipient.name)).toEqual(fresh.map(({ name }) => name))
    expect(new Set(printed.map(({ code }) => code)).size).toBe(2)
    expect(await unopened(true)).toEqual([])
    expect((await unopened(false)).map(({ openUntil }) => openUntil)).toEqual([
      '2027-01-22T02:00:00.000Z',
      '2027-01-22T02:00:00.000Z',
    ])
    const [first] = printed
    expect((await browser().signIn('EMPLOYER', fresh[0]?.registrationNo ?? '', '')).reason).toBe('WRONG')
    const { data } = await browser().ask(
      'mutation ($code: String!) { readOneTimeLink(code: $code) { ... on LinkHolder { kind identifier } } }',
      {
        code: first?.link.split('#')[1],
      },
    )
    expect(data).toEqual({ readOneTimeLink: { kind: 'EMPLOYER', identifier: fresh[0]?.registrationNo } })
    expect(await setPassword(first?.code)).toEqual({ __typename: 'LinkPasswordSet' })
    expect(await setPassword(first?.code, 'quiet harbour lanterns')).toEqual({ __typename: 'PasswordRefused' })
    const clerk = browser()
    expect((await clerk.signIn('EMPLOYER', fresh[0]?.registrationNo ?? '', chosen)).viewer?.employerId).toBe(
      fresh[0]?.id,
    )
    expect((await unopened(false)).map((one) => one.registrationNo)).toEqual([fresh[1]?.registrationNo])
    const { data: told } = await clerk.ask('{ viewer { securityEvents { action bySelf byName } } }')
    expect(told?.['viewer']).toEqual({
      securityEvents: [
        { action: 'PASSWORD_SET_BY_LINK', bySelf: true, byName: null },
        { action: 'SIGN_IN_REFUSED', bySelf: false, byName: null },
        { action: 'ONE_TIME_LINK_ISSUED', bySelf: false, byName: 'H1' },
      ],
    })
  })

  it('made again, or by two at once, is of one account, and only the last code opens it', async () => {
    const [one] = fresh
    await Promise.all([letters([one?.id ?? '']), letters([one?.id ?? ''])])
    await letters([one?.id ?? ''])
    expect(await platform.database.prisma.membership.count({ where: { scopeId: one?.id ?? '' } })).toBe(1)
    const codes = printed.map(({ code }) => code)
    for (const code of codes.slice(0, -1)) expect(await setPassword(code)).toEqual({ __typename: 'PasswordRefused' })
    expect(await setPassword(codes.at(-1))).toEqual({ __typename: 'LinkPasswordSet' })
  })
})

describe('a letter for a lost password', () => {
  it('leaves the old one until its code is used', async () => {
    const { data } = await ask(platform, head, `{ employerAccount(number: " ${registrationNo} ") { id opened } }`)
    expect(data).toEqual({ employerAccount: { id: known, opened: true } })
    await letters([known])
    expect(printed.at(-1)?.title.en).toBe('A new password for your employer’s account')
    const clerk = browser()
    expect((await clerk.signIn('EMPLOYER', registrationNo, password)).viewer?.employerId).toBe(known)
    expect(await setPassword(printed.at(-1)?.code)).toEqual({ __typename: 'LinkPasswordSet' })
    expect(await clerk.viewer()).toBeNull()
    expect((await browser().signIn('EMPLOYER', registrationNo, password)).reason).toBe('WRONG')
  })
})

describe('letters are refused', () => {
  it('to whoever does not answer for the office or its accounts', async () => {
    const others = [staffViewer(['OFFICER', 'REVIEWER', 'AUDITOR']), employerViewer(known)]
    for (const other of others) expect((await letters([known], other)).statusCode).toBe(403)
    expect((await post(undefined, { employerIds: [known] })).statusCode).toBe(401)
    const elsewhere = staffViewer(['HEAD'], { officeId: crypto.randomUUID() })
    expect((await letters([known], elsewhere)).statusCode).toBe(404)
  })

  it('to staff of another district, who are not offered them either', async () => {
    const { prisma } = platform.database
    const { id: own } = await prisma.districtOffice.create({
      data: {
        code: 'ND',
        nameZh: '南经办处',
        nameEn: 'South',
        createdBy: head.accountId,
        createdAt: platform.clock.now(),
        regions: { create: { region: '110101' } },
      },
    })
    const [elsewhere, here] = [crypto.randomUUID(), own].map((id) => ({ ...head, districts: [id] }))
    const ids = fresh.map(({ id }) => id)
    await placeInDistrict(platform, ids, '110101')
    expect((await letters(ids, elsewhere)).statusCode).toBe(403)
    expect(printed).toEqual([])
    expect([await unopened(true, elsewhere), (await unopened(true, here)).length]).toEqual([[], 2])
    expect((await letters(ids, here)).statusCode).toBe(200)
    await prisma.districtOffice.delete({ where: { id: own } })
  })

  it('for none, for more than fifty, for no employer, and for what is no list', async () => {
    const ids = Array.from({ length: 51 }, () => crypto.randomUUID())
    for (const wrong of [[], ids]) expect((await letters(wrong)).statusCode).toBe(422)
    for (const wrong of [['no such'], ids.slice(0, 1)]) expect((await letters(wrong)).statusCode).toBe(404)
    expect((await post(head, { employerIds: 'all' })).statusCode).toBe(422)
    expect(printed).toEqual([])
  })
})
