import { addFen, civilDate, fen, parseInjuryClass } from '@shebao/premium'
import type { Fen, InjuryClass, Period, Policy } from '@shebao/premium'
import { notFound } from '../../graphql/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import { getPolicy, getPolicyKnownAt, paymentDueDate } from '../policy/index.ts'
import {
  findNoticeOfPeriod,
  findUnit,
  insertNotice,
  insertPremiumRows,
  listEnrolledPeople,
  lockEmployerPeriod,
} from './billing.repository.ts'
import { bookTransfer, fundOf, negative, receivableOf } from '../ledger/index.ts'
import type { Entry } from '../ledger/index.ts'
import { computePremiumRows, noticeLines, totalOf } from './premium-rows.ts'
import type { NoticeLine } from './premium-rows.ts'

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
 */
export async function assessEmployer(platform: Platform, month: EmployerMonth): Promise<AssessedMonth | undefined> {
  return platform.database.transaction(async () => {
    await lockEmployerPeriod(platform, month.employerId, month.period)
    const known = await findNoticeOfPeriod(platform, month.employerId, month.period)
    if (known)
      return {
        noticeId: known.id,
        number: known.number,
        people: known.people,
        total: fen(Number(known.total)),
        assessedNow: false,
      }
    const people = await listEnrolledPeople(platform, month.employerId, month.period)
    if (people.length === 0) return undefined
    const { region, policy } = await policyOfUnit(platform, month.employerId, month.period)
    const rows = computePremiumRows(policy, people)
    const lines = noticeLines(rows)
    const [employerTotal, personalTotal] = [totalOf(lines, 'EMPLOYER'), totalOf(lines, 'PERSONAL')]
    const total = addFen(employerTotal, personalTotal)
    const issuedOn = civilDate(month.issuedOn ?? platform.clock.today())
    const notice = await insertNotice(platform, {
      ...month,
      people: people.length,
      employerTotal,
      personalTotal,
      total,
      issuedOn,
      dueOn: await paymentDueDate(platform, region, issuedOn),
      lines,
    })
    await insertPremiumRows(platform, { noticeId: notice.id, employerId: month.employerId, period: month.period }, rows)
    await bookTransfer(platform, {
      kind: 'CHARGE',
      key: `charge:${notice.id}`,
      occurredOn: issuedOn,
      noticeId: notice.id,
      memo: { number: notice.number },
      entries: chargeEntries(month, lines),
    })
    return { noticeId: notice.id, number: notice.number, people: people.length, total, assessedNow: true }
  })
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

function injuryClassOf(value: number): InjuryClass {
  const known = parseInjuryClass(String(value))
  if (!known) throw new RangeError(`work-injury class out of range: ${value}`)
  return known
}

/** The receivable and each fund, by insurance and side, so that every balance can be told apart later. */
function chargeEntries({ employerId, period }: EmployerMonth, lines: readonly NoticeLine[]): Entry[] {
  return lines.flatMap(({ insurance, employer, personal }) =>
    (
      [
        ['EMPLOYER', employer],
        ['PERSONAL', personal],
      ] as const
    ).flatMap(([side, amount]) => [
      { account: receivableOf(employerId), amount, period, insurance, side },
      { account: fundOf(insurance), amount: negative(amount), period, insurance, side },
    ]),
  )
}
