import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clerkDuties } from '../../../access/viewer.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import {
  openTestServer,
  password,
  registrationNo,
  seedAccounts,
  SessionClient,
} from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { passwordHashing } from '../session/index.ts'
import { tellOfMandateEnds } from './tell-mandate.ts'
import { mandateCase } from './mandate-case.ts'

let platform: TestPlatform
let app: FastifyInstance
/** The agency is the employer of the seed; these give it mandates. */
let agencyId: string
let giver: { employerId: string; client: SessionClient; clerkNo: string }
let agency: SessionClient

beforeAll(async () => {
  platform = await openTestPlatform()
  agencyId = (await seedAccounts(platform)).employerId
  app = await openTestServer(platform)
  const { prisma } = platform.database
  const { employerId } = await addEmployer(platform, [1_000_000])
  const { clerkNo } = await prisma.account.create({
    data: {
      kind: 'EMPLOYER',
      displayName: '委托单位管理员',
      passwordHash: await passwordHashing.hash(password),
      memberships: {
        create: {
          role: 'CLERK',
          scopeKind: 'EMPLOYER',
          scopeId: employerId,
          validFrom: '2020-01-01',
          duties: [...clerkDuties],
        },
      },
    },
  })
  giver = { employerId, clerkNo: clerkNo ?? '', client: new SessionClient(platform, app) }
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  await platform.database.prisma.mandate.updateMany({ data: { status: 'ENDED' } })
  await platform.database.prisma.notification.deleteMany()
  agency = new SessionClient(platform, app)
  await agency.signIn('EMPLOYER', registrationNo, password)
  await giver.client.signIn('EMPLOYER', giver.clerkNo, password)
})

type Fields = Record<string, unknown>
const one = async (client: SessionClient, source: string, variables: Fields = {}) => {
  const { data, errors } = await client.ask(source, variables)
  return { answer: (data ? Object.values(data)[0] : undefined) as Fields | undefined, error: errors?.[0]?.extensions }
}
const grantSource = `mutation ($input: GrantMandateInput!) { grantMandate(input: $input) { __typename
  ... on Mandate { id state } ... on MandateRefused { reason } } }`
const days = { validFrom: '2026-11-23', validTo: '2026-12-31' }
const grant = (given: Fields = {}) =>
  one(giver.client, grantSource, { input: { agencyNumber: registrationNo, duties: ['PREPARE'], ...days, ...given } })
const decide = async (client: SessionClient, verb: 'acceptMandate' | 'declineMandate' | 'endMandate', id: string) =>
  one(
    client,
    `mutation ($id: ID!, $decidedOn: CaseMark!) { ${verb}(id: $id, decidedOn: $decidedOn) { __typename ... on Mandate { state } } }`,
    { id, decidedOn: await markNow(platform, mandateCase, id) },
  )
const accepted = async (given: Fields = {}) => {
  const { answer } = await grant(given)
  const id = String(answer?.['id'])
  expect((await decide(agency, 'acceptMandate', id)).answer).toMatchObject({ state: 'ACCEPTED' })
  return id
}
const switchTo = (employerId: string) =>
  one(agency, 'mutation ($id: ID!) { switchEmployer(employerId: $id) { employerId duties mandate { stands } } }', {
    id: employerId,
  })
const viewer = () => one(agency, '{ viewer { employerId duties mandate { stands validTo } } }')
const tellingsOf = async (employerId: string) => {
  const rows = await platform.database.prisma.notification.findMany({
    where: { employerId, kind: { startsWith: 'MANDATE' } },
    orderBy: [{ createdAt: 'asc' }, { kind: 'asc' }],
  })
  return rows.map(({ kind }) => kind)
}
const save = () => one(agency, 'mutation { openInspection { __typename } }')

describe('a mandate', () => {
  it('is offered to a registered agency, once at a time', async () => {
    expect((await grant({ agencyNumber: '0000000000' })).answer).toMatchObject({ reason: 'NO_SUCH_AGENCY' })
    expect((await grant({ agencyNumber: giver.clerkNo })).answer).toMatchObject({ reason: 'NO_SUCH_AGENCY' })
    expect((await grant({ validTo: '2026-11-22' })).error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'validTo' })
    const itself = { agencyNumber: registrationNo, duties: ['PREPARE'], ...days }
    expect((await one(agency, grantSource, { input: itself })).answer).toMatchObject({ reason: 'ITSELF' })
    expect((await grant({ validFrom: '2026-11-22' })).error).toMatchObject({ field: 'validFrom' })
    // Three years at the longest, the last day among them.
    expect((await grant({ validTo: '2029-11-24' })).error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'validTo' })
    expect((await grant({ validTo: '2029-11-23' })).answer).toMatchObject({ state: 'OFFERED' })
    expect((await grant()).answer).toMatchObject({ reason: 'ALREADY' })
  })

  it('is accepted by the agency alone, and lets nobody act before', async () => {
    const id = String((await grant()).answer?.['id'])
    expect((await decide(giver.client, 'acceptMandate', id)).error).toMatchObject({ code: 'NOT_FOUND' })
    expect((await switchTo(giver.employerId)).error).toMatchObject({ code: 'NOT_FOUND' })
    expect((await decide(agency, 'acceptMandate', id)).answer).toMatchObject({ state: 'ACCEPTED' })
    const { answer } = await one(agency, '{ employersActedFor { employerId mandateTo } }')
    expect(answer).toEqual([
      { employerId: agencyId, mandateTo: null },
      { employerId: giver.employerId, mandateTo: '2026-12-31' },
    ])
  })

  it('gives the duties that both gave, and the trail names who acted for whom', async () => {
    const id = await accepted({ duties: ['PREPARE', 'ADMINISTER'] })
    expect((await switchTo(giver.employerId)).answer).toEqual({
      employerId: giver.employerId,
      duties: ['PREPARE'],
      mandate: { stands: true },
    })
    expect((await one(agency, 'mutation { signDebitAgreement(language: EN) { __typename } }')).error).toMatchObject({
      barrier: 'DUTY',
      duty: 'PAY',
    })
    expect((await save()).error).toBeUndefined()
    const trail = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 3 })
    expect(trail.map(({ action, change }) => [action, change])).toContainEqual([
      'EMPLOYER_SWITCHED',
      { employerId: giver.employerId, mandateId: id, agencyId },
    ])
    await switchTo(agencyId)
    expect((await viewer()).answer).toMatchObject({ employerId: agencyId, mandate: null })
  })

  it('that ends while its clerk is filing refuses the next save, says so, and leaves the way back', async () => {
    const id = await accepted({ duties: ['PREPARE', 'SUBMIT'] })
    await switchTo(giver.employerId)
    expect((await save()).error).toBeUndefined()
    expect((await decide(giver.client, 'endMandate', id)).answer).toMatchObject({ state: 'ENDED' })
    expect((await save()).error).toMatchObject({ code: 'FORBIDDEN', barrier: 'MANDATE_ENDED', lastDay: '2026-12-31' })
    expect((await one(agency, '{ employer { id } }')).error).toMatchObject({ barrier: 'MANDATE_ENDED' })
    expect((await viewer()).answer).toEqual({
      employerId: giver.employerId,
      duties: [],
      mandate: { stands: false, validTo: '2026-12-31' },
    })
    expect((await switchTo(agencyId)).error).toBeUndefined()
    expect((await switchTo(giver.employerId)).error).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is told to the other side when it is offered, answered and ended', async () => {
    const declined = String((await grant()).answer?.['id'])
    expect(await tellingsOf(agencyId)).toEqual(['MANDATE_OFFERED'])
    await decide(agency, 'declineMandate', declined)
    expect(await tellingsOf(giver.employerId)).toEqual(['MANDATE_DECLINED'])
    const byGiver = await accepted()
    expect((await tellingsOf(giver.employerId)).toSorted()).toEqual(['MANDATE_ACCEPTED', 'MANDATE_DECLINED'])
    await decide(giver.client, 'endMandate', byGiver)
    expect((await tellingsOf(agencyId)).toSorted()).toEqual(['MANDATE_ENDED', 'MANDATE_OFFERED', 'MANDATE_OFFERED'])
    expect((await tellingsOf(giver.employerId)).filter((kind) => kind === 'MANDATE_ENDED')).toEqual([])
    const byAgency = await accepted()
    await decide(agency, 'endMandate', byAgency)
    expect((await tellingsOf(giver.employerId)).filter((kind) => kind === 'MANDATE_ENDED')).toHaveLength(1)
  })

  it('that ends soon, or ended with its last day, is told to both sides once', async () => {
    await accepted({ validTo: '2026-12-31' })
    await platform.database.prisma.notification.deleteMany()
    const atDay = async (day: string) => {
      platform.clock.set(`${day}T08:20:00+08:00`)
      await tellOfMandateEnds(platform)
      await tellOfMandateEnds(platform)
      const told = [await tellingsOf(giver.employerId), await tellingsOf(agencyId)]
      await platform.database.prisma.notification.updateMany({ data: { employerId: null } })
      return told
    }
    expect(await atDay('2026-11-30')).toEqual([[], []])
    const soon = [['MANDATE_ENDS_SOON'], ['MANDATE_ENDS_SOON']]
    expect(await atDay('2026-12-01')).toEqual(soon)
    expect(await atDay('2026-12-23')).toEqual([[], []])
    expect(await atDay('2026-12-24')).toEqual(soon)
    expect(await atDay('2027-01-01')).toEqual([['MANDATE_ENDED'], ['MANDATE_ENDED']])
    expect(await atDay('2027-01-02')).toEqual([[], []])
  })

  it('is shown to staff, with when and how it ended', async () => {
    const id = await accepted({ duties: ['PREPARE', 'PAY'] })
    await decide(giver.client, 'endMandate', id)
    const { data } = await ask(
      platform,
      staffViewer(['OFFICER']),
      `{ mandates(employerId: "${giver.employerId}") { id agencyName duties validFrom validTo state endedOn } }`,
    )
    expect(data['mandates']).toContainEqual(
      expect.objectContaining({ id, duties: ['PREPARE', 'PAY'], ...days, state: 'ENDED', endedOn: '2026-11-23' }),
    )
  })

  it('ends with its last day, and is given anew', async () => {
    await accepted({ validTo: '2026-11-24' })
    await switchTo(giver.employerId)
    platform.clock.set('2026-11-24T23:59:00+08:00')
    await agency.signIn('EMPLOYER', registrationNo, password)
    await switchTo(giver.employerId)
    expect((await save()).error).toBeUndefined()
    platform.clock.set('2026-11-25T00:00:00+08:00')
    expect((await save()).error).toMatchObject({ barrier: 'MANDATE_ENDED' })
    await giver.client.signIn('EMPLOYER', giver.clerkNo, password)
    expect((await grant({ validFrom: '2026-11-25' })).answer).toMatchObject({ state: 'OFFERED' })
  })
})
