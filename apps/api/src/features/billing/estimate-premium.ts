import { addFen } from '@shebao/premium'
import type { Fen, Period } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'
import { policyOfUnit } from './assess-employer.ts'
import { findNoticeOfPeriod } from './billing.repository.ts'
import { computePremiumRows, noticeLines, totalOf } from './premium-rows.ts'
import type { EnrolledPerson } from './premium-rows.ts'

export interface PremiumEstimate {
  period: Period
  people: number
  employerTotal: Fen
  personalTotal: Fen
  total: Fen
  /** The month's notice when it has one already: acceptance then issues no other. */
  noticeNumber: string | undefined
}

/** What these people would be charged for one month if they were enrolled as given. Nothing is written. */
export async function estimatePremium(
  platform: Platform,
  unit: { employerId: string; period: Period },
  people: readonly Omit<EnrolledPerson, 'individualId'>[],
): Promise<PremiumEstimate> {
  const { policy } = await policyOfUnit(platform, unit.employerId, unit.period)
  const lines = noticeLines(
    computePremiumRows(
      policy,
      people.map((person) => ({ ...person, individualId: '' })),
    ),
  )
  const [employerTotal, personalTotal] = [totalOf(lines, 'EMPLOYER'), totalOf(lines, 'PERSONAL')]
  const notice = await findNoticeOfPeriod(platform, unit.employerId, unit.period)
  return {
    period: unit.period,
    people: people.length,
    employerTotal,
    personalTotal,
    total: addFen(employerTotal, personalTotal),
    noticeNumber: notice?.number,
  }
}
