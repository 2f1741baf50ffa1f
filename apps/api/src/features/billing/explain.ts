import { amountOf, explainPerson, fen } from '@shebao/premium'
import type { Explanation, FiveInsurance } from '@shebao/premium'
import { period as toPeriod } from '@shebao/premium'
import type { Viewer } from '../../graphql/context.ts'
import { notFound } from '../../graphql/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import { explainLateFeeOf } from './amount-due.ts'
import { policyOfUnit } from './assess-employer.ts'
import { isUuid, maySeeEmployer } from './billing.policy.ts'
import { listLineGroups } from './notice.repository.ts'
import type { LineGroup } from './notice.repository.ts'
import { findMonth } from './premium-payment.repository.ts'
import type { PremiumMonth } from './premium-payment.repository.ts'
import { readNotice } from './read-notice.ts'

export interface MonthDerivation {
  explanation: Explanation
  /** Whether the derivation arrives at the amounts on record. */
  agrees: boolean
}

/** `<person>:<month>:<employer>:<kind>`, with `:<sequence>` for a further one of the kind, as PremiumPayment.id gives it. */
export function monthId({
  individualId,
  period,
  employerId,
  kind,
  sequence,
}: Pick<PremiumMonth, 'individualId' | 'period' | 'employerId' | 'kind' | 'sequence'>): string {
  return `${individualId}:${period}:${employerId}:${kind}${sequence > 0 ? `:${sequence}` : ''}`
}

/** Why a person's month costs what it costs, from the parameters of that month. */
export async function explainMonth(platform: Platform, viewer: Viewer, id: string): Promise<MonthDerivation> {
  const month = await findOwnMonth(platform, viewer, id)
  if (!month) throw notFound('premium payment')
  const explanation = await deriveMonth(platform, month)
  return { explanation, agrees: amountOf(explanation) === monthTotal(month) }
}

async function findOwnMonth(platform: Platform, viewer: Viewer, id: string): Promise<PremiumMonth | undefined> {
  const [individualId, period, employerId, kind, ordinal = '0', ...rest] = id.split(':')
  if (rest.length > 0 || !/^\d{1,6}$/.test(ordinal)) return undefined
  if (!individualId || !employerId || !period || !kind || !isUuid(individualId) || !isUuid(employerId)) return undefined
  const own = viewer.kind === 'INSURED' ? viewer.individualId === individualId : maySeeEmployer(viewer, employerId)
  return own ? findMonth(platform, individualId, { period, employerId, kind, sequence: Number(ordinal) }) : undefined
}

async function deriveMonth(platform: Platform, month: PremiumMonth): Promise<Explanation> {
  const { policy } = await policyOfUnit(platform, month.employerId, toPeriod(month.period))
  return explainPerson(policy, {
    average: fen(month.averageWage),
    participation: {
      PENSION: month.pensionBase > 0,
      MEDICAL: month.medicalBase > 0,
      LARGE_MEDICAL: month.medicalBase > 0,
      UNEMPLOYMENT: month.unemploymentBase > 0,
      WORK_INJURY: month.workInjuryBase > 0,
      MATERNITY: month.maternityBase > 0,
    },
  }).total
}

export function monthTotal(month: PremiumMonth): number {
  return employerTotal(month) + personalTotal(month)
}

export function employerTotal(month: PremiumMonth): number {
  return (
    month.pensionEmployer +
    month.medicalEmployer +
    month.unemploymentEmployer +
    month.workInjuryEmployer +
    month.maternityEmployer
  )
}

export function personalTotal(month: PremiumMonth): number {
  return month.pensionPersonal + month.medicalPersonal + month.unemploymentPersonal
}

export interface LineDerivation {
  groups: LineGroup[]
  /** People not in one of the groups shown. */
  others: LineGroup
  /** One person of the largest group, each side's line. */
  examples: Explanation[]
}

const groupsShown = 12

/** Why a line of a notice costs what it costs: so many people at this base, so many at that, each rounded alone. */
export async function explainNoticeLine(
  platform: Platform,
  viewer: Viewer,
  noticeId: string,
  insurance: FiveInsurance,
): Promise<LineDerivation> {
  const notice = await readNotice(platform, viewer, noticeId)
  const all = await listLineGroups(platform, noticeId, insurance, 100_000)
  const groups = all.slice(0, groupsShown)
  const largest = groups[0]
  if (!largest) throw notFound('line')
  const { policy } = await policyOfUnit(platform, notice.employerId, toPeriod(notice.period))
  const examples = explainPerson(policy, { average: fen(Number(largest.base)) }).lines.filter(
    ({ params }) => params['insurance'] === insurance,
  )
  return { groups, others: sumGroups(all.slice(groupsShown)), examples }
}

function sumGroups(groups: readonly LineGroup[]): LineGroup {
  return groups.reduce(
    (sum, group) => ({
      base: sum.base + group.base * BigInt(group.people),
      employer: sum.employer + group.employer * BigInt(group.people),
      personal: sum.personal + group.personal * BigInt(group.people),
      people: sum.people + group.people,
    }),
    { base: 0n, employer: 0n, personal: 0n, people: 0 },
  )
}

export async function explainNoticeLateFee(platform: Platform, viewer: Viewer, noticeId: string): Promise<Explanation> {
  const notice = await readNotice(platform, viewer, noticeId)
  return explainLateFeeOf(platform, notice, platform.clock.today())
}
