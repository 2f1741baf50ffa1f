import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { afterSteps } from '../../../after-steps.ts'
import { waitingLifecycles } from '../../../lifecycles.ts'
import { ask } from '../../../testing/ask.ts'
import { countStatements } from '../../../testing/count-statements.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addOffice } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { workRuleCase } from '../work-rule/index.ts'
import { assignLying } from './assign-by-rule.ts'

let platform: TestPlatform
let head: Viewer
let reviewer: Viewer
let first: Viewer
let second: Viewer
const people = [somebody(1, '张三', 1_000_000)]

beforeAll(async () => {
  platform = await openTestPlatform()
  platform.afterSteps = afterSteps
  const scopeId = await addOffice(platform)
  const add = async (name: string, role: 'HEAD' | 'REVIEWER' | 'OFFICER') => {
    const viewer = await addStaff(platform, name, [role])
    const held = { accountId: viewer.accountId, role, scopeKind: 'OFFICE', scopeId, validFrom: '2026-01-01' }
    await platform.database.prisma.membership.create({ data: held })
    return viewer
  }
  head = await add('钱主任', 'HEAD')
  reviewer = await add('周复核', 'REVIEWER')
  first = await add('何经办', 'OFFICER')
  second = await add('吴经办', 'OFFICER')
})
afterAll(() => platform.close())

const run = async (viewer: Viewer, document: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await ask(platform, viewer, document, variables)
  return errors[0] ?? (data as unknown as { done: unknown }).done
}
const propose = (viewer: Viewer, accountIds: string[], more = {}) =>
  run(
    viewer,
    'mutation ($input: WorkRuleInput!) { done: proposeWorkRule(input: $input) { ... on WorkRule { id number } ... on WorkRuleRefused { reason } } }',
    {
      input: { lifecycle: 'ANNUAL_DECLARATION', accountIds, reason: '按轮次分派', ...more },
    },
  )
const step = async (viewer: Viewer, name: string, id: string) =>
  run(
    viewer,
    `mutation ($id: ID!, $on: CaseMark!) { done: ${name}(id: $id, decidedOn: $on) { ... on WorkRule { state } ... on WorkRuleRefused { reason } } }`,
    {
      id,
      on: await markNow(platform, workRuleCase, id),
    },
  )
interface Item {
  caseId: string
  state: string
  ownerId: string
  ownerName: string | null
  ruleNumber: number | null
  inTurn: boolean | null
  stale: boolean
  standIn: boolean
}
const list = async (viewer: Viewer): Promise<Item[]> => {
  const { data } = await ask(
    platform,
    viewer,
    '{ work(lifecycle: ANNUAL_DECLARATION) { edges { node { caseId state ownerId ownerName ruleNumber inTurn stale standIn } } } }',
  )
  return (data as unknown as { work: { edges: { node: Item }[] } }).work.edges.map(({ node }) => node)
}
const submitOne = async () => {
  const unit = await addUnit(platform, people)
  await submitVersion(platform, unit, people)
  return unit.declarationId
}

describe('assignment by rule', () => {
  it('takes two people to begin', async () => {
    expect(await propose(first, [first.accountId])).toBe('FORBIDDEN')
    expect(await propose(reviewer, [])).toEqual({ reason: 'PEOPLE' })
    expect(await propose(reviewer, [first.accountId], { numberFrom: '2', numberTo: '1' })).toEqual({ reason: 'RANGE' })
    const { id } = (await propose(reviewer, [first.accountId, second.accountId])) as { id: string }
    await submitOne()
    expect((await list(head)).map(({ ownerName }) => ownerName)).toEqual([null])
    expect(await step(reviewer, 'publishWorkRule', id)).toEqual({ reason: 'SAME_PERSON' })
    expect(await step(head, 'publishWorkRule', id)).toEqual({ state: 'PUBLISHED' })
  })

  it('gives what enters the queue in turn, in the same step, and says by which rule', async () => {
    for (let unit = 0; unit < 3; unit += 1) await submitOne()
    const given = (await list(head)).filter(({ ownerName }) => ownerName !== null)
    expect(given.map(({ ownerName, ruleNumber, inTurn }) => [ownerName, ruleNumber, inTurn])).toEqual([
      ['何经办', 1, true],
      ['吴经办', 1, true],
      ['何经办', 1, true],
    ])
    const many = await platform.database.prisma.declaration.findMany({ select: { id: true } })
    await platform.database.prisma.workAssignment.deleteMany()
    const asked = await countStatements(() =>
      afterSteps(platform, { lifecycle: 'annual-declaration', ids: many.map(({ id }) => id), to: 'SUBMITTED' }),
    )
    expect((await list(head)).filter(({ ownerName }) => ownerName === '吴经办')).toHaveLength(2)
    expect(asked).toBeLessThan(9)
  })

  it('skips who is away, and offers what they have to whoever stands in', async () => {
    const away = (viewer: Viewer, given: string) =>
      run(
        viewer,
        `mutation { done: noteAbsence(${given}) { ... on StaffAbsence { id name } ... on AbsenceRefused { reason } } }`,
      )
    const days = 'fromDay: "2026-11-23", toDay: "2026-11-30"'
    expect(await away(first, `accountId: "${second.accountId}", ${days}`)).toBe('FORBIDDEN')
    expect(await away(first, `${days}, standInId: "${first.accountId}"`)).toEqual({ reason: 'PEOPLE' })
    const noted = (await away(first, `${days}, standInId: "${reviewer.accountId}"`)) as { id: string }
    expect(await away(head, `accountId: "${first.accountId}", ${days}`)).toEqual({ reason: 'OVERLAPS' })
    const id = await submitOne()
    expect((await list(head)).find(({ caseId }) => caseId === id)?.ownerName).toBe('吴经办')
    const offered = (await list(reviewer)).find(({ standIn }) => standIn)
    expect(offered).toMatchObject({ ownerName: '何经办', stale: true })
    expect((await list(head)).some(({ standIn, stale }) => standIn || stale)).toBe(false)
    const takeOver = `mutation { done: takeOverWork(lifecycle: ANNUAL_DECLARATION, caseId: "${offered?.caseId}", state: "SUBMITTED", owner: "${first.accountId}") { outcome item { ownerName ruleNumber } } }`
    expect(await run(head, takeOver)).toMatchObject({ outcome: 'OWNED' })
    expect(await run(reviewer, takeOver)).toEqual({ outcome: 'DONE', item: { ownerName: '周复核', ruleNumber: null } })
    expect(await run(first, `mutation { done: endAbsence(id: "${noted.id}") { name } }`)).toEqual({ name: '何经办' })
  })

  it('gives what begins to wait by itself: a day that is over, once, and until it is taken over', async () => {
    const { id } = (await propose(reviewer, [second.accountId], { lifecycle: 'RECONCILIATION_DAY' })) as { id: string }
    expect(await step(head, 'publishWorkRule', id)).toEqual({ state: 'PUBLISHED' })
    await platform.database.prisma.reconciliationDay.create({ data: { day: '2026-11-23', status: 'OPEN' } })
    await platform.database.prisma.reconciliationItem.create({
      data: { day: '2026-11-23', outcome: 'BANK_ONLY', reference: 'B-1', bankAmount: 100n },
    })
    const days = async (viewer: Viewer, owner: string) => {
      const { data } = await ask(
        platform,
        viewer,
        `{ work(lifecycle: RECONCILIATION_DAY, owner: ${owner}) { edges { node { caseId ownerName inTurn stale overdue } } } }`,
      )
      return (data as unknown as { work: { edges: { node: object }[] } }).work.edges.map(({ node }) => node)
    }
    expect(await assignLying(platform, waitingLifecycles)).toBe(0)
    platform.clock.set('2026-11-24T09:00:00+08:00')
    expect(await days(head, 'NOBODY')).toHaveLength(1)
    expect(await assignLying(platform, waitingLifecycles)).toBe(1)
    const given = { caseId: '2026-11-23', ownerName: '吴经办', inTurn: false }
    expect(await days(second, 'ME')).toMatchObject([{ ...given, stale: false }])
    // A second run gives nothing anew, and what lies too long is anybody's to take over.
    expect(await assignLying(platform, waitingLifecycles)).toBe(0)
    platform.clock.set('2026-12-02T09:00:00+08:00')
    expect(await days(first, 'STALE')).toMatchObject([{ ...given, stale: true }])
  })
})
