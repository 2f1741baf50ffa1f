import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { listDeclaring, listExtended } from './billing.repository.ts'
import { listUnits, lockUnits } from './assess-units.repository.ts'
import type { UnitToAssess } from './assess-units.repository.ts'
import { declarationMode } from './declaration-mode.ts'
import { deemUnits } from './deem-units.ts'
import { issueNotices } from './issue-notices.ts'
import type { IssuedNotice, MonthToIssue } from './issue-notices.ts'
import { spendCredit } from '../settlement/index.ts'
import { policiesOf } from './unit-problem.ts'
import type { UnitProblem } from './unit-problem.ts'
import { openUnit, peopleAtOnce, writeMonths } from './write-months.ts'
import type { OpenUnit } from './write-months.ts'

export type MonthToAssess = MonthToIssue

export interface AssessedUnits {
  issued: IssuedNotice[]
  /** Units that had their notice before: nothing was changed. */
  billedBefore: UnitToAssess[]
  problems: UnitProblem[]
  /** What the employers had to their credit and the new notices took. */
  credited: Fen
}

/**
 * Assesses a month of one unit or of many, in one transaction and a fixed handful of statements for each 5,000 people: the
 * people's months, the notices with their lines, the charges in the ledger, and what the employers have to their credit. The
 * one path for an accepted declaration and for the monthly run. A unit is billed once for a month; one that cannot be billed
 * is named and holds nobody up. Throws UnbillableUnit when that comes to light too late to leave the unit out. A run in a region
 * where every month is declared finds that a unit did not declare, and deems its month (SIL 62).
 */
export async function assessUnits(
  platform: Platform,
  employerIds: readonly string[],
  month: MonthToAssess,
  atOnce: number = peopleAtOnce,
): Promise<AssessedUnits> {
  return asOffice('MONEY_BOOK', async () => {
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
        else open.set(unit.id, openUnit(unit, policy, crypto.randomUUID()))
      }
      result.issued = await billFresh(platform, open, month, result.problems, atOnce)
      const debtors = result.issued.map(({ employerId, noticeId }) => ({ employerId, key: `notice:${noticeId}` }))
      result.credited = await spendCredit(platform, debtors, month.issuedOn)
      return result
    })
  })
}

/**
 * Where every month is declared, a run deems the months of those who did not; what was declared ahead of it is billed as declared. A
 * declaration that the office still has in hand is neither: its acceptance bills the month, and its return puts the unit among those
 * who have not declared.
 */
async function billFresh(
  platform: Platform,
  open: Map<string, OpenUnit>,
  month: MonthToAssess,
  problems: UnitProblem[],
  atOnce: number,
): Promise<IssuedNotice[]> {
  const deems =
    month.runId !== undefined && (await declarationMode(platform, month.region, month.period)) === 'MONTHLY_SELF'
  const undeclared = new Map<string, OpenUnit>()
  if (deems) {
    const declared = await listDeclaring(platform, [...open.keys()], month.period)
    for (const [id, unit] of open) {
      if (declared.get(id) !== 'ACCEPTED') open.delete(id)
      if (!declared.has(id)) undeclared.set(id, unit)
    }
    // Nobody is charged for a missing declaration while it may still come.
    for (const id of await listExtended(platform, [...undeclared.keys()], month.period)) undeclared.delete(id)
    await deemUnits(platform, undeclared, month.period, problems)
  }
  await writeMonths(platform, open, { period: month.period, status: 'UNPAID', postedOn: null }, problems, atOnce)
  const withPeople = (units: ReadonlyMap<string, OpenUnit>) => [...units.values()].filter(({ people }) => people > 0)
  return [
    ...(await issueNotices(platform, withPeople(open), month, 'NORMAL')),
    ...(await issueNotices(platform, withPeople(undeclared), month, 'DEEMED')),
  ]
}
