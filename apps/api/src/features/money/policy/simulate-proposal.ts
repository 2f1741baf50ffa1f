import {
  addToTally,
  checkProposal,
  emptyTally,
  explainPerson,
  finishTally,
  fixedElsewhere,
  preparePolicy,
  prepareSimulatedPolicy,
} from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { ParameterRow, PolicyResult, ProposalProblem } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { proposalCase } from './proposal-case.ts'
import { findProposal, saveSimulation } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { loadRegionContext } from './region-context.ts'
import type { RegionContext } from './region-context.ts'
import { RECORD_VERSION } from './simulation-record.ts'
import type { SimulatedExample, SimulationRecord } from './simulation-record.ts'
import {
  countBilledPeople,
  findBilledMonthRows,
  listBilledMonthRows,
  listBilledUnits,
  listMaskedPeople,
  listUnitsById,
} from './simulation.repository.ts'
import type { BilledMonthRow, BilledUnit } from './simulation.repository.ts'

export interface SliceSize {
  /** People read and computed at once: a few milliseconds of the event loop and a few megabytes. */
  people: number
  /** Batches a call: the caller comes again until it is done, so no call takes long and a stopped server loses one slice. */
  batches: number
}

const sliceSize: SliceSize = { people: 2_500, batches: 8 }
const unitsPerBatch = 200
const unbillableShown = 10
const firstId = '00000000-0000-0000-0000-000000000000'
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export type SimulateOutcome =
  | { kind: 'advanced'; proposal: ProposalRow; record: SimulationRecord }
  | { kind: 'problems'; proposal: ProposalRow; problems: readonly ProposalProblem[] }
  /** The proposal was edited, or somebody else simulates it. */
  | { kind: 'conflict'; proposal: ProposalRow }
  | { kind: 'ended'; proposal: ProposalRow }

/**
 * One slice of a simulation on the latest billed month: begins it (`run` null), or goes on with the run that an earlier
 * call began. Reads only; what it has found is kept with the proposal.
 */
export async function simulateProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: { id: string; expectedRevision: number; run: string | null },
  size = sliceSize,
): Promise<SimulateOutcome> {
  const actor = requireMay(asker, 'proposal:simulate')
  const proposal = await findProposal(platform, requireUuid(input.id, 'proposal'))
  if (!proposal) throw notFound('proposal')
  if (proposal.status === 'PUBLISHED' || proposal.status === 'WITHDRAWN') return { kind: 'ended', proposal }
  if (proposal.revision !== input.expectedRevision) return { kind: 'conflict', proposal }
  const context = await loadRegionContext(platform, proposal.region)
  const check = checkProposal(proposal.rows, context, proposal.publishedAverage)
  if (!check.publishable) return { kind: 'problems', proposal, problems: check.problems }

  const record = input.run === null ? await begin(platform, context) : structuredClone(proposal.simulation)
  if (!record || (input.run !== null && record.run !== input.run)) return { kind: 'conflict', proposal }
  // Rows published since make the two halves of a simulation differ, and so does a program of before: begin again.
  const alike = record.published === context.revision && record.version === RECORD_VERSION
  const current = alike ? record : await begin(platform, context)
  const slice = new Slice(platform, context, check.rows, current, size.people)
  for (let batch = 0; batch < size.batches && !current.done; batch += 1) await slice.advance()
  current.step += 1
  const complete = current.done && current.unbillableUnits === 0
  if (!(await keep(platform, actor, proposal, current, complete))) return { kind: 'conflict', proposal }
  return { kind: 'advanced', proposal: (await findProposal(platform, proposal.id)) ?? proposal, record: current }
}

/** A slice is progress; that a simulation is complete, or one that was complete is begun again, is a step of the proposal. */
async function keep(
  platform: Platform,
  actor: StaffMember,
  proposal: ProposalRow,
  record: SimulationRecord,
  complete: boolean,
): Promise<boolean> {
  if (!complete && proposal.status === 'DRAFT') return saveSimulation(platform, proposal, record, complete)
  const outcome = await takeStep(platform, proposalCase, {
    id: proposal.id,
    event: complete ? 'SIMULATE' : 'SIMULATE_AGAIN',
    actor,
    origin: 'web',
    seen: { revision: proposal.revision },
    facts: ({ rowsHash, simulation }) => ({
      rowsUnchanged:
        rowsHash === proposal.rowsHash &&
        (record.step === 1 || (simulation?.run === record.run && simulation.step === record.step - 1)),
    }),
    write: async () => {
      if (!(await saveSimulation(platform, proposal, record, complete)))
        throw new Error('A simulation was overtaken under the lock of its proposal.')
    },
    trace: () => undefined,
  })
  return outcome.kind === 'TAKEN'
}

async function begin(platform: Platform, context: RegionContext): Promise<SimulationRecord> {
  const month = context.billed.at(-1) ?? null
  return {
    version: RECORD_VERSION,
    run: crypto.randomUUID(),
    step: 0,
    done: month === null,
    month,
    total: month === null ? 0 : await countBilledPeople(platform, context.region, month),
    cursor: { employerId: firstId, individualId: firstId },
    published: context.revision,
    tally: emptyTally(),
    unbillable: [],
    unbillableUnits: 0,
    unbillablePeople: 0,
    employerNames: {},
    examples: [],
  }
}

class Slice {
  readonly #platform: Platform
  readonly #context: RegionContext
  readonly #proposed: readonly ParameterRow[]
  readonly #record: SimulationRecord
  readonly #batch: number
  readonly #policies = new Map<string, { before: PolicyResult; after: PolicyResult }>()

  constructor(
    platform: Platform,
    context: RegionContext,
    proposed: readonly ParameterRow[],
    record: SimulationRecord,
    batch: number,
  ) {
    this.#platform = platform
    this.#context = context
    this.#proposed = proposed
    this.#record = record
    this.#batch = batch
  }

  /** One batch of whole units, or of a part of one that is larger than a batch. */
  async advance(): Promise<void> {
    const record = this.#record
    const { month, cursor } = record
    if (month === null) return
    const { region } = this.#context
    const from = { employerId: cursor.employerId, inclusive: cursor.individualId !== lastId }
    const units = fitting(await listBilledUnits(this.#platform, region, month, from, unitsPerBatch), this.#batch)
    const lastUnit = units.at(-1)
    if (!lastUnit) return this.#finish(month)
    const ids = units.map(({ employerId }) => employerId)
    const rows = await listBilledMonthRows(this.#platform, ids, month, cursor, this.#batch)
    const byUnit = Map.groupBy(rows, ({ employerId }) => employerId)
    for (const unit of units) this.#addUnit(unit, byUnit.get(unit.employerId) ?? [], month)
    const lastRow = rows.length === this.#batch ? rows.at(-1) : undefined
    record.cursor = lastRow
      ? { employerId: lastRow.employerId, individualId: lastRow.individualId }
      : { employerId: lastUnit.employerId, individualId: lastId }
  }

  #addUnit(unit: BilledUnit, months: readonly BilledMonthRow[], month: Period): void {
    if (months.length === 0) return
    const { before, after } = this.#policiesOf(unit, month)
    if (!after.ok) return this.#addUnbillable(unit, after.problem.code, months.length)
    // Where maternity is merged into medical, who is in the one is in the other (SIL 64).
    const billedBy = before.ok ? before.policy : null
    const merged = billedBy?.maternityMode === 'MERGED'
    const known = merged
      ? months.map((row) => ({ ...row, insured: { ...row.insured, MATERNITY: row.insured.MEDICAL } }))
      : months
    addToTally(this.#record.tally, unit.employerId, { before: billedBy, after: after.policy }, known)
  }

  #addUnbillable({ employerId, name }: BilledUnit, code: string, people: number): void {
    const record = this.#record
    record.unbillablePeople += people
    const known = record.unbillable.find((unit) => unit.employerId === employerId)
    if (known) known.people += people
    // A unit that is larger than a batch comes several times.
    if (record.cursor.employerId === employerId) return
    record.unbillableUnits += 1
    if (record.unbillable.length < unbillableShown) record.unbillable.push({ employerId, name, people, code })
  }

  #policiesOf(unit: Pick<BilledUnit, 'injuryClass' | 'injuryRatePpm'>, month: Period) {
    const key = `${unit.injuryClass}|${unit.injuryRatePpm ?? ''}`
    const known = this.#policies.get(key)
    if (known) return known
    const { published, region } = this.#context
    const policies = {
      before: preparePolicy(published, region, month, unit.injuryClass, unit.injuryRatePpm),
      after: prepareSimulatedPolicy(published, this.#proposed, region, month, unit),
    }
    this.#policies.set(key, policies)
    return policies
  }

  async #finish(month: Period): Promise<void> {
    const record = this.#record
    finishTally(record.tally)
    const { employers, examples } = record.tally
    const ids = new Set([...employers, ...examples].map(({ employerId }) => employerId))
    const units = new Map((await listUnitsById(this.#platform, [...ids], month)).map((unit) => [unit.employerId, unit]))
    record.employerNames = Object.fromEntries(Array.from(units, ([id, { name }]) => [id, name]))
    record.examples = await this.#deriveExamples(month, units)
    record.done = true
  }

  /** Why the examples cost what they cost, before and after, kept with the result: the rows may have moved on when it is read. */
  async #deriveExamples(
    month: Period,
    units: ReadonlyMap<string, Omit<BilledUnit, 'people'>>,
  ): Promise<SimulatedExample[]> {
    const { examples } = this.#record.tally
    const people = await listMaskedPeople(
      this.#platform,
      examples.map(({ individualId }) => individualId),
    )
    const months = await findBilledMonthRows(this.#platform, examples, month)
    const derived: SimulatedExample[] = []
    for (const example of examples) {
      const { individualId, employerId } = example
      const unit = units.get(employerId)
      const person = people.find((one) => one.individualId === individualId)
      const billed = months.find((one) => one.individualId === individualId && one.employerId === employerId)
      if (!unit || !person || !billed) continue
      const { before, after } = this.#policiesOf(unit, month)
      if (!before.ok || !after.ok) continue
      const input = {
        average: billed.averageWage,
        participation: { ...billed.insured, LARGE_MEDICAL: billed.insured.MEDICAL },
        fixedAlreadyCharged: fixedElsewhere(before.policy, [billed])?.[0] === 1,
      }
      derived.push({
        reason: example.reason,
        individualId,
        nameMasked: person.nameMasked,
        idMasked: person.idMasked,
        employerName: unit.name,
        before: example.before,
        after: example.after,
        explanationBefore: explainPerson(before.policy, input).total,
        explanationAfter: explainPerson(after.policy, input).total,
      })
    }
    return derived
  }
}

/** Units as long as their people fit into one batch, at least one. */
function fitting(units: readonly BilledUnit[], most: number): BilledUnit[] {
  let people = 0
  const end = units.findIndex((unit, index) => {
    people += unit.people
    return index > 0 && people > most
  })
  return end < 0 ? [...units] : units.slice(0, end)
}
