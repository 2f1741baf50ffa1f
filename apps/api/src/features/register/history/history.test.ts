import { civilDate } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { recordParticulars } from '../employer/record-particulars.ts'

let platform: TestPlatform
let unit: TestEmployer
const officer = staffViewer(['OFFICER'])

beforeAll(async () => {
  platform = await openTestPlatform()
  unit = await addEmployer(platform, [1_000_000, 900_000, 800_000], '2024-01')
  const { prisma } = platform.database
  await prisma.enrolment.updateMany({ data: { recordedAt: new Date('2024-01-05T02:00:00Z') } })
  await prisma.employer.updateMany({ data: { createdAt: new Date('2020-01-01T02:00:00Z') } })
  platform.clock.set('2026-09-10T10:00:00+08:00')
  const by = await prisma.account.create({
    data: { kind: 'STAFF', staffNo: 'S900', displayName: '周科长', passwordHash: '-', previousHashes: [] },
  })
  const { id: _id, ...old } = await prisma.enrolment.findFirstOrThrow({
    where: { individualId: unit.individualIds[0] ?? '' },
  })
  const at = platform.clock.now()
  await prisma.enrolment.updateMany({ where: { spellId: old.spellId }, data: { supersededAt: at } })
  const source = { source: 'DECLARATION', sourceId: unit.declarationId, sourceVersion: 1, recordedBy: by.id }
  await prisma.enrolment.createMany({
    data: [
      { ...old, toPeriod: '2026-06', recordedAt: at },
      { ...old, ...source, fromPeriod: '2026-07', averageWage: 1_200_000n, recordedAt: at },
    ],
  })
  await prisma.declarationVersion.create({
    data: {
      declarationId: unit.declarationId,
      version: 1,
      formNo: 'NJ2026-1',
      people: 3,
      verdict: 'COMPLETE',
      unitForm: {},
      warnings: [],
      ruleSetHash: '-',
      contentHash: '-',
      submittedBy: by.id,
      submittedAt: at,
    },
  })
  await recordParticulars(
    platform,
    unit.employerId,
    { injuryClass: 3 },
    {
      from: civilDate('2026-07-01'),
      source: { kind: 'DECLARATION', id: unit.declarationId, version: 1, by: by.id, at },
    },
  )
})
afterAll(() => platform.close())

const people = `query ($id: ID!, $period: Period, $on: Date, $first: Int, $after: String, $search: String) { employerById(id: $id) {
  insuredPeople(period: $period, asKnownOn: $on, first: $first, after: $after, search: $search) {
    pageInfo { hasNextPage endCursor } edges { node { fromPeriod toPeriod averageWage name insurances rows individualId origin { source formNo recordedBy } } } } } }`

async function insured(variables: Record<string, unknown>, viewer: Viewer = officer) {
  const { data, errors } = await ask(platform, viewer, people, { id: unit.employerId, ...variables })
  expect(errors).toEqual([])
  const { insuredPeople } = data['employerById'] as unknown as {
    insuredPeople: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: Record<string, unknown> }[] }
  }
  return { ...insuredPeople.pageInfo, rows: insuredPeople.edges.map(({ node }) => node) }
}
const averages = async (variables: Record<string, unknown>) =>
  (await insured(variables)).rows.map((row) => Number(row['averageWage'])).toSorted((a, b) => b - a)

describe('who is insured', () => {
  it('in a month, as it is known now and as it was known on a day', async () => {
    expect(await averages({ period: '2026-08' })).toEqual([1_200_000, 900_000, 800_000])
    expect(await averages({ period: '2026-06' })).toEqual([1_000_000, 900_000, 800_000])
    expect(await averages({ period: '2026-08', on: '2026-09-09' })).toEqual([1_000_000, 900_000, 800_000])
    expect(await averages({ period: '2026-08', on: '2026-09-10' })).toEqual([1_200_000, 900_000, 800_000])
    expect(await averages({ period: '2023-12' })).toEqual([])
  })

  it('is found by a whole name or a whole number, and by no part of either', async () => {
    const id = unit.individualIds[1] ?? ''
    const { database, vault } = platform
    const [name, idNumber] = ['王二小', '110101199003078670']
    const personal = Uint8Array.from(vault.seal({ name, idNumber }))
    const idHash = Uint8Array.from(vault.lookupHash('person-id', idNumber))
    await database.prisma.individual.update({ where: { id }, data: { personal, idHash } })
    const found = async (search: string) => (await insured({ search })).rows.map((row) => row['individualId'])
    expect(await found(` ${idNumber} `)).toEqual([id])
    expect(await found(name)).toEqual([id])
    expect(await found('王二')).toEqual([])
    expect(await found(idNumber.slice(0, 10))).toEqual([])
    expect((await found(' ')).length).toBe(3)
  })

  it('comes in pages, masked, with the form it is known from', async () => {
    const first = await insured({ period: '2026-08', first: 2 })
    const rest = await insured({ period: '2026-08', first: 2, after: first.endCursor })
    expect([first.rows.length, first.hasNextPage, rest.rows.length, rest.hasNextPage]).toEqual([2, true, 1, false])
    const changed = [...first.rows, ...rest.rows].find((row) => row['averageWage'] === 1_200_000)
    expect(changed).toMatchObject({
      fromPeriod: '2026-07',
      toPeriod: null,
      name: '王**',
      rows: 3,
      origin: { source: 'DECLARATION', formNo: 'NJ2026-1', recordedBy: '周科长' },
    })
    const own = await insured({ period: '2026-08' }, unit.viewer)
    expect(own.rows.map((row) => (row['origin'] as { recordedBy: unknown }).recordedBy)).toEqual([null, null, null])
  })

  it('has a history of each person: what stands, then what was known before', async () => {
    const { data } = await ask(
      platform,
      unit.viewer,
      `query ($id: ID!) { employer { enrolmentHistory(individualId: $id) { fromPeriod toPeriod averageWage origin { supersededAt } } } }`,
      { id: unit.individualIds[0] },
    )
    const at = platform.clock.now().toISOString()
    expect(data['employer']).toMatchObject({
      enrolmentHistory: [
        { fromPeriod: '2026-07', toPeriod: null, averageWage: 1_200_000, origin: { supersededAt: null } },
        { fromPeriod: '2024-01', toPeriod: '2026-06', averageWage: 1_000_000, origin: { supersededAt: null } },
        { fromPeriod: '2024-01', toPeriod: null, averageWage: 1_000_000, origin: { supersededAt: at } },
      ],
    })
  })
})

describe('what held of the unit', () => {
  const particulars = `query ($id: ID!, $on: Date) { employerById(id: $id) { particulars(asKnownOn: $on) { validFrom validTo injuryClass legalRepId bankAccount origin { source formNo } } } }`

  it('is told by its days, as known now and on a day', async () => {
    const now = await ask(platform, officer, particulars, { id: unit.employerId })
    expect(now.data['employerById']).toMatchObject({
      particulars: [
        {
          validFrom: '2026-07-01',
          validTo: null,
          injuryClass: 3,
          origin: { source: 'DECLARATION', formNo: 'NJ2026-1' },
        },
        {
          validFrom: '2020-01-01',
          validTo: '2026-06-30',
          injuryClass: 1,
          origin: { source: 'REGISTER', formNo: null },
        },
      ],
    })
    const then = await ask(platform, officer, particulars, { id: unit.employerId, on: '2026-09-09' })
    expect(then.data['employerById']).toMatchObject({ particulars: [{ validTo: null, injuryClass: 1 }] })
  })

  it('is nobody’s business but the unit’s and the office’s', async () => {
    const id = unit.employerId
    expect((await ask(platform, employerViewer(crypto.randomUUID()), particulars, { id })).errors).toEqual([
      'NOT_FOUND',
    ])
    expect((await ask(platform, insuredViewer(unit.individualIds[0] ?? ''), particulars, { id })).errors).toEqual([
      'FORBIDDEN',
    ])
    expect((await ask(platform, undefined, particulars, { id })).errors).toEqual(['UNAUTHENTICATED'])
  })
})
