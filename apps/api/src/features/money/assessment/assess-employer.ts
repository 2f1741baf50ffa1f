import { civilDate, fen } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { assessUnits } from './assess-units.ts'
import { findUnit } from '../policy/index.ts'
import { settleDeemedMonth } from './settle-deemed.ts'

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
export async function assessEmployer(platform: Platform, month: EmployerMonth): Promise<AssessedMonth | undefined> {
  const unit = await findUnit(platform, month.employerId, month.period)
  if (!unit) throw notFound('employer')
  const { declarationId } = month
  const toIssue = {
    region: unit.region,
    period: month.period,
    issuedOn: civilDate(month.issuedOn ?? platform.clock.today()),
    ...(declarationId === undefined ? {} : { declarationId }),
  }
  return platform.database.transaction(async () => {
    const { issued, billedBefore, problems } = await assessUnits(platform, [month.employerId], toIssue)
    for (const { cause } of problems) throw cause
    for (const { noticeId, number, people, total } of issued) {
      return { noticeId, number, people, total, assessedNow: true }
    }
    const [known] = billedBefore
    if (!known?.notice) return undefined
    const { id, kind, number, people, total } = known.notice
    const settled =
      kind === 'DEEMED' && declarationId !== undefined
        ? await settleDeemedMonth(platform, known, id, { ...toIssue, declarationId })
        : undefined
    if (settled) return { noticeId: id, number, people: settled.people, total: settled.total, assessedNow: true }
    return { noticeId: id, number, people, total: fen(Number(total)), assessedNow: false }
  })
}
