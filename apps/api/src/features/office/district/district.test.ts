import { districtOfCreditCode } from '@shebao/identifiers/districts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { NumberedCase } from '../../../case/case-number.repository.ts'
import { listOfficePeople } from '../../../case/office-people.repository.ts'
import { ask } from '../../../testing/ask.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addOffice } from '../../../testing/readers.ts'
import { placeInDistrict } from '../../../testing/place-in-district.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { declarationCase } from '../../filing/declaration/index.ts'
import { findWaitingCase } from '../../desk/queue/assignment.repository.ts'
import { findLying } from '../../desk/queue/rule-assignment.repository.ts'
import { waitingLifecycles } from '../../../lifecycles.ts'
import { findActing } from '../session/index.ts'

let platform: TestPlatform
let head: Viewer
let reviewer: Viewer
let unit: ReviewedUnit
const office: Record<string, string> = {}

/** As the session would find them now: with the offices at which they stand today. */
async function now(viewer: Viewer): Promise<StaffMember> {
  const acting = await findActing(platform, viewer.accountId)
  if (viewer.kind !== 'STAFF' || acting?.scope !== 'OFFICE') throw new Error('Nobody of the staff.')
  return { ...viewer, districts: acting.districts }
}
const deed = async (viewer: Viewer, call: string) => {
  const { data, errors } = await ask(
    platform,
    viewer,
    `mutation { done: ${call} {
    ... on DistrictChanged { accountId } ... on DistrictRefused { reason region } } }`,
  )
  return errors[0] ?? data['done']
}
const save = (viewer: Viewer, code: string, regions: string) =>
  deed(
    viewer,
    `saveDistrictOffice(code: "${code}", nameZh: "${code}经办处", nameEn: "Office ${code}", regions: [${regions}])`,
  )
const post = (viewer: Viewer, districtId: string, from = '2026-11-23') =>
  deed(viewer, `postStaff(accountId: "${reviewer.accountId}", districtId: "${districtId}", validFrom: "${from}")`)
const listed = async () => {
  const { data } = await ask(
    platform,
    head,
    '{ districtOffices { id code employers districts { nameEn } } employersOfNoOffice }',
  )
  return data as unknown as {
    districtOffices: { id: string; code: string; employers: number; districts: object[] }[]
    employersOfNoOffice: number
  }
}
const start = async (viewer: Viewer) => {
  const decidedOn = await markNow(platform, declarationCase, unit.declarationId)
  const { data, errors } = await ask(
    platform,
    viewer,
    `mutation ($id: ID!, $on: CaseMark!) { startReview(input: { declarationId: $id, version: 1, decidedOn: $on }) { __typename } }`,
    { id: unit.declarationId, on: decidedOn },
  )
  return errors[0] ?? data['startReview']
}
const standing = async (viewer: Viewer) => {
  const { data } = await ask(
    platform,
    viewer,
    `{ work { edges { node { standing elsewhere } } } workCounts { mine others } }`,
  )
  const { work, workCounts } = data as unknown as { work: { edges: { node: object }[] }; workCounts: object[] }
  return { ...work.edges[0]?.node, ...workCounts[0] }
}

beforeAll(async () => {
  platform = await openTestPlatform()
  const scopeId = await addOffice(platform)
  const people = [somebody(1, '张三', 1_000_000)]
  head = await addStaff(platform, '钱主任', ['HEAD'])
  reviewer = await addStaff(platform, '周复核', ['REVIEWER'])
  for (const [viewer, role] of [
    [head, 'HEAD'],
    [reviewer, 'REVIEWER'],
  ] as const)
    await platform.database.prisma.membership.create({
      data: { accountId: viewer.accountId, role, scopeKind: 'OFFICE', scopeId, validFrom: '2026-01-01' },
    })
  unit = await addUnit(platform, people)
  await submitVersion(platform, unit, people)
})
afterAll(() => platform.close())

describe('offices of districts', () => {
  it('divide the regions among themselves', async () => {
    expect(await save(head, 'ee', '"110101"')).toEqual({ accountId: null })
    expect(await save(head, 'WW', '"110103", "110102"')).toEqual({ accountId: null })
    expect(await save(head, 'CC', '"110000"')).toEqual({ reason: 'NO_DISTRICT', region: '110000' })
    expect(await save(head, 'QD', '"370202"')).toEqual({ reason: 'NO_DISTRICT', region: '370202' })
    expect(await save(head, 'NN', '"110101"')).toEqual({ reason: 'REGION_TAKEN', region: '110101' })
    expect(await save(head, 'EE', '"110105"')).toEqual({ reason: 'CODE_TAKEN', region: null })
    expect(await save(head, 'X1', '"999999"')).toBe('BAD_USER_INPUT')
    expect(await save(reviewer, 'X2', '"110105"')).toBe('FORBIDDEN')
    expect((await listed()).employersOfNoOffice).toBe(1)
    await placeInDistrict(platform, [unit.employerId], '110102')
    const { districtOffices: offices, employersOfNoOffice } = await listed()
    expect(employersOfNoOffice).toBe(0)
    expect(offices.map(({ code, employers }) => `${code} ${employers}`)).toEqual(['EE 0', 'WW 1'])
    expect(offices[1]?.districts).toEqual([{ nameEn: '西城区, Beijing' }, { nameEn: '崇文区, Beijing' }])
    for (const { id, code } of offices) office[code] = id
  })

  it('leave employers of no district, or of one that no office has, to everybody', async () => {
    await placeInDistrict(platform, [unit.employerId], null)
    expect(await post(head, office['EE'] ?? '')).toEqual({ accountId: reviewer.accountId })
    expect(await standing(await now(reviewer))).toMatchObject({ standing: 'MAY', elsewhere: false, mine: 1 })
    await placeInDistrict(platform, [unit.employerId], '110102')
    expect(await standing(await now(reviewer))).toMatchObject({ standing: 'NOT_PERMITTED', elsewhere: true, mine: 0 })
  })

  it('keep their staff to their own employers, whose cases are nobody else’s to decide', async () => {
    expect(await post(head, office['EE'] ?? '')).toEqual({ reason: 'ALREADY', region: null })
    const bound = await now(reviewer)
    expect(bound.districts).toEqual([office['EE']])
    expect(await standing(bound)).toEqual({ standing: 'NOT_PERMITTED', elsewhere: true, mine: 0, others: 1 })
    expect(await start(bound)).toBe('FORBIDDEN')
    // Rules and colleagues ask by the same district.
    const kind = waitingLifecycles.find(({ table }) => table.lifecycle === 'annual-declaration')
    if (!kind) throw new Error('Declarations wait nowhere.')
    expect(await findLying(platform, kind, '', 10)).toMatchObject([{ districtId: office['WW'] }])
    expect(await findWaitingCase(platform, kind, unit.declarationId)).toMatchObject({ districtId: office['WW'] })
    expect(await deed({ ...bound, roles: ['HEAD'] }, `endPost(id: "${office['EE']}")`)).toBe('FORBIDDEN')
  })

  it('borrow them from the head for a time, and are left when called back: never to the whole agency', async () => {
    const lend = (viewer: Viewer, to: string) =>
      deed(
        viewer,
        `lendStaff(accountId: "${reviewer.accountId}", districtId: "${office['WW']}", validFrom: "2026-11-23", validTo: "${to}", reason: "周末人手不足")`,
      )
    expect(await lend(reviewer, '2026-11-24')).toBe('FORBIDDEN')
    expect(await lend(head, '2026-11-22')).toEqual({ reason: 'DAYS', region: null })
    expect(await lend(head, '2026-11-24')).toEqual({ accountId: reviewer.accountId })
    expect(await standing(await now(reviewer))).toMatchObject({ standing: 'MAY', mine: 1 })
    platform.clock.set('2026-11-25T10:00:00+08:00')
    expect(await start(await now(reviewer))).toBe('FORBIDDEN')
    const [home] = await platform.database.prisma.districtStaff.findMany({ where: { lentBecause: null } })
    expect(await deed(head, `endPost(id: "${home?.id}")`)).toEqual({ accountId: reviewer.accountId })
    expect((await listOfficePeople(platform)).map(({ name, districts }) => [name, districts])).toEqual([
      ['周复核', []],
      ['钱主任', null],
    ])
    expect(await start(await now(reviewer))).toBe('FORBIDDEN')
    expect(await deed(head, `postStaff(accountId: "${reviewer.accountId}", validFrom: "2026-11-25")`)).toMatchObject({
      accountId: reviewer.accountId,
    })
    expect(await start(await now(reviewer))).toMatchObject({ __typename: expect.any(String) })
  })

  it('number the cases of their employers without a gap, each office and year by itself; the agency’s series goes on for the others', async () => {
    const employerId = unit.employerId
    const next = (kind: NumberedCase, of: string | null = employerId) =>
      platform.database.transaction(() => nextCaseNumber(platform, kind, of))
    expect(await next('refund')).toBe('TF2026000001WW')
    const lost = platform.database.transaction(async () => {
      await nextCaseNumber(platform, 'refund', employerId)
      throw new Error('not kept')
    })
    await expect(lost).rejects.toThrow('not kept')
    expect(new Set(await Promise.all([next('refund'), next('refund')]))).toEqual(
      new Set(['TF2026000002WW', 'TF2026000003WW']),
    )
    expect(await next('waiver')).toBe('HM2026000001WW')
    expect(await next('refund', null)).toBe('TF00000001')
    platform.clock.set('2027-01-04T10:00:00+08:00')
    expect(await next('refund')).toBe('TF2027000001WW')
    // It moves to a district that no office has: nothing of its own is moved.
    await placeInDistrict(platform, [employerId], '110108')
    expect(await next('refund')).toBe('TF00000002')
    expect(await next('waiver')).toBe('HM2027000001')
  })
  it('are those of the credit codes where the register stood before districts were kept', async () => {
    const folder = join(import.meta.dirname, '../../../../../../prisma/migrations')
    const migration = readdirSync(folder).find((name) => name.endsWith('_employer_district')) ?? ''
    const sql = readFileSync(join(folder, migration, 'migration.sql'), 'utf8')
    const updates = sql.split(';\n').filter((statement) => statement.includes('UPDATE employer'))
    expect(updates).toHaveLength(2)
    const { prisma } = platform.database
    const given: (string | null)[] = []
    const named: (string | null)[] = []
    const units = [
      ['110000', '110108', '110000', '110100', '370202'],
      ['370200', '370202', '370200', '370201', '370102'],
      ['500000', '500101', '500241', '110101'],
      ['220000', '222401', '220100', '220102', '220101'],
      ['110108', '110108'],
    ].flatMap(([region = '', ...codes]) => codes.map((code) => ({ region, creditCode: `91${code}MA01ABCD1Y` })))
    for (const { region, creditCode } of units) {
      const moved = { region, creditCode, district: null }
      await prisma.employer.update({ where: { id: unit.employerId }, data: moved })
      for (const text of updates) await platform.database.query({ text })
      const { district } = await prisma.employer.findUniqueOrThrow({ where: { id: unit.employerId } })
      given.push(district)
      named.push(districtOfCreditCode(region, creditCode) ?? null)
      const held = await prisma.employerParticulars.findMany({
        where: { employerId: unit.employerId, supersededAt: null },
      })
      expect(district === null || held.every((row) => row.district === district)).toBe(true)
    }
    expect(given).toEqual(named)
    expect(given.filter((district) => district !== null)).toEqual([
      '110108',
      '370202',
      '500101',
      '500241',
      '222401',
      '220102',
    ])
  })
})
