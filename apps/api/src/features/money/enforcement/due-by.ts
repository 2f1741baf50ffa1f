import { addDays, civilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { addWorkingDays } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import { remediesEnd } from './enforcement-guards.ts'
import type { EnforcementState } from './enforcement.lifecycle.ts'
import { limits, monthsLater } from './legal-steps.ts'
import type { EnforcementBody } from './legal-steps.ts'
import { unanswered } from './standing.ts'
import type { Standing } from './standing.ts'

/** Until when what comes next has to be done; nothing where no limit runs. */
export function dueByOf(
  { state, standing, settled }: { state: EnforcementState; standing: Standing; settled: number },
  calendar: PreparedCalendar,
): CivilDate | undefined {
  const working = (day: string | undefined, days: number) => day && addWorkingDays(calendar, civilDate(day), days)
  const days = (day: string | undefined, count: number) => day && addDays(civilDate(day), count)
  const { order, demand, court, suspension, courtDemand } = standing
  const day = (): string | false | undefined => {
    switch (state) {
      case 'VERIFIED':
        return working(standing.verifiedOn, limits.orderDays)
      case 'ORDERED':
        return order?.endsOn
      case 'DEMANDED':
        return demand?.endsOn
      case 'DEFERRED':
        return nextInstalment(standing, settled)
      case 'SHORTFALL':
        return courtDemand?.service && lastDayForCourt(standing, standing)
      // Asked once more: the court’s last day runs on, and a day that vanished would tell the unit that something happened.
      case 'ACCOUNT_QUERIED':
      case 'ALLOCATION_APPLIED':
        return standing.quiet?.from === 'SHORTFALL' && courtDemand?.service && lastDayForCourt(standing.quiet, standing)
      case 'COURT_APPLIED':
        return working(court?.appliedOn, limits.acceptDays)
      case 'COURT_ACCEPTED':
        return working(court?.acceptedOn, limits.ruleDays)
      case 'RULED_REFUSED':
        return days(court?.ruledOn, limits.contestDays)
      case 'SUSPENDED':
        return suspension && monthsLater(civilDate(suspension.on), limits.suspensionMonths)
      default:
        return undefined
    }
  }
  const found = day()
  return found ? civilDate(found) : undefined
}

/** The day of the first instalment that what was paid since does not cover. */
function nextInstalment({ deferral }: Standing, settled: number): string | undefined {
  if (!deferral) return undefined
  let due = 0
  return deferral.instalments.find(({ amount }) => (due += amount) > settled - deferral.settled)?.dueOn
}

function lastDayForCourt(
  { decision }: Pick<Standing, 'decision'>,
  { order, deferral }: Pick<Standing, 'order' | 'deferral'>,
): CivilDate | undefined {
  const end = remediesEnd({ order, decision, deferral })
  return end && monthsLater(end, limits.courtMonths)
}

/** Who has to act next, as far as the state and the day say it. */
export function waitsFor(state: EnforcementState, standing: Standing, today: string): EnforcementBody | undefined {
  if (standing.draft) return 'HEAD'
  switch (state) {
    case 'OVERDUE':
      return standing.finding ? 'REVIEWER' : 'OFFICER'
    case 'VERIFIED':
    case 'ORDER_EXPIRED':
    case 'SHORTFALL':
    case 'RULED_REFUSED':
      return 'OFFICER'
    case 'ORDERED':
      return standing.order?.service ? 'EMPLOYER' : 'OFFICER'
    case 'ACCOUNT_QUERIED':
      return standing.query && unanswered(standing.query).length > 0 ? 'BANK' : 'OFFICER'
    case 'ALLOCATION_APPLIED':
      return 'DEPARTMENT'
    // Its term is the unit's, to pay or to state its case (ACL 36); then the department decides.
    case 'DEMANDED':
      return standing.demand?.endsOn && today <= standing.demand.endsOn ? 'EMPLOYER' : 'DEPARTMENT'
    case 'ALLOCATION_DECIDED':
      return standing.bankNotice ? 'BANK' : 'DEPARTMENT'
    case 'ALLOCATED':
    case 'SUSPENDED':
    case 'OFFSET':
      return 'REVIEWER'
    case 'DEFERRED':
      return 'EMPLOYER'
    case 'AGREEMENT_BREACHED':
      return standing.deferral?.notifiedOn ? 'REVIEWER' : 'OFFICER'
    case 'COURT_APPLIED':
    case 'COURT_ACCEPTED':
    case 'RULED_ENFORCE':
    case 'SEIZED':
    case 'AUCTIONED':
      return 'COURT'
    case 'CLOSED_PAID':
    case 'CLOSED_OFFSET':
    case 'TERMINATED':
      return undefined
  }
}
