import { fen, period as toPeriod } from '@shebao/kernel'
import { deemUndeclaredMonth } from '@shebao/premium'
import type { Period, Side } from '@shebao/kernel'
import type { MonthOnRecord, ShareAmount } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { deemedBasis } from './deemed-basis.ts'
import { countEnrolled, listLastDeclared } from './deemed.repository.ts'
import type { DeclaredMonth } from './deemed.repository.ts'
import type { NoticeLine } from '../debt/index.ts'
import type { UnitProblem } from './unit-problem.ts'
import type { OpenUnit } from './write-months.ts'

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
  const ids = [...open.keys()]
  const people = await countEnrolled(platform, ids, period)
  const declared = await listLastDeclared(platform, ids, period)
  for (const [employerId, unit] of open) {
    const last = declared.get(employerId)
    const outcome = deemUndeclaredMonth({
      period,
      obligationExists: people.has(employerId),
      mode: 'MONTHLY_SELF',
      history: last ? [onRecord(last)] : [],
    })
    if (outcome.kind === 'BUREAU_AMOUNT_NEEDED') {
      problems.push({
        employerId,
        code: 'BUREAU_AMOUNT_NEEDED',
        detail: { people: people.get(employerId) ?? 0 },
        cause: new Error(`unit ${employerId} never declared`),
      })
    }
    if (outcome.kind !== 'DEEMED' || !last) {
      open.delete(employerId)
      continue
    }
    unit.people = people.get(employerId) ?? 0
    unit.lines = last.lines.map((line) => deemedLine(line, outcome.shares))
    unit.basis = deemedBasis(last)
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
