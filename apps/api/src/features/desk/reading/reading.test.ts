import { period } from '@shebao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'

let platform: TestPlatform
let [unit, other]: TestEmployer[] = []
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  unit = await addEmployer(platform, [1_000_000, 500_000])
  other = await addEmployer(platform, [700_000])
  for (const { employerId } of [unit, other])
    await assessEmployer(platform, { employerId, period: period('2024-01'), issuedOn: '2024-01-05' })
})
afterAll(() => platform.close())

const unitOf = (one: TestEmployer | undefined) => one ?? expect.fail('no unit')
const me = (one = unit, index = 0) => insuredViewer(unitOf(one).individualIds[index] ?? '')
const readings = async (viewer: Viewer, page: { first?: number; after?: string } = {}) => {
  const { data, errors } = await ask(
    platform,
    viewer,
    `query ($first: Int, $after: String) { readingsOfMyRecord(first: $first, after: $after) {
      edges { node { readerKind role staffNumber action reason employerName } } pageInfo { hasNextPage endCursor } } }`,
    page,
  )
  expect(errors).toEqual([])
  return (data as unknown as { readingsOfMyRecord: { edges: { node: Record<string, unknown> }[]; pageInfo: unknown } })
    .readingsOfMyRecord
}
const told = async (viewer: Viewer) => (await readings(viewer)).edges.map(({ node }) => node)

it('tells a person every look at their data by others, and nobody else’s', async () => {
  const { employerId } = unitOf(unit)
  const clerk = employerViewer(employerId)
  const mine = me()
  await ask(platform, mine, '{ me { payments(first: 5) { edges { node { period } } } } }')
  expect(await told(mine)).toEqual([])

  const history = `query ($employer: ID!, $person: ID!) { employerById(id: $employer) { enrolmentHistory(individualId: $person) { id } } }`
  expect(
    (await ask(platform, staffViewer(['REVIEWER']), history, { employer: employerId, person: mine.individualId }))
      .errors,
  ).toEqual([])
  expect(
    (await ask(platform, clerk, '{ employer { insuredPeople(first: 1) { edges { node { id } } } } }')).errors,
  ).toEqual([])
  const { data } = await ask(platform, clerk, '{ employer { notices(first: 1) { edges { node { id } } } } }')
  const [notice] = (data as unknown as { employer: { notices: { edges: { node: { id: string } }[] } } }).employer
    .notices.edges
  const people = 'query ($id: ID!) { paymentNotice(id: $id) { insured(first: 1) { edges { node { idMasked } } } } }'
  for (let time = 0; time < 2; time += 1)
    expect((await ask(platform, clerk, people, { id: notice?.node.id })).errors).toEqual([])

  expect(await told(mine)).toMatchObject([
    { readerKind: 'EMPLOYER', action: 'READ_NOTICE_PEOPLE', employerName: expect.any(String) },
    { readerKind: 'EMPLOYER', action: 'READ_INSURED_PEOPLE', role: null },
    { readerKind: 'STAFF', action: 'READ_ENROLMENT_HISTORY', role: 'REVIEWER', employerName: expect.any(String) },
  ])
  // A colleague stands on the same lists; the history that was read was not theirs. Another unit's people stand on neither.
  expect((await told(me(unit, 1))).map(({ action }) => action)).toEqual(['READ_NOTICE_PEOPLE', 'READ_INSURED_PEOPLE'])
  expect(await told(me(other))).toEqual([])
})

it('pages, and is for the person alone', async () => {
  const mine = me()
  const first = await readings(mine, { first: 1 })
  expect(first.edges.map(({ node }) => node['action'])).toEqual(['READ_NOTICE_PEOPLE'])
  const { endCursor } = first.pageInfo as { endCursor: string }
  expect((await readings(mine, { first: 1, after: endCursor })).edges.map(({ node }) => node['action'])).toEqual([
    'READ_INSURED_PEOPLE',
  ])
  const asked = '{ readingsOfMyRecord { edges { node { id } } } }'
  for (const viewer of [employerViewer(unitOf(unit).employerId), staffViewer(['HEAD', 'AUDITOR'])])
    expect((await ask(platform, viewer, asked)).errors).toEqual(['FORBIDDEN'])
  expect((await ask(platform, undefined, asked)).errors).toEqual(['UNAUTHENTICATED'])
})

it('tells each of several people whom one answer showed, and an auditor who looks for one of them', async () => {
  const { accountId } = staffViewer(['REVIEWER'])
  const recordIds = unitOf(unit).individualIds
  const entry = { actorKind: 'STAFF', actorId: accountId, role: 'REVIEWER', action: 'READ_REFUND' } as const
  const look = () =>
    platform.audit.recordReadOfMany({ ...entry, recordType: 'Individual', recordIds }, { origin: 'test' })
  await look()
  await look()
  expect(await platform.database.prisma.auditEvent.count({ where: { action: 'READ_REFUND' } })).toBe(1)
  const refunds = async (viewer: Viewer) => (await told(viewer)).filter(({ action }) => action === 'READ_REFUND')
  for (const index of [0, 1]) expect(await refunds(me(unit, index))).toMatchObject([{ role: 'REVIEWER' }])
  expect(await refunds(me(other))).toEqual([])
  const trail = `query ($person: String!) { auditTrail(person: $person, action: "READ_REFUND") { edges { node { change { key value } } } } }`
  const found = async (person: string | undefined) =>
    (await ask(platform, staffViewer(['AUDITOR']), trail, { person })).data['auditTrail']
  expect(await found(recordIds[1])).toEqual({ edges: [{ node: { change: [{ key: 'records', value: recordIds }] } }] })
  expect(await found(unitOf(other).individualIds[0])).toEqual({ edges: [] })
})
