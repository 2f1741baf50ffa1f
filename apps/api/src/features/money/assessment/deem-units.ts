import { fen, period as toPeriod } from '@shebao/kernel'
import { deemUndeclaredMonth } from '@shebao/premium'
import type { Fen, Period, Side } from '@shebao/kernel'
import type { MonthOnRecord, ShareAmount } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { deemedBasis } from './deemed-basis.ts'
import type { DeemedBasis } from './deemed-basis.ts'
import { countEnrolled, listLastDeclared } from './deemed.repository.ts'
import type { DeclaredMonth } from './deemed.repository.ts'
import type { NoticeLine } from '../debt/index.ts'
import { totalOfLines } from './premium-rows.ts'
import type { UnitProblem } from './unit-problem.ts'
import type { OpenUnit } from './write-months.ts'

/** A month that a unit did not declare, as it would be deemed. */
export interface DeemedMonth {
  people: number
  /** The last declared month and what 110 % of it is; nothing where none was ever declared, and the office sets an amount. */
  taken: { basis: DeemedBasis; last: Fen; lines: NoticeLine[] } | undefined
}

/** What the month of each unit with people would be deemed to cost. */
export async function deemedMonths(
  platform: Platform,
  employerIds: readonly string[],
  period: Period,
): Promise<ReadonlyMap<string, DeemedMonth>> {
  const people = await countEnrolled(platform, employerIds, period)
  const declared = await listLastDeclared(platform, employerIds, period)
  return new Map(
    [...people].map(([employerId, count]) => {
      const last = declared.get(employerId)
      const outcome = deemUndeclaredMonth({
        period,
        obligationExists: true,
        mode: 'MONTHLY_SELF',
        history: last ? [onRecord(last)] : [],
      })
      const taken =
        outcome.kind === 'DEEMED' && last
          ? {
              basis: deemedBasis(last),
              last: totalOfLines(last.lines),
              lines: last.lines.map((line) => deemedLine(line, outcome.shares)),
            }
          : undefined
      return [employerId, { people: count, taken }]
    }),
  )
}

/**
 * What the month of units that did not declare costs: 110 % of the last month each declared, by insurance and side (SIL 62,
 * R259 10). No month of a person is written: nobody said whose it would be. Where nothing was ever declared the bureau must
 * set an amount.
 */
export async function deemUnits(
  platform: Platform,
  open: Map<string, OpenUnit>,
  period: Period,
  problems: UnitProblem[],
): Promise<void> {
  const months = await deemedMonths(platform, [...open.keys()], period)
  for (const [employerId, unit] of open) {
    const month = months.get(employerId)
    if (month && !month.taken) {
      problems.push({
        employerId,
        code: 'BUREAU_AMOUNT_NEEDED',
        detail: { people: month.people },
        cause: new Error(`unit ${employerId} never declared`),
      })
    }
    if (!month?.taken) {
      open.delete(employerId)
      continue
    }
    unit.people = month.people
    unit.lines = month.taken.lines
    unit.basis = month.taken.basis
  }
}

const sidesOf = ({ insurance, employer, personal }: NoticeLine): ShareAmount[] => [
  { insurance, side: 'EMPLOYER', amount: employer },
  { insurance, side: 'PERSONAL', amount: personal },
]

function onRecord({ period, lines }: DeclaredMonth): MonthOnRecord {
  return { period: toPeriod(period), kind: 'DECLARED', shares: lines.flatMap(sidesOf) }
}

function deemedLine(line: NoticeLine, shares: readonly ShareAmount[]): NoticeLine {
  const of = (side: Side) =>
    shares.find((share) => share.insurance === line.insurance && share.side === side)?.amount ?? fen(0)
  return { ...line, employer: of('EMPLOYER'), personal: of('PERSONAL') }
}
