import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { declarationCase } from '../declaration/index.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'

let platform: TestPlatform
let officer: Viewer
let early: ReviewedUnit
let late: ReviewedUnit
let returned: ReviewedUnit
let silent: ReviewedUnit
const people = [somebody(1, '张三', 1_000_000)]

const at = (instant: string) => platform.clock.set(instant)
const review =
  'mutation ($id: ID!, $decidedOn: CaseMark!) { startReview(input: { declarationId: $id, version: 1, decidedOn: $decidedOn }) { __typename } }'
const sendBack = `mutation ($id: ID!, $decidedOn: CaseMark!) { returnDeclaration(input: { declarationId: $id, version: 1, decidedOn: $decidedOn }, notes: [{ path: "unit.bankName", text: "账户名称不符" }]) { __typename } }`

async function press(source: string) {
  const { declarationId: id } = returned
  await ask(platform, officer, source, { id, decidedOn: await markNow(platform, declarationCase, id) })
}

beforeAll(async () => {
  platform = await openTestPlatform()
  officer = await addStaff(platform, '何经办', ['OFFICER'])
  early = await addUnit(platform, people, '2026-11-15')
  late = await addUnit(platform, people, '2026-11-15')
  returned = await addUnit(platform, people, '2026-11-15')
  silent = await addUnit(platform, people, '2026-11-15')
  await addUnit(platform, people, '2026-12-31') // not due yet: nobody's work
  at('2026-11-10T23:30:00+08:00')
  await submitVersion(platform, early, people)
  await submitVersion(platform, returned, people)
  await press(review)
  at('2026-11-14T10:00:00+08:00')
  await press(sendBack)
  at('2026-11-16T00:10:00+08:00')
  await submitVersion(platform, late, people)
  at('2026-11-23T10:00:00+08:00')
})
afterAll(() => platform.close())

interface Item {
  id: string
  state: string
  waitingDays: number
  late: boolean
  urgent: boolean
  people: number | null
  warnings: number | null
  verdict: string | null
}
const queue = `query ($status: ReviewQueueFilter, $search: String, $sort: ReviewQueueSort, $first: Int, $after: String) {
  reviewQueue(status: $status, search: $search, sort: $sort, first: $first, after: $after) {
    edges { node { id state waitingDays late urgent people warnings verdict } } pageInfo { hasNextPage endCursor } } }`
async function read(variables: Record<string, unknown> = {}) {
  const answer = await ask(platform, officer, queue, variables)
  expect(answer.errors).toEqual([])
  const { reviewQueue } = answer.data as unknown as {
    reviewQueue: { edges: { node: Item }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
  }
  const items = reviewQueue.edges.map(({ node }) => node)
  return { items, ids: items.map(({ id }) => id), ...reviewQueue.pageInfo }
}

describe('the queue', () => {
  it('puts what was returned and is overdue first, then what waits longest', async () => {
    const { items, ids } = await read()
    expect(ids).toEqual([returned.declarationId, early.declarationId, late.declarationId])
    expect(items).toMatchObject([
      { state: 'RETURNED', urgent: true, waitingDays: 9, late: false },
      {
        state: 'SUBMITTED',
        urgent: false,
        waitingDays: 13,
        late: false,
        people: 1,
        warnings: 1,
        verdict: 'COMPLETE_WITH_WARNINGS',
      },
      { state: 'SUBMITTED', waitingDays: 7, late: true },
    ])
  })

  it('keeps its place from page to page, in both directions', async () => {
    for (const [sort, order] of [
      ['OLDEST_FIRST', [early, late]],
      ['NEWEST_FIRST', [late, early]],
    ] as const) {
      const first = await read({ status: 'SUBMITTED', sort, first: 1 })
      expect(first).toMatchObject({ ids: [order[0].declarationId], hasNextPage: true })
      expect(await read({ status: 'SUBMITTED', sort, first: 1, after: first.endCursor })).toMatchObject({
        ids: [order[1].declarationId],
        hasNextPage: false,
      })
    }
  })

  it('finds by whole numbers only, in every state', async () => {
    expect((await read({ search: early.registrationNo })).ids).toEqual([early.declarationId])
    expect((await read({ search: ` ${late.creditCode.toLowerCase()} ` })).ids).toEqual([late.declarationId])
    expect((await read({ search: `NJ2026-${returned.registrationNo}-1` })).ids).toEqual([returned.declarationId])
    expect((await read({ search: silent.registrationNo })).items).toMatchObject([
      { state: 'OVERDUE', late: true, verdict: null },
    ])
    expect((await read({ search: early.registrationNo.slice(0, -1) })).ids).toEqual([])
    expect((await read({ search: '示例' })).ids).toEqual([])
  })

  it('counts every state, and what is due', async () => {
    const { data } = await ask(
      platform,
      officer,
      '{ reviewCounts { due submitted underReview returned approved overdue open } }',
    )
    expect(data).toEqual({
      reviewCounts: { due: 3, submitted: 2, underReview: 0, returned: 1, approved: 0, overdue: 1, open: 1 },
    })
  })

  it('is closed to employers, insured people and whoever must change the password first', async () => {
    for (const other of [
      employerViewer(early.employerId),
      insuredViewer(crypto.randomUUID()),
      { ...officer, stage: 'MUST_CHANGE_PASSWORD' as const },
    ]) {
      expect((await ask(platform, other, queue)).errors).toEqual(['FORBIDDEN'])
      expect((await ask(platform, other, '{ reviewCounts { due } }')).errors).toEqual(['FORBIDDEN'])
    }
    expect((await ask(platform, undefined, queue)).errors).toEqual(['UNAUTHENTICATED'])
  })
})

describe('who has a declaration open', () => {
  const hold = 'mutation ($id: ID!) { holdReview(declarationId: $id) { holderName mine } }'
  it('is told to the second person, in the queue too, until the first leaves or falls silent', async () => {
    const second = await addStaff(platform, '周复核', ['REVIEWER'])
    const id = early.declarationId
    const ofSecond = async () => (await ask(platform, second, hold, { id })).data
    expect((await ask(platform, officer, hold, { id })).data).toEqual({
      holdReview: { holderName: '何经办', mine: true },
    })
    expect(await ofSecond()).toEqual({ holdReview: { holderName: '何经办', mine: false } })
    const held = '{ reviewQueue(status: SUBMITTED) { edges { node { heldByOther } } } }'
    expect((await ask(platform, second, held)).data).toMatchObject({
      reviewQueue: { edges: [{ node: { heldByOther: '何经办' } }, { node: { heldByOther: null } }] },
    })
    platform.clock.advance(200_000)
    expect(await ofSecond()).toEqual({ holdReview: { holderName: '周复核', mine: true } })
    await ask(platform, second, 'mutation ($id: ID!) { leaveReview(declarationId: $id) }', { id })
    expect((await ask(platform, officer, hold, { id })).data).toEqual({
      holdReview: { holderName: '何经办', mine: true },
    })
    expect((await ask(platform, employerViewer(early.employerId), hold, { id })).errors).toEqual(['FORBIDDEN'])
  })
})
