import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { proposeCollectionCase } from '../collection/propose-collection.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'

let f: RefundFixture
beforeAll(async () => {
  f = await openRefundFixture()
})
afterAll(() => f.platform.close())

const open = (viewer: Viewer, employerIds: readonly string[]) =>
  ask(
    f.platform,
    viewer,
    'mutation ($ids: [ID!]!) { openEnforcementCases(employerIds: $ids) { employerId refused caseId caseNumber } }',
    { ids: employerIds },
  )

it('a case is opened by hand once the due date has passed; each employer is answered by itself', async () => {
  const late = (await addUnit(f.platform, [1_000_000])).employerId
  const other = (await addUnit(f.platform, [1_000_000])).employerId
  const nothing = (await addUnit(f.platform, [1_000_000])).employerId
  await billMonth(f.platform, late, '2024-08', false)
  await billMonth(f.platform, other, '2024-08', false)
  f.platform.clock.set('2024-09-06T10:00:00+08:00')
  expect((await open(staffViewer(['AUDITOR']), [late])).errors).toEqual(['FORBIDDEN'])
  const first = await open(staffViewer(['COLLECTION_OFFICER']), [late, nothing])
  const of = (answer: typeof first, id: string) =>
    (
      answer.data['openEnforcementCases'] as unknown as { employerId: string; refused: string | null; caseId: string }[]
    ).find(({ employerId }) => employerId === id)
  expect(of(first, late)).toMatchObject({ refused: null, caseNumber: expect.stringMatching(/^QZ2024/) })
  expect(of(first, nothing)).toMatchObject({ refused: 'NOTHING_OVERDUE', caseNumber: null })
  // Nobody who was not named.
  expect(await f.platform.database.prisma.enforcementCase.count({ where: { employerId: other } })).toBe(0)
  const again = await open(f.officer, [late, other])
  expect([of(again, late)?.refused, of(again, other)?.refused]).toEqual(['RUNNING', null])

  // What was proposed to the collection office about a month of it leads to the case, and back; about another month or unit it does not.
  const propose = (employerId: string, month: string) =>
    proposeCollectionCase(
      f.platform,
      { actor: staffViewer(['REVIEWER']), permission: 'report:decide', origin: 'TEST' },
      {
        employerId,
        unitName: '示例',
        ground: 'UNDERPAID',
        fromPeriod: month,
        toPeriod: month,
        grounds: '申报后未缴纳',
      },
    )
  const [followed, ofOther, ofElsewhere] = [
    await propose(late, '2024-08'),
    await propose(late, '2024-06'),
    await propose(nothing, '2024-08'),
  ]
  const { caseId } = of(first, late) ?? {}
  const { data } = await ask(
    f.platform,
    f.officer,
    `query ($id: ID!) { enforcementCase(id: $id) { proposals { number } }
      collectionCases { edges { node { number enforcementId } } } }`,
    { id: caseId },
  )
  expect(data['enforcementCase']).toEqual({ proposals: [{ number: followed.number }] })
  const edges = (data['collectionCases'] as unknown as { edges: { node: { number: string; enforcementId: string } }[] })
    .edges
  const leads = new Map(edges.map(({ node }) => [node.number, node.enforcementId]))
  expect([followed, ofOther, ofElsewhere].map(({ number }) => leads.get(number))).toEqual([caseId, null, null])
})
