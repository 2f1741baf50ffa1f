import { addFen, fen, monthlyWageProblem } from '@shebao/premium'
import type { CivilDate, Fen, Period, Policy } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'
import { bookTransfers } from '../ledger/index.ts'
import { paymentDueDate } from '../policy/index.ts'
import { findMaskedId, listEnrolled, listUnits, lockUnits } from './assess-units.repository.ts'
import type { PeopleOfUnit, UnitToAssess } from './assess-units.repository.ts'
import { chargeEntries } from './charge-entries.ts'
import { MonthBuilder } from './month-builder.ts'
import { insertMonths } from './month-rows.repository.ts'
import { insertNotices } from './notices.repository.ts'
import { parseColumns } from './people-columns.ts'
import { addLines, computePremiumColumns, noticeLines, totalOf } from './premium-rows.ts'
import type { NoticeLine } from './premium-rows.ts'
import { spendCredit } from './spend-credit.ts'
import { policiesOf, UnbillableUnit, wageProblem } from './unit-problem.ts'
import type { UnitProblem } from './unit-problem.ts'

export interface MonthToAssess {
  region: string
  period: Period
  issuedOn: CivilDate
  runId?: string
  declarationId?: string
}

export interface IssuedNotice {
  noticeId: string
  number: string
  employerId: string
  people: number
  total: Fen
}

export interface AssessedUnits {
  issued: IssuedNotice[]
  /** Units that had their notice before: nothing was changed. */
  billedBefore: UnitToAssess[]
  problems: UnitProblem[]
  /** What the employers had to their credit and the new notices took. */
  credited: Fen
}

/** People read, assessed and written at once: what one statement takes without the memory of the process noticing. */
const peopleAtOnce = 5_000

interface OpenUnit {
  unit: UnitToAssess
  policy: Policy
  noticeId: string
  people: number
  lines: NoticeLine[]
}

/**
 * Assesses a month of one unit or of many, in one transaction and a fixed handful of statements for each 5,000 people: the
 * people's months, the notices with their lines, the charges in the ledger, and what the employers have to their credit. The
 * one path for an accepted declaration and for the monthly run. A unit is billed once for a month; one that cannot be billed
 * is named and holds nobody up. Throws UnbillableUnit when that comes to light too late to leave the unit out.
 */
export async function assessUnits(
  platform: Platform,
  employerIds: readonly string[],
  month: MonthToAssess,
  atOnce: number = peopleAtOnce,
): Promise<AssessedUnits> {
  return platform.database.transaction(async () => {
    await lockUnits(platform, employerIds)
    const units = await listUnits(platform, employerIds, month.period)
    const fresh = units.filter(({ notice }) => notice === null)
    const result: AssessedUnits = {
      issued: [],
      billedBefore: units.filter(({ notice }) => notice !== null),
      problems: [],
      credited: fen(0),
    }
    if (fresh.length === 0) return result
    const policies = await policiesOf(platform, fresh, month.period)
    const open = new Map<string, OpenUnit>()
    for (const unit of fresh) {
      const policy = policies.get(unit.id)
      if (policy === undefined) continue
      if ('cause' in policy) result.problems.push(policy)
      else open.set(unit.id, { unit, policy, noticeId: crypto.randomUUID(), people: 0, lines: [] })
    }
    for await (const part of partsOf(platform, open, month.period, atOnce)) {
      await writeMonths(platform, part, month, open, result.problems)
    }
    const billed = [...open.values()].filter(({ people }) => people > 0)
    result.issued = await issue(platform, billed, month)
    const debtors = result.issued.map(({ employerId, noticeId }) => ({ employerId, key: `notice:${noticeId}` }))
    result.credited = await spendCredit(platform, debtors, month.issuedOn)
    return result
  })
}

/** The people of the units, some thousand at a time, whatever the number of units or the size of one. */
async function* partsOf(
  platform: Platform,
  open: ReadonlyMap<string, OpenUnit>,
  period: Period,
  atOnce: number,
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

async function writeMonths(
  platform: Platform,
  part: readonly PeopleOfUnit[],
  { period }: MonthToAssess,
  open: Map<string, OpenUnit>,
  problems: UnitProblem[],
): Promise<void> {
  const months = new MonthBuilder({ period, kind: 'NORMAL', status: 'UNPAID', postedOn: null })
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

/** Notices, lines and charges of all units. */
async function issue(platform: Platform, units: readonly OpenUnit[], month: MonthToAssess): Promise<IssuedNotice[]> {
  if (units.length === 0) return []
  const dueOn = await paymentDueDate(platform, month.region, month.issuedOn)
  const notices = units.map(({ unit, noticeId, people, lines }) => {
    const [employerTotal, personalTotal] = [totalOf(lines, 'EMPLOYER'), totalOf(lines, 'PERSONAL')]
    return {
      id: noticeId,
      employerId: unit.id,
      declarationId: month.declarationId ?? null,
      period: month.period,
      kind: 'NORMAL' as const,
      sequence: 0,
      runId: month.runId ?? null,
      bearsLateFee: true,
      basis: null,
      people,
      employerTotal,
      personalTotal,
      total: addFen(employerTotal, personalTotal),
      issuedOn: month.issuedOn,
      dueOn,
      lines,
    }
  })
  const numbers = await insertNotices(platform, notices)
  const issued = notices.map(({ id, employerId, people, total }) => ({
    noticeId: id,
    number: numbers.get(id) ?? '',
    employerId,
    people,
    total,
  }))
  await bookTransfers(
    platform,
    notices.map((notice) => ({
      kind: 'CHARGE' as const,
      key: `charge:${notice.id}`,
      occurredOn: month.issuedOn,
      noticeId: notice.id,
      memo: { number: numbers.get(notice.id) },
      entries: chargeEntries(notice, notice.lines),
    })),
  )
  return issued
}
