import { next, stepOf } from '@shebao/case'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StaffMember } from '../access/viewer.ts'
import { proposalCase } from '../features/money/policy/proposal-case.ts'
import { insertProposal } from '../features/money/policy/proposal.repository.ts'
import { proposalTable } from '../features/money/policy/proposal.lifecycle.ts'
import { staffViewer } from '../testing/ask.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { listCaseEvents } from './case-event.repository.ts'
import { openCase, takeStep } from './take-step.ts'

// One lifecycle against the database, with guards that always hold: what is left is the table.
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const officer = staffViewer(['OFFICER'])
const desk = [officer, staffViewer(['REVIEWER']), staffViewer(['HEAD'])]
const events = [...new Set(proposalTable.steps.map(({ event }) => event))]
type Event = (typeof events)[number]
type State = (typeof proposalTable.states)[number]
const stateOf = (state: State): State => state

const open = (actor: StaffMember) =>
  openCase(platform, proposalTable, {
    event: 'CREATE',
    actor,
    origin: 'test',
    write: () =>
      insertProposal(platform, { region: '110000', title: '测试', rows: [], rowsHash: '', createdBy: actor.accountId }),
    trace: () => undefined,
  })

function press(id: string, event: Event, actor: StaffMember, seen: { revision?: number } = {}) {
  return takeStep(platform, proposalCase, {
    id,
    event,
    actor,
    origin: 'test',
    seen,
    facts: () => ({ rowsUnchanged: true, simulationStands: true }),
    write: async ({ editors, revision }, status) => {
      const change = event === 'EDIT' ? { editors: [...editors, actor.accountId], revision: revision + 1 } : {}
      await platform.database.prisma.policyProposal.update({ where: { id }, data: { status, ...change } })
    },
    trace: () => ({ action: 'CREATE_POLICY_PROPOSAL', recordType: 'PolicyProposal', recordId: id }),
  })
}

const eventsOf = (id: string) => listCaseEvents(platform, { lifecycle: proposalTable.lifecycle, id })
const refusalOf = async (pressed: ReturnType<typeof press>) => {
  const outcome = await pressed
  return outcome.kind === 'REFUSED' ? outcome.refusal.code : outcome.kind
}

it('names what stands against a step, and leaves nothing of one that is not taken', async () => {
  const { id, revision } = await open(officer)
  expect(await refusalOf(press(id, 'SIMULATE', officer, { revision: revision + 1 }))).toBe('STALE')
  expect(await refusalOf(press(id, 'PUBLISH', officer))).toBe('NOT_IN_STATE')
  expect(await refusalOf(press(id, 'SIMULATE', officer, { revision }))).toBe('TAKEN')
  expect(await refusalOf(press(id, 'PUBLISH', officer))).toBe('NOT_PERMITTED')
  expect((await eventsOf(id)).map(({ seq, event, fromState, toState }) => [seq, event, fromState, toState])).toEqual([
    [1, 'CREATE', null, 'DRAFT'],
    [2, 'SIMULATE', 'DRAFT', 'SIMULATED'],
  ])
  await expect(press(crypto.randomUUID(), 'EDIT', officer)).rejects.toThrow(/No such proposal/)
})

it('undoes event and entry with a step whose writing fails', async () => {
  const { id } = await open(officer)
  const entries = () => platform.database.prisma.auditEvent.count({ where: { recordId: id } })
  const failing = takeStep(platform, proposalCase, {
    id,
    event: 'WITHDRAW',
    actor: officer,
    origin: 'test',
    facts: () => ({}),
    write: () => Promise.reject(new Error('the disk is full')),
    trace: () => ({ action: 'WITHDRAW_POLICY_PROPOSAL', recordType: 'PolicyProposal', recordId: id }),
  })
  await expect(failing).rejects.toThrow('the disk is full')
  expect([(await eventsOf(id)).length, await entries()]).toEqual([1, 0])
})

it(
  'whatever three people press, stored state, events and four eyes are those of the table',
  { timeout: 120_000 },
  async () => {
    const pressed = fc.array(fc.record({ person: fc.nat(2), event: fc.constantFrom(...events) }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.nat(2), pressed, async (first, presses) => {
        const author = desk[first] ?? officer
        const { id } = await open(author)
        let state = stateOf('DRAFT')
        const wrote = new Set([author.accountId])
        let taken = 1
        for (const { person, event } of presses) {
          const actor = desk[person] ?? officer
          const to: State | undefined = next(proposalTable, state, event)
          const outcome = await press(id, event, actor)
          const barred = stepOf(proposalTable, state, event)?.otherThan !== undefined && wrote.has(actor.accountId)
          const mayPublish = event !== 'PUBLISH' || actor !== officer
          expect(outcome.kind).toBe(to !== undefined && mayPublish && !barred ? 'TAKEN' : 'REFUSED')
          if (outcome.kind !== 'TAKEN' || to === undefined) continue
          state = to
          taken += 1
          if (event === 'EDIT') wrote.add(actor.accountId)
        }
        const stored = await platform.database.prisma.policyProposal.findUniqueOrThrow({ where: { id } })
        const recorded = await eventsOf(id)
        expect([stored.status, recorded.length, recorded.at(-1)?.toState]).toEqual([state, taken, state])
      }),
      { numRuns: 40 },
    )
  },
)
