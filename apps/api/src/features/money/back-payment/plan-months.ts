import { addFen, period as toPeriod, sumFen } from '@shebao/kernel'
import { explainBackPayment, lateFee, planBackPayment, PolicyError } from '@shebao/premium'
import type { CivilDate, Fen, Period } from '@shebao/kernel'
import type {
  BackPaymentCharge,
  BackPaymentNotice,
  BackPaymentRefusal,
  BackPaymentRequest,
  Explanation,
  LateFeeInput,
  PolicyResult,
} from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { lateFeeInput } from '../settlement/index.ts'
import { originalDueDate } from '../assessment/index.ts'
import { policyOfUnit } from '../policy/index.ts'
import { listMonthFacts } from './back-payment-facts.repository.ts'
import type { MonthFacts, OwnPerson } from './back-payment-facts.repository.ts'
import type { BackPaymentProblem } from './back-payment-problem.ts'

export type Evidence = BackPaymentRequest['evidence'][number]

/** What the months were asked with. */
export interface Grounds {
  employerId: string
  region: string
  reason: string
  evidence: readonly Evidence[]
  documentNo: string | null
  /** The request itself, when it is looked at again. */
  backPaymentId?: string
}

export interface AskedMonth {
  /** The line of the request it stands in, from 1. */
  line: number
  person: OwnPerson
  period: Period
  wage: Fen
}

export interface PlannedPeriod {
  period: Period
  people: number
  premium: Fen
  /** To the day it is planned. */
  lateFee: Fen
  dueOn: CivilDate
}

export interface PlannedMonths {
  route: 'ONLINE' | 'STAFF_REVIEW'
  people: number
  premium: Fen
  lateFee: Fen
  periods: PlannedPeriod[]
  problems: BackPaymentProblem[]
  /** Why it costs that; nothing while anything stands in the way. */
  derivation: () => Explanation | undefined
}

/** The largest group of people derived in full in each share of a month, the others as a sum: a plan may have many months. */
const groupsShown = 1

/**
 * What past months cost, each by its own parameters, with the late fee of each notice as of today, and everything that stands
 * in the way. Nothing is written.
 */
export async function planMonths(
  platform: Platform,
  grounds: Grounds,
  months: readonly AskedMonth[],
  /** Late fees up to this day. */
  on = platform.clock.today(),
): Promise<PlannedMonths> {
  const policies = await policiesByPeriod(platform, grounds.employerId, months)
  const dueDates = new Map<Period, CivilDate>()
  for (const period of policies.keys()) dueDates.set(period, await originalDueDate(platform, grounds.region, period))
  const plans = planPeople(platform, grounds, months, policies, dueDates)
  const problems = [...plans.problems, ...(await recordProblems(platform, grounds, months))]
  const periods: PlannedPeriod[] = []
  const notices: BackPaymentNotice[] = []
  for (const [period, charges] of [...plans.charges].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const dueOn = dueDates.get(period) ?? (`${period}-25` as CivilDate)
    const premium = sumFen(charges.map(({ assessment }) => assessment.total))
    const fee = await feeOf(platform, grounds, { period, premium, dueOn }, on)
    periods.push({ period, people: charges.length, premium, dueOn, lateFee: lateFee(fee).fee })
    const [first] = charges
    if (first) notices.push({ period, policy: first.policy, people: charges.map(({ person }) => person), lateFee: fee })
  }
  return {
    route: plans.route,
    people: new Set(months.map(({ person }) => person.individualId)).size,
    premium: sumFen(periods.map(({ premium }) => premium)),
    lateFee: sumFen(periods.map((one) => one.lateFee)),
    periods,
    problems,
    derivation: () => (problems.length > 0 ? undefined : explainBackPayment(notices, groupsShown)),
  }
}

export const totalOfPlan = ({ premium, lateFee }: Pick<PlannedMonths, 'premium' | 'lateFee'>): Fen =>
  addFen(premium, lateFee)

async function policiesByPeriod(
  platform: Platform,
  employerId: string,
  months: readonly AskedMonth[],
): Promise<Map<Period, PolicyResult>> {
  const policies = new Map<Period, PolicyResult>()
  for (const { period } of months) {
    if (policies.has(period)) continue
    try {
      policies.set(period, { ok: true, policy: (await policyOfUnit(platform, employerId, period)).policy })
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error
      policies.set(period, { ok: false, problem: error.problem })
    }
  }
  return policies
}

/** Person by person through the rules of the package; one refusal of the whole request is said once. */
function planPeople(
  platform: Platform,
  { reason, evidence, documentNo }: Grounds,
  months: readonly AskedMonth[],
  policies: ReadonlyMap<Period, PolicyResult>,
  dueDates: ReadonlyMap<Period, CivilDate>,
) {
  const people = Map.groupBy(months, ({ person }) => person.individualId)
  const until = platform.clock.today() as CivilDate
  const problems: BackPaymentProblem[] = []
  const charges = new Map<Period, BackPaymentCharge[]>()
  let route: PlannedMonths['route'] = 'ONLINE'
  for (const own of people.values()) {
    const plan = planBackPayment(
      {
        reason,
        evidence,
        months: own.map(({ period, person, wage }) => ({
          period,
          person: { wage, participation: participationOf(person) },
          due: dueDates.get(period) ?? until,
        })),
        peopleInBatch: people.size,
        current: toPeriod(until.slice(0, 7)),
        until,
      },
      (period) => policies.get(period) ?? unknownPeriod(period),
    )
    if (!plan.ok) problems.push(...plan.refusals.flatMap((refusal) => asProblem(refusal, own)))
    else {
      if (plan.route === 'STAFF_REVIEW') route = 'STAFF_REVIEW'
      for (const charge of plan.charges) charges.set(charge.period, [...(charges.get(charge.period) ?? []), charge])
    }
  }
  if (months.length === 0) problems.push({ code: 'NO_MONTHS' })
  if (evidence.length === 0) problems.push({ code: 'EVIDENCE_MISSING' })
  if (evidence.includes('LEGAL_DOCUMENT') && !documentNo) problems.push({ code: 'DOCUMENT_NO_MISSING' })
  return { route, charges, problems }
}

const unknownPeriod = (period: Period): PolicyResult => {
  throw new Error(`no policy was loaded for ${period}`)
}

export const participationOf = ({ pension, medical, unemployment, workInjury, maternity }: OwnPerson) => ({
  PENSION: pension,
  MEDICAL: medical,
  LARGE_MEDICAL: medical,
  UNEMPLOYMENT: unemployment,
  WORK_INJURY: workInjury,
  MATERNITY: maternity,
})

function asProblem(refusal: BackPaymentRefusal, own: readonly AskedMonth[]): BackPaymentProblem[] {
  // What concerns the request as a whole is said by itself.
  if (!('period' in refusal)) return []
  const lines = own.filter(({ period }) => period === refusal.period).map(({ line }) => line)
  const line = refusal.code === 'DUPLICATE_MONTH' ? lines.at(-1) : lines[0]
  return [{ code: refusal.code, period: refusal.period, ...(line === undefined ? {} : { line }) }]
}

/** The same late fee that the notice will have: of its whole principal. */
function feeOf(
  platform: Platform,
  { region }: Grounds,
  { period, premium, dueOn }: Pick<PlannedPeriod, 'period' | 'premium' | 'dueOn'>,
  on: string,
): Promise<LateFeeInput> {
  const debt = {
    period,
    region,
    dueOn,
    employerTotal: BigInt(premium),
    personalTotal: 0n,
    lateFee: 0n,
    bearsLateFee: true,
    postedOn: null,
    settled: [],
  }
  return lateFeeInput(platform, debt, on)
}

/** What the record says against a month. */
async function recordProblems(
  platform: Platform,
  { employerId, backPaymentId }: Grounds,
  months: readonly AskedMonth[],
): Promise<BackPaymentProblem[]> {
  const asked = months.map(({ person, period }) => ({ individualId: person.individualId, period }))
  const facts = await listMonthFacts(platform, employerId, asked, backPaymentId)
  const key = (month: { individualId: string; period: string }) => `${month.individualId}|${month.period}`
  const byMonth = new Map(facts.map((fact) => [key(fact), fact]))
  return months.flatMap(({ line, person, period }) => {
    const fact = byMonth.get(key({ individualId: person.individualId, period }))
    const found = [...employmentProblems(person, period), ...(fact ? factProblems(fact) : [])]
    return found.map((problem) => ({ ...problem, line, period }))
  })
}

function employmentProblems({ hireDate, leaveDate }: OwnPerson, period: Period): BackPaymentProblem[] {
  if (period < hireDate.slice(0, 7)) return [{ code: 'BEFORE_HIRE', reference: hireDate }]
  const left = leaveDate !== null && period > leaveDate.slice(0, 7)
  return left ? [{ code: 'AFTER_LEAVING', reference: leaveDate }] : []
}

/** The first that applies is what there is to do. */
function factProblems({ billed, deemed, waitsForRun, elsewhere, appliedAs }: MonthFacts): BackPaymentProblem[] {
  if (billed) return [{ code: 'ALREADY_BILLED' }]
  if (appliedAs) return [{ code: 'ALREADY_APPLIED', reference: appliedAs }]
  if (deemed) return [{ code: 'MONTH_DEEMED' }]
  if (waitsForRun) return [{ code: 'WAITS_FOR_RUN' }]
  return elsewhere ? [{ code: 'ACTIVE_ELSEWHERE' }] : []
}
