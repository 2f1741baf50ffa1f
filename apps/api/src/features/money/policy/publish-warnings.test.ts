import { period } from '@shebao/kernel'
import type { ParameterDraft } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../testing/ask.ts'
import {
  draftsOf,
  openPolicyFixture,
  openWarningKeys,
  proposedRow,
  region,
} from '../../../testing/money/policy/policy-fixture.ts'
import type { PolicyFixture } from '../../../testing/money/policy/policy-fixture.ts'
import { undone } from '../../../testing/undone.ts'
import { addProposal } from './edit-proposal.ts'
import { publishProposal } from './publish-proposal.ts'
import type { PublishOutcome, PublishRefusal } from './publish-proposal.ts'
import { simulateProposal } from './simulate-proposal.ts'

let office: PolicyFixture
beforeAll(async () => {
  office = await openPolicyFixture()
})
afterAll(() => office.close())

async function simulated(rows: readonly ParameterDraft[]): Promise<string> {
  const { platform, officer } = office
  const { id } = await addProposal(platform, officer, { region, title: '示例', rows, origin: 'test' })
  await simulateProposal(platform, officer, { id, expectedRevision: 0, run: null })
  return id
}
const publish = (id: string, acceptedWarnings: readonly string[]) =>
  publishProposal(
    office.platform,
    office.reviewer,
    { id, expectedRevision: 0, acknowledgeNothingBilled: false, acceptedWarnings, origin: 'test' },
    () => Promise.reject(new Error('no month should get a difference')),
  )
const allCodes = ['LIMITS_DIFFER', 'NOT_SIXTY_PERCENT', 'NO_DOCUMENT', 'UNVERIFIED']
/** Without a document, and the floor of one insurance only. */
const doubtful = (validFrom: string) =>
  draftsOf(
    proposedRow('BASE_FLOOR', { insurance: 'PENSION', value: 720_000, docNo: null, validFrom: period(validFrom) }),
    proposedRow('FIXED_AMOUNT', { value: 400, verified: false, validFrom: period(validFrom) }),
  )

const codesOf = (outcome: PublishOutcome, reason: PublishRefusal) => {
  expect(outcome).toMatchObject({ kind: 'refused', reason })
  return outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code).toSorted() : []
}

describe('warnings that are open when parameters are published', () => {
  it('are refused by name when one of them was not answered, and nothing is published', async () => {
    const id = await simulated(doubtful('2027-01'))
    const keys = await openWarningKeys(office.platform, id)
    expect(keys.map((key) => key.split(' ', 1)[0] ?? '').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(allCodes)
    expect(codesOf(await publish(id, []), 'WARNINGS_OPEN')).toEqual(allCodes)
    for (const left of keys) {
      const outcome = await publish(
        id,
        keys.filter((key) => key !== left),
      )
      const code = left.split(' ', 1)[0]
      expect(outcome).toMatchObject({ kind: 'refused', reason: 'WARNINGS_OPEN', problems: [{ code }] })
    }
    const { prisma } = office.platform.database
    expect(await prisma.policyParameter.count({ where: { proposalId: id } })).toBe(0)
    expect(await prisma.acceptedWarning.count()).toBe(0)
  })

  it('are refused when an answer is to something that is not there any more', async () => {
    const id = await simulated(doubtful('2027-02'))
    const keys = await openWarningKeys(office.platform, id)
    const outcome = await publish(id, [...keys, 'BIG_CHANGE 2 after=400 before=300'])
    expect(codesOf(outcome, 'WARNINGS_CHANGED')).toEqual(allCodes)
  })

  it('are kept with who answered them and when, on the proposal and in the trail, for good', async () => {
    const id = await simulated(doubtful('2027-03'))
    expect(await publish(id, await openWarningKeys(office.platform, id))).toMatchObject({ kind: 'published' })
    const { data } = await ask(
      office.platform,
      office.officer,
      `{ policyProposal(id: "${id}") { acceptedWarnings { code row field params acceptedBy acceptedAt } } }`,
    )
    const by = { acceptedBy: '李复核', acceptedAt: office.platform.clock.now().toISOString() }
    expect(data['policyProposal']).toEqual({
      acceptedWarnings: [
        { code: 'NO_DOCUMENT', row: 1, field: 'docNo', params: {}, ...by },
        { code: 'NOT_SIXTY_PERCENT', row: 1, field: 'value', params: { expected: 716_200 }, ...by },
        { code: 'LIMITS_DIFFER', row: 1, field: 'value', params: expect.objectContaining({ month: '2027-03' }), ...by },
        { code: 'UNVERIFIED', row: 2, field: 'verified', params: {}, ...by },
      ],
    })
    const { database } = office.platform
    const [event] = await database.prisma.auditEvent.findMany({
      where: { action: 'PUBLISH_PARAMETERS', recordId: id },
    })
    expect(event?.change).toMatchObject({
      acceptedWarnings: ['NO_DOCUMENT (1)', 'NOT_SIXTY_PERCENT (1)', 'LIMITS_DIFFER (1)', 'UNVERIFIED (2)'],
    })
    for (const text of ['DELETE FROM accepted_warning', `UPDATE accepted_warning SET code = 'NO_CHANGE'`])
      await undone(database, () => expect(database.query({ text })).rejects.toMatchObject({ code: '55000' }))
  })

  it('are told with their keys to whoever is to publish, and need none where nothing is pointed out', async () => {
    const plain = await simulated(draftsOf(proposedRow('FIXED_AMOUNT', { value: 390, validFrom: period('2027-04') })))
    const question = (id: string) => `{ policyProposal(id: "${id}") { consequence { refusal problems { key } } } }`
    const told = async (id: string) =>
      (await ask(office.platform, office.reviewer, question(id))).data['policyProposal'] as unknown
    expect(await told(plain)).toEqual({ consequence: { refusal: null, problems: [] } })
    expect(await publish(plain, [])).toMatchObject({ kind: 'published' })
    const other = await simulated(doubtful('2027-05'))
    const keys = await openWarningKeys(office.platform, other)
    expect(keys.length).toBeGreaterThan(3)
    expect(await told(other)).toEqual({ consequence: { refusal: null, problems: keys.map((key) => ({ key })) } })
  })
})
