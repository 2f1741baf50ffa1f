import { addFen, fen } from '@shebao/kernel'
import { explainNotice } from '@shebao/premium'
import type { Fen, Period } from '@shebao/kernel'
import type { Explanation, NoticeLineGroups, PeopleGroup } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { policyOfUnit } from '../policy/index.ts'
import { findNoticeOfPeriod } from './billing.repository.ts'
import { computePremiumRows, noticeLines, totalOf } from './premium-rows.ts'
import type { EnrolledPerson, PremiumRows } from './premium-rows.ts'
import type { NoticeLine } from '../debt/index.ts'

export interface PremiumEstimate {
  period: Period
  people: number
  employerTotal: Fen
  personalTotal: Fen
  total: Fen
  /** Why it would cost that: a whole notice as `explainNotice` derives it. */
  explanation: Explanation
  /** The month's notice when it has one already: acceptance then issues no other. */
  noticeNumber: string | undefined
}

/** What these people would be charged for one month if they were enrolled as given. Nothing is written. */
export async function estimatePremium(
  platform: Platform,
  unit: { employerId: string; period: Period },
  people: readonly EnrolledPerson[],
): Promise<PremiumEstimate> {
  const { policy } = await policyOfUnit(platform, unit.employerId, unit.period)
  const rows = computePremiumRows(policy, people)
  const lines = noticeLines(rows)
  const [employerTotal, personalTotal] = [totalOf(lines, 'EMPLOYER'), totalOf(lines, 'PERSONAL')]
  const notice = await findNoticeOfPeriod(platform, unit.employerId, unit.period)
  return {
    period: unit.period,
    people: people.length,
    employerTotal,
    personalTotal,
    total: addFen(employerTotal, personalTotal),
    explanation: explainNotice(
      policy,
      lines.map(({ insurance }) => groupsOf(people, rows, insurance)),
    ),
    noticeNumber: notice?.number,
  }
}

/** People who would pay the same for an insurance, one of them as the example. */
function groupsOf(
  people: readonly EnrolledPerson[],
  rows: PremiumRows,
  insurance: NoticeLine['insurance'],
): NoticeLineGroups {
  const groups = new Map<string, PeopleGroup>()
  people.forEach(({ averageWage: average }, person) => {
    const [base, employer, personal] = [rows.bases, rows.employer, rows.personal].map((column) =>
      fen(column[insurance][person] ?? 0),
    ) as [Fen, Fen, Fen]
    if (base === 0) return
    const key = `${base}|${employer}|${personal}`
    const known = groups.get(key)
    groups.set(key, {
      people: (known?.people ?? 0) + 1,
      base,
      employer,
      personal,
      example: known?.example ?? { average },
    })
  })
  return { insurance, groups: [...groups.values()] }
}
