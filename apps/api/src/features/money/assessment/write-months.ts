import { monthlyWageProblem } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { Policy } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { findMaskedId, listEnrolled } from './assess-units.repository.ts'
import type { PeopleOfUnit, UnitToAssess } from './assess-units.repository.ts'
import type { DeemedBasis, OfficeBasis } from './deemed-basis.ts'
import { MonthBuilder } from './month-builder.ts'
import { insertMonths } from '../month/index.ts'
import { parseColumns } from './people-columns.ts'
import { addLines, computePremiumColumns, noticeLines } from './premium-rows.ts'
import type { NoticeLine } from '../debt/index.ts'
import { UnbillableUnit, wageProblem } from './unit-problem.ts'
import type { UnitProblem } from './unit-problem.ts'

/** A unit whose month is being written: what has been gathered of it so far. */
export interface OpenUnit {
  unit: UnitToAssess
  policy: Policy
  noticeId: string
  people: number
  lines: NoticeLine[]
  /** A deemed month: what it was taken from. */
  basis: DeemedBasis | OfficeBasis | null
}

export const openUnit = (unit: UnitToAssess, policy: Policy, noticeId: string): OpenUnit => ({
  unit,
  policy,
  noticeId,
  people: 0,
  lines: [],
  basis: null,
})

/** How the months are written: UNPAID with a new notice, or as the notice stands that has been there before. */
export interface MonthState {
  period: Period
  status: 'UNPAID' | 'PAID'
  postedOn: string | null
}

/** People read, assessed and written at once: what one statement takes without the memory of the process noticing. */
export const peopleAtOnce = 5_000

/**
 * Writes the month of everyone enrolled with the units and gathers people and lines in them. A unit that cannot be assessed
 * leaves `open` and is named in `problems`.
 */
export async function writeMonths(
  platform: Platform,
  open: Map<string, OpenUnit>,
  state: MonthState,
  problems: UnitProblem[],
  atOnce: number = peopleAtOnce,
): Promise<void> {
  for await (const part of partsOf(platform, open, state.period, atOnce)) {
    await writePart(platform, part, state, open, problems)
  }
}

/** The people of the units, some thousand at a time, whatever the number of units or the size of one. */
export async function* partsOf(
  platform: Platform,
  open: ReadonlyMap<string, OpenUnit>,
  period: Period,
  atOnce: number = peopleAtOnce,
): AsyncGenerator<PeopleOfUnit[]> {
  const nil = '00000000-0000-0000-0000-000000000000'
  let after = { employerId: nil, individualId: nil }
  for (;;) {
    const part = await listEnrolled(platform, [...open.keys()], period, after, atOnce)
    const last = part.at(-1)
    if (!last) return
    yield part
    if (part.reduce((sum, { people }) => sum + people, 0) < atOnce) return
    after = { employerId: last.employerId, individualId: last.individualIds.slice(-nil.length) }
  }
}

async function writePart(
  platform: Platform,
  part: readonly PeopleOfUnit[],
  state: MonthState,
  open: Map<string, OpenUnit>,
  problems: UnitProblem[],
): Promise<void> {
  const months = new MonthBuilder({ ...state, kind: 'NORMAL' })
  for (const people of part) {
    const unit = open.get(people.employerId)
    if (unit === undefined) continue
    const columns = parseColumns(people)
    const problem = await findWageProblem(platform, people, columns.wages)
    if (problem) {
      // Months of the unit that are written already can only go with everything else of the transaction.
      if (unit.people > 0) throw new UnbillableUnit(problem)
      problems.push(problem)
      open.delete(people.employerId)
      continue
    }
    const rows = computePremiumColumns(unit.policy, columns)
    unit.people += people.people
    unit.lines = addLines(unit.lines, noticeLines(rows))
    months.add({ ...people, noticeId: unit.noticeId, rows })
  }
  const batch = months.build()
  if (batch) await insertMonths(platform, batch)
}

async function findWageProblem(
  platform: Platform,
  { employerId, individualIds }: PeopleOfUnit,
  wages: ArrayLike<number>,
): Promise<UnitProblem | undefined> {
  const index = Array.from(wages).findIndex((one) => monthlyWageProblem(one) !== undefined)
  const wage = wages[index]
  const problem = wage === undefined ? undefined : monthlyWageProblem(wage)
  if (wage === undefined || problem === undefined) return undefined
  const idMasked = await findMaskedId(platform, individualIds.split(',')[index] ?? '')
  return wageProblem(employerId, { idMasked, wage, problem })
}
