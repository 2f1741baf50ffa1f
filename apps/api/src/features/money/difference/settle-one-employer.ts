import { FIVE_INSURANCES } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findUnit } from '../policy/index.ts'
import { settleDifferences } from './settle-differences.ts'
import type { SettledDifferences } from './settle-differences.ts'

/** What one statement takes without the memory of the process noticing. */
const peopleAtOnce = 5_000

/** Months of one employer that are billed already, and of whom an accepted declaration says something else. */
export interface DeclaredScope {
  employerId: string
  declarationId: string
  version: number
  periods: readonly [Period, ...Period[]]
  /** Everybody’s premium is another, whoever the declaration names. */
  everybody: boolean
  /** Without them: whoever the declaration is about. */
  people?: readonly string[]
}

/** Bills or credits each difference, late fee included once its own due date is over; all of it or, where one month cannot be, nothing. */
export async function settleOneEmployer(
  platform: Platform,
  { employerId, declarationId, version, periods, everybody, people }: DeclaredScope,
): Promise<SettledDifferences> {
  const unit = await findUnit(platform, employerId, periods[0])
  if (!unit) throw notFound('employer')
  const settled = await settleDifferences(
    platform,
    {
      key: `${declarationId}:${version}`,
      region: unit.region,
      periods,
      insurances: new Set(FIVE_INSURANCES),
      runId: null,
      declared: { declarationId, version, everybody },
      ...(people ? { people } : {}),
      basis: { declarationId, version },
      bearsLateFee: true,
    },
    [employerId],
    peopleAtOnce,
  )
  const [problem] = settled.problems
  if (problem) throw problem.cause
  return settled
}
