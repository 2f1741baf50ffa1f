import { addFen, fen, sumFen } from '@shebao/kernel'
import { explainNotice } from '@shebao/premium'
import type { Fen, Period } from '@shebao/kernel'
import type { Explanation, NoticeLineGroups, PeopleGroup } from '@shebao/premium'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import type { NoticeLine } from '../debt/index.ts'
import { countLeavers } from './leavers.repository.ts'
import { listUnits } from './assess-units.repository.ts'
import { parseColumns } from './people-columns.ts'
import { addLines, computePremiumColumns, noticeLines, totalOf } from './premium-rows.ts'
import type { PremiumRows } from './premium-rows.ts'
import { policiesOf } from './unit-problem.ts'
import { openUnit, partsOf } from './write-months.ts'

export interface PremiumEstimate {
  period: Period
  people: number
  /** Of them, people whose insurance ends with this month: it is still owed (M20). */
  leavers: number
  employerTotal: Fen
  personalTotal: Fen
  total: Fen
  /** The sums of each insurance, as the lines of the notice would have them. */
  lines: readonly NoticeLine[]
  /** Why it would cost that: a whole notice as `explainNotice` derives it. */
  explanation: Explanation
  /** The month's notice when it has one already: acceptance then issues no other. */
  noticeNumber: string | undefined
}

/**
 * What the month of a unit costs as it stands in the register, by the reading and the engine that write its notice. Nothing is
 * written. Throws what keeps the unit from being billed (PolicyError).
 */
export async function estimatePremium(
  platform: Platform,
  { employerId, period }: { employerId: string; period: Period },
): Promise<PremiumEstimate> {
  return asOffice('ASSESSMENT', async () => {
    const [unit] = await listUnits(platform, [employerId], period)
    if (!unit) throw notFound('employer')
    const policy = (await policiesOf(platform, [unit], period)).get(employerId)
    if (!policy) throw notFound('employer')
    if ('cause' in policy) throw policy.cause
    const groups = new Map<NoticeLine['insurance'], Map<string, PeopleGroup>>()
    let [people, lines]: [number, NoticeLine[]] = [0, []]
    for await (const part of partsOf(platform, new Map([[employerId, openUnit(unit, policy, '')]]), period)) {
      for (const some of part) {
        const columns = parseColumns(some)
        const rows = computePremiumColumns(policy, columns)
        const partLines = noticeLines(rows)
        people += some.people
        lines = addLines(lines, partLines)
        for (const { insurance } of partLines) addGroups(groups, insurance, columns.wages, rows)
      }
    }
    const [employerTotal, personalTotal] = [totalOf(lines, 'EMPLOYER'), totalOf(lines, 'PERSONAL')]
    const derived = lines.map(({ insurance }): NoticeLineGroups => ({
      insurance,
      groups: [...(groups.get(insurance)?.values() ?? [])],
    }))
    return {
      period,
      people,
      leavers: await countLeavers(platform, { employerId, period }),
      employerTotal,
      personalTotal,
      total: addFen(employerTotal, personalTotal),
      lines,
      explanation: explainNotice(policy, derived),
      noticeNumber: unit.notice?.number,
    }
  })
}

/** People who would pay the same for an insurance, one of them as the example. */
function addGroups(
  all: Map<NoticeLine['insurance'], Map<string, PeopleGroup>>,
  insurance: NoticeLine['insurance'],
  wages: ArrayLike<number>,
  rows: PremiumRows,
): void {
  const groups = all.get(insurance) ?? new Map<string, PeopleGroup>()
  all.set(insurance, groups)
  for (let person = 0; person < wages.length; person += 1) {
    const of = (column: PremiumRows['bases']) => fen(column[insurance][person] ?? 0)
    const [base, employer, personal] = [of(rows.bases), of(rows.employer), of(rows.personal)]
    if (sumFen([base, employer, personal]) === 0) continue
    const key = `${base}|${employer}|${personal}`
    const known = groups.get(key)
    const example = known?.example ?? { average: fen(wages[person] ?? 0) }
    groups.set(key, { people: (known?.people ?? 0) + 1, base, employer, personal, example })
  }
}
