import { personNumberOnRecord } from '@shebao/identifiers'
import { civilDate, parsePeriod, periodsBetween } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { issueBackPayment, lockUnits } from '../assessment/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { findByIdHash } from './back-payment-facts.repository.ts'
import type { OwnPerson } from './back-payment-facts.repository.ts'
import { refused } from './back-payment-problem.ts'
import type { BackPaymentOutcome, BackPaymentProblem } from './back-payment-problem.ts'
import { backPaymentTable } from './back-payment.lifecycle.ts'
import { insertBackPayment, nameNotices } from './back-payment.repository.ts'
import { participationOf, planMonths } from './plan-months.ts'
import type { AskedMonth, Evidence, PlannedMonths } from './plan-months.ts'

export interface BackPaymentLine {
  /** As on the card or permit; of a passport the social security number. */
  idNumber: string
  first: string
  last: string
  /** Fen a month, of those months. */
  wage: Fen
}

export interface BackPaymentApplication {
  reason: string
  evidence: readonly Evidence[]
  /** Where the evidence is found: numbers of contracts, payrolls, vouchers. */
  evidenceNote: string
  documentNo?: string | null | undefined
  lines: readonly BackPaymentLine[]
  /** The evidence itself: files that the asker handed in. */
  files?: readonly string[] | null | undefined
}

/** The person of a line, in clear: it is their employer that asks. */
export interface PlannedLine {
  line: number
  individualId: string
  name: string
  idMasked: string
  months: number
}

export interface PlannedBackPayment extends PlannedMonths {
  lines: PlannedLine[]
}

const mostLines = 200
const mostMonths = 2_000

/** What past months would cost today and what stands in the way; nothing is written. */
export async function planBackPaymentOf(
  platform: Platform,
  asker: Viewer | undefined,
  application: BackPaymentApplication,
): Promise<PlannedBackPayment> {
  return (await plan(platform, requireMay(asker, 'back-payment:apply').employerId, application)).planned
}

/**
 * The employer asks to pay months that were never billed (3.5). Few and recent ones are billed at once; others wait for the
 * office. Under the unit's lock, so that nobody bills the same month meanwhile.
 */
export async function applyForBackPayment(
  platform: Platform,
  asker: Viewer | undefined,
  application: BackPaymentApplication,
  origin: string,
): Promise<BackPaymentOutcome> {
  const viewer = requireMay(asker, 'back-payment:apply')
  const { employerId } = viewer
  return platform.database.transaction(async () => {
    await lockUnits(platform, [employerId])
    const { planned, months } = await plan(platform, employerId, application)
    if (planned.problems.length > 0) return refused(...planned.problems)
    const now = platform.clock.now()
    const online = planned.route === 'ONLINE'
    const request = await openCase(platform, backPaymentTable, {
      event: online ? 'APPLY_ONLINE' : 'APPLY',
      actor: viewer,
      origin,
      write: () =>
        insertBackPayment(
          platform,
          {
            employerId,
            reason: application.reason.trim(),
            evidence: [...application.evidence],
            evidenceNote: application.evidenceNote.trim(),
            documentNo: application.documentNo?.trim() || null,
            route: planned.route,
            status: online ? 'ISSUED' : 'APPLIED',
            people: planned.people,
            premium: BigInt(planned.premium),
            lateFee: BigInt(planned.lateFee),
            appliedBy: viewer.accountId,
            appliedAt: now,
            ...(online ? { decidedAt: now } : {}),
          },
          months.map(({ person, period, wage }) => ({
            individualId: person.individualId,
            period,
            wage,
            insurances: insurancesOf(person),
          })),
        ),
      trace: ({ id, number }) => ({
        action: 'BACK_PAYMENT_APPLIED',
        recordType: 'BackPayment',
        recordId: id,
        change: { number, route: planned.route, people: planned.people, premium: planned.premium },
      }),
    })
    await attachFiles(platform, viewer, {
      field: 'files',
      ids: application.files ?? [],
      subject: { kind: 'BACK_PAYMENT', id: request.id, employerId },
      retention: 'CASE_EVIDENCE',
    })
    if (online) await issue(platform, { employerId, backPaymentId: request.id }, months)
    return { kind: 'DONE', backPaymentId: request.id }
  })
}

/** The notices of an approved request, within the open transaction. */
export async function issue(
  platform: Platform,
  { employerId, backPaymentId }: { employerId: string; backPaymentId: string },
  months: readonly AskedMonth[],
): Promise<void> {
  const notices = await issueBackPayment(
    platform,
    { employerId, backPaymentId, issuedOn: civilDate(platform.clock.today()) },
    months.map(({ person, period, wage }) => ({
      individualId: person.individualId,
      period,
      wage,
      participation: person,
    })),
  )
  await nameNotices(platform, backPaymentId, notices)
}

const insurancesOf = (person: OwnPerson) =>
  Object.entries(participationOf(person)).flatMap(([insurance, takesPart]) =>
    takesPart && insurance !== 'LARGE_MEDICAL' ? [insurance] : [],
  )

async function plan(
  platform: Platform,
  employerId: string,
  application: BackPaymentApplication,
): Promise<{ planned: PlannedBackPayment; months: AskedMonth[] }> {
  checkWords(application)
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  const { months, lines, problems } = await expand(platform, employerId, application.lines)
  const { reason, evidence } = application
  const documentNo = application.documentNo?.trim() || null
  const planned = await planMonths(
    platform,
    { employerId, region: employer.region, reason, evidence, documentNo },
    months,
  )
  // A line that is wrong by itself leaves no months: that it has none need not be said as well.
  const said = problems.length > 0 ? planned.problems.filter(({ code }) => code !== 'NO_MONTHS') : planned.problems
  return { planned: { ...planned, lines, problems: [...problems, ...said].toSorted(byLine) }, months }
}

const byLine = (a: BackPaymentProblem, b: BackPaymentProblem) => (a.line ?? 0) - (b.line ?? 0)

function checkWords({ reason, evidenceNote, lines }: BackPaymentApplication): void {
  for (const [field, text] of Object.entries({ reason, evidenceNote })) requireText(field, text)
  if (lines.length > mostLines) throw badInput('lines', `At most ${mostLines} lines.`)
  for (const { first, last } of lines)
    if (!parsePeriod(first) || !parsePeriod(last)) throw badInput('lines', 'A month is written YYYY-MM.')
}

/** Lines as months of people; each line is checked for what is wrong with it alone. */
async function expand(platform: Platform, employerId: string, lines: readonly BackPaymentLine[]) {
  const hashes = lines.map(({ idNumber }) => platform.vault.lookupHash('person-id', personNumberOnRecord(idNumber)))
  const people = await findByIdHash(platform, employerId, hashes)
  const problems: BackPaymentProblem[] = []
  const months: AskedMonth[] = []
  const named: PlannedLine[] = []
  for (const [index, { first, last, wage }] of lines.entries()) {
    const line = index + 1
    const person = people[index]
    const periods = first <= last ? periodsBetween(first as Period, last as Period) : []
    if (!person) problems.push({ code: 'UNKNOWN_PERSON', line })
    if (periods.length === 0) problems.push({ code: 'RANGE_REVERSED', line })
    if (months.length + periods.length > mostMonths) {
      problems.push({ code: 'TOO_MANY_MONTHS', line, reference: String(mostMonths) })
    } else if (person) {
      months.push(...periods.map((period) => ({ line, person, period, wage })))
      const { name } = platform.vault.open<{ name: string }>(person.personal)
      named.push({ line, individualId: person.individualId, name, idMasked: person.idMasked, months: periods.length })
    }
  }
  return { months, lines: named, problems }
}
