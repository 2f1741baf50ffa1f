import { period } from '@shebao/kernel'
import { preparePolicy } from '@shebao/premium'
import type { ParameterDraft } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import type { Database } from '../../../platform/database.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { addProposal, saveProposal } from './edit-proposal.ts'
import { approvedRows, getPolicy } from './policy-in-force.ts'
import { publishProposal } from './publish-proposal.ts'
import type { StartDifferences } from './publish-proposal.ts'
import { simulateProposal } from './simulate-proposal.ts'
import {
  draftsOf,
  nextLimits,
  openPolicyFixture,
  openWarningKeys,
  proposedRow,
  region,
} from '../../../testing/money/policy/policy-fixture.ts'
import type { PolicyFixture } from '../../../testing/money/policy/policy-fixture.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

let office: PolicyFixture
beforeAll(async () => {
  office = await openPolicyFixture()
})
afterAll(() => office.close())

const noDifferences: StartDifferences = () => Promise.reject(new Error('no month should get a difference'))

async function propose(rows: readonly ParameterDraft[], by: Viewer = office.officer) {
  return addProposal(office.platform, by, { region, title: '示例', rows, origin: 'test' })
}
async function simulated(rows: readonly ParameterDraft[], by: Viewer = office.officer) {
  const proposal = await propose(rows, by)
  const outcome = await simulateProposal(office.platform, by, { id: proposal.id, expectedRevision: 0, run: null })
  expect(outcome.kind).toBe('advanced')
  return outcome.proposal
}
const publish = async (id: string, by: Viewer, expectedRevision = 0, start = noDifferences) => {
  const acceptedWarnings = await openWarningKeys(office.platform, id)
  const input = { id, expectedRevision, acknowledgeNothingBilled: false, acceptedWarnings, origin: 'test' }
  return publishProposal(office.platform, by, input, start)
}
const rate = (validFrom: string, value: number) =>
  draftsOf(proposedRow('RATE_PPM', { insurance: 'PENSION', side: 'EMPLOYER', value, validFrom: period(validFrom) }))
const unit = { region, injuryClass: 1, injuryRatePpm: null } as const
const employerPension = async (month: string, platform = office.platform) => {
  const { lines } = await getPolicy(platform, unit, period(month))
  return lines.find(({ insurance, side }) => insurance === 'PENSION' && side === 'EMPLOYER')?.ratePpm
}

describe('publishing', () => {
  it('takes a second person, what was simulated, and then the next bill uses it', async () => {
    const draft = await propose(rate('2026-12', 150_000))
    expect(await publish(draft.id, office.reviewer)).toMatchObject({ kind: 'refused', reason: 'NOT_SIMULATED' })
    await simulateProposal(office.platform, office.officer, { id: draft.id, expectedRevision: 0, run: null })
    await expect(publish(draft.id, office.officer)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
    expect(await employerPension('2026-12')).toBe(160_000)

    expect(await publish(draft.id, office.reviewer)).toMatchObject({
      kind: 'published',
      rows: 1,
      ended: 1,
      differenceMonths: [],
    })
    expect([await employerPension('2026-11'), await employerPension('2026-12')]).toEqual([160_000, 150_000])
    const [first] = office.employers
    const bill = await assessEmployer(office.platform, {
      employerId: first?.employerId ?? '',
      period: period('2026-12'),
    })
    const line = await office.platform.database.prisma.paymentNoticeLine.findFirstOrThrow({
      where: { noticeId: bill?.noticeId ?? '', insurance: 'PENSION' },
    })
    expect(line.employer).toBe(BigInt(Math.round((716_200 + 1_000_000) * 0.15)))
    const [event] = await office.platform.database.prisma.auditEvent.findMany({
      where: { action: 'PUBLISH_PARAMETERS', recordId: draft.id },
    })
    expect(event).toMatchObject({ actorId: office.reviewer.accountId, role: 'REVIEWER', change: { rows: 1, ended: 1 } })
    expect(await publish(draft.id, office.head, 1)).toMatchObject({ kind: 'refused', reason: 'ALREADY_PUBLISHED' })
  })

  it('is refused for monthly declarations that nobody could make, and such a proposal is not even simulated', async () => {
    const rows = draftsOf(
      proposedRow('DECLARATION_MODE', { value: 'MONTHLY_SELF', insurance: 'ALL', validFrom: period('2027-01') }),
    )
    const { id } = await propose(rows)
    const simulation = await simulateProposal(office.platform, office.officer, { id, expectedRevision: 0, run: null })
    expect(simulation.kind).not.toBe('advanced')
    expect(await publish(id, office.reviewer)).toMatchObject({
      kind: 'refused',
      reason: 'PROBLEMS',
      problems: expect.arrayContaining([expect.objectContaining({ code: 'NO_MONTHLY_FILING', row: 1 })]),
    })
  })

  it('is refused to whoever wrote in it, also as a head', async () => {
    const proposal = await simulated(rate('2028-01', 140_000), office.head)
    expect(await publish(proposal.id, office.head)).toMatchObject({ kind: 'refused', reason: 'OWN_WORK' })
    const edited = await saveProposal(office.platform, office.reviewer, {
      ...proposal,
      expectedRevision: 0,
      title: '改过',
    })
    expect(edited).toMatchObject({ kind: 'saved', proposal: { status: 'DRAFT', revision: 1 } })
    await simulateProposal(office.platform, office.reviewer, { id: proposal.id, expectedRevision: 1, run: null })
    expect(await publish(proposal.id, office.reviewer, 1)).toMatchObject({ kind: 'refused', reason: 'OWN_WORK' })
    await withdrawProposal(office.platform, office.reviewer, { id: proposal.id, reason: '试验', origin: 'test' })
    expect(await publish(proposal.id, office.reviewer, 2)).toMatchObject({ kind: 'refused', reason: 'WITHDRAWN' })
  })

  it('is refused after an edit, and the simulation is stale', async () => {
    const proposal = await simulated(rate('2028-01', 145_000))
    const rows = rate('2028-01', 146_000)
    await saveProposal(office.platform, office.officer, { ...proposal, rows, expectedRevision: 0 })
    expect(await publish(proposal.id, office.reviewer)).toMatchObject({ kind: 'refused', reason: 'CHANGED' })
    expect(await publish(proposal.id, office.reviewer, 1)).toMatchObject({ kind: 'refused', reason: 'NOT_SIMULATED' })
  })

  it('needs a new simulation once other rows were published', async () => {
    const [one, two] = [
      await simulated(rate('2028-02', 150_000)),
      await simulated(draftsOf(proposedRow('MINIMUM_WAGE', { value: 260_000 }))),
    ]
    expect(await publish(two.id, office.head)).toMatchObject({ kind: 'published' })
    expect(await publish(one.id, office.head)).toMatchObject({ kind: 'refused', reason: 'SIMULATION_STALE' })
  })

  it('lets one of two publishers at once win and tells the other', async () => {
    const proposal = await simulated(rate('2028-03', 151_000))
    const outcomes = await Promise.all([publish(proposal.id, office.reviewer), publish(proposal.id, office.head)])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['published', 'refused'])
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({ reason: 'ALREADY_PUBLISHED' })
  })

  it('ends again what one successor had ended, when another comes before it', async () => {
    const proposal = await simulated(
      draftsOf(
        proposedRow('RATE_PPM', {
          insurance: 'PENSION',
          side: 'EMPLOYER',
          value: 152_000,
          validFrom: period('2028-01'),
          validTo: period('2028-02'),
        }),
      ),
    )
    expect(await publish(proposal.id, office.reviewer)).toMatchObject({ kind: 'published', ended: 1 })
    expect([
      await employerPension('2027-12'),
      await employerPension('2028-02'),
      await employerPension('2028-03'),
    ]).toEqual([150_000, 152_000, 151_000])
  })

  it('notices the publication in another process of the office', async () => {
    // What a process remembers, it remembers of its own database object; the embedded database serves one pool.
    const other = { ...office.platform, database: Object.create(office.platform.database) as Database }
    expect(await employerPension('2029-01', other)).toBe(151_000)
    const proposal = await simulated(rate('2029-01', 153_000))
    await publish(proposal.id, office.reviewer)
    expect([await employerPension('2029-01'), await employerPension('2029-01', other)]).toEqual([153_000, 153_000])
  })
})

describe('late limits', () => {
  it('start the differences of the months billed on the old ones, in the same transaction', async () => {
    const before = await approvedRows(office.platform)
    const proposal = await simulated(nextLimits('2026-07'))
    const fails: StartDifferences = () => Promise.reject(new Error('no connection'))
    await expect(publish(proposal.id, office.reviewer, 0, fails)).rejects.toThrow('no connection')
    expect(await approvedRows(office.platform)).toEqual(before)

    const start = vi.fn<StartDifferences>(() => Promise.resolve())
    const outcome = await publish(proposal.id, office.reviewer, 0, start)
    expect(outcome).toMatchObject({ kind: 'published', ended: 0, differenceMonths: ['2026-09', '2026-10', '2026-12'] })
    expect(start).toHaveBeenCalledExactlyOnceWith(office.platform, {
      region,
      proposalId: proposal.id,
      startedBy: office.reviewer,
    })
    const policy = await getPolicy(office.platform, unit, period('2026-09'))
    expect([policy.carriedOver, policy.limits[0]?.floor]).toEqual([false, 750_000])
  })

  it('are refused a second time: those months are closed now', async () => {
    const proposal = await propose(nextLimits('2026-07', 760_000))
    const outcome = await simulateProposal(office.platform, office.officer, {
      id: proposal.id,
      expectedRevision: 0,
      run: null,
    })
    expect(
      outcome.kind === 'problems' &&
        new Set(outcome.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)),
    ).toEqual(new Set(['OVERLAP_PUBLISHED']))
  })
})

describe('what is published', () => {
  it('is edited and deleted by nobody, whatever the statement', async () => {
    const { database } = office.platform
    const statements = [
      `UPDATE policy_parameter SET value = value + 1 WHERE name = 'RATE_PPM'`,
      `UPDATE policy_parameter SET valid_to = NULL WHERE superseded_by IS NOT NULL`,
      `UPDATE policy_parameter SET valid_to = '2099-12' WHERE superseded_by IS NOT NULL`,
      `UPDATE policy_parameter SET valid_to = '2027-01' WHERE superseded_by IS NULL AND valid_to IS NULL`,
      `UPDATE policy_parameter SET approved_by = 'me'`,
      `DELETE FROM policy_parameter`,
      `UPDATE policy_proposal SET title = 'x' WHERE status = 'PUBLISHED'`,
      `DELETE FROM policy_proposal WHERE status = 'WITHDRAWN'`,
    ]
    const before = await database.query({ text: 'SELECT * FROM policy_parameter ORDER BY id' })
    for (const text of statements) await expect(database.query({ text }), text).rejects.toMatchObject({ code: '55000' })
    expect(await database.query({ text: 'SELECT * FROM policy_parameter ORDER BY id' })).toEqual(before)
  })

  it('is answered as overtaken when rows of the same months came in at the same moment', async () => {
    const proposal = await simulated(
      draftsOf(proposedRow('MINIMUM_WAGE', { value: 270_000, validFrom: period('2030-01') })),
    )
    // The differences are asked for after the check: another program's row slips in between check and insert.
    const { database } = office.platform
    const query = database.query.bind(database)
    const slipIn = vi.spyOn(database, 'query').mockImplementation(async (statement, values) => {
      if (statement.name === 'end-parameters') {
        slipIn.mockRestore()
        await query({
          text: `INSERT INTO policy_parameter (id, region, insurance, payer_side, category, name, value, valid_from, source, approved_by)
          VALUES (gen_random_uuid(), '110000', 'ALL', 'ALL', 'ALL', 'MINIMUM_WAGE', 1, '2031-01', 'x', 'x')`,
        })
      }
      return query(statement, values)
    })
    expect(await publish(proposal.id, office.reviewer)).toMatchObject({
      kind: 'refused',
      reason: 'OVERTAKEN',
      proposal: { status: 'SIMULATED' },
    })
    const rows = await approvedRows(office.platform)
    expect(rows.filter(({ name, validFrom }) => name === 'MINIMUM_WAGE' && validFrom >= '2030')).toEqual([])
  })

  it('leaves one answer for each month there was one for', async () => {
    const rows = await approvedRows(office.platform)
    for (const month of ['2023-07', '2025-06', '2026-10', '2027-12', '2028-03', '2031-01']) {
      expect(preparePolicy(rows, region, period(month), 3)).toMatchObject({ ok: true })
    }
  })
})
