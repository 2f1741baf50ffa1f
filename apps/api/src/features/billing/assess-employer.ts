import { civilDate, fen } from '@shebao/premium'
import type { Fen, Period, Policy } from '@shebao/premium'
import { notFound } from '../../graphql/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import { getPolicy, getPolicyKnownAt } from '../policy/index.ts'
import { assessUnits } from './assess-units.ts'
import { findUnit } from './billing.repository.ts'
import { injuryClassOf } from './unit-problem.ts'

export interface EmployerMonth {
  employerId: string
  period: Period
  declarationId?: string
  /** Today unless a past month is being entered. */
  issuedOn?: string
}

export interface AssessedMonth {
  noticeId: string
  number: string
  people: number
  total: Fen
  /** False when the month had been assessed before: nothing was changed. */
  assessedNow: boolean
}

/**
 * Assesses one employer's month for everyone enrolled in it: the people's months, the notice with its lines, and the
 * charge in the ledger, all in one transaction and once for each employer and period. Undefined when nobody is enrolled.
 * Throws what keeps the unit from being billed (PolicyError, WageError).
 */
export async function assessEmployer(
  platform: Platform,
  { employerId, period, declarationId, issuedOn }: EmployerMonth,
): Promise<AssessedMonth | undefined> {
  const unit = await findUnit(platform, employerId)
  if (!unit) throw notFound('employer')
  const { issued, billedBefore, problems } = await assessUnits(platform, [employerId], {
    region: unit.region,
    period,
    issuedOn: civilDate(issuedOn ?? platform.clock.today()),
    ...(declarationId === undefined ? {} : { declarationId }),
  })
  for (const { cause } of problems) throw cause
  for (const { noticeId, number, people, total } of issued)
    return { noticeId, number, people, total, assessedNow: true }
  for (const { notice } of billedBefore) {
    if (notice === null) continue
    const { id, number, people, total } = notice
    return { noticeId: id, number, people, total: fen(Number(total)), assessedNow: false }
  }
  return undefined
}

/** The policy a unit pays by in a month, from its register entry; as it was known at an instant when one is given. */
export async function policyOfUnit(
  platform: Platform,
  employerId: string,
  period: Period,
  knownAt?: Date,
): Promise<{ region: string; policy: Policy }> {
  const found = await findUnit(platform, employerId)
  if (!found) throw notFound('employer')
  const unit = {
    region: found.region,
    injuryClass: injuryClassOf(found.injuryClass),
    injuryRatePpm: found.injuryRatePpm,
  }
  const policy = knownAt
    ? await getPolicyKnownAt(platform, unit, period, knownAt)
    : await getPolicy(platform, unit, period)
  return { region: unit.region, policy }
}
