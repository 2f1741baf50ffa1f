import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
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
    const deemed =
      month.runId !== undefined && (await declarationMode(platform, month.region, month.period)) === 'MONTHLY_SELF'
    if (deemed) await deemUnits(platform, open, month.period, result.problems)
    else {
      const state = { period: month.period, status: 'UNPAID', postedOn: null } as const
      await writeMonths(platform, open, state, result.problems, atOnce)
    }
    const billed = [...open.values()].filter(({ people }) => people > 0)
    result.issued = await issueNotices(platform, billed, month, deemed ? 'DEEMED' : 'NORMAL')
    const debtors = result.issued.map(({ employerId, noticeId }) => ({ employerId, key: `notice:${noticeId}` }))
    result.credited = await spendCredit(platform, debtors, month.issuedOn)
    return result
  })
}
