import { firstDayOf } from '@shebao/kernel'
import { averageWage } from '@shebao/premium'
import type { CivilDate, Fen, Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { bookTransfers } from '../ledger/index.ts'
import { paymentDueDate } from '../policy/index.ts'
import { listUnits } from './assess-units.repository.ts'
import { chargeEntries } from './charge-entries.ts'
import { MonthBuilder } from './month-builder.ts'
import { insertMonths } from '../month/index.ts'
import { findNoticeSequences, writeNotices } from '../debt/index.ts'
import type { NewNotice } from '../debt/index.ts'
import { absenceOf, computePremiumColumns, noticeLines, totalOf, totalOfLines } from './premium-rows.ts'
import type { EnrolledPerson } from './premium-rows.ts'
import { spendCredit } from '../settlement/index.ts'
import { policiesOf } from './unit-problem.ts'

/** A month of a person that was never billed. */
export interface BackPaidMonth {
  individualId: string
  period: Period
  /** Fen, of that month. */
  wage: Fen
  participation: Omit<EnrolledPerson, 'averageWage'>
}

/** The last day on which a month could have been paid in time: its notice would have been issued as it began. */
export const originalDueDate = (platform: Platform, region: string, period: Period): Promise<CivilDate> =>
  paymentDueDate(platform, region, firstDayOf(period))

/**
 * Bills past months (3.5), each on the bases and rates of that month, in one notice a month that is due since its original
 * due date: the late fee runs from there. Within the open transaction, the unit locked. Returns the notices by their months.
 */
export async function issueBackPayment(
  platform: Platform,
  { employerId, backPaymentId, issuedOn }: { employerId: string; backPaymentId: string; issuedOn: CivilDate },
  months: readonly BackPaidMonth[],
): Promise<Map<Period, string>> {
  return asOffice('MONEY_BOOK', async () => {
    const notices: (NewNotice & { period: Period })[] = []
    for (const [period, people] of [...Map.groupBy(months, (month) => month.period)].toSorted(byPeriod)) {
      const notice = await writeMonth(platform, employerId, period, people)
      notices.push({
        ...notice,
        runId: null,
        declarationId: null,
        bearsLateFee: true,
        basis: { backPaymentId },
        issuedOn,
      })
    }
    const numbers = await writeNotices(platform, notices)
    await bookTransfers(
      platform,
      notices.map((notice) => ({
        kind: 'CHARGE' as const,
        key: `charge:${notice.id}`,
        occurredOn: issuedOn,
        noticeId: notice.id,
        memo: { number: numbers.get(notice.id), backPaymentId },
        entries: chargeEntries(notice, notice.lines),
      })),
    )
    await spendCredit(platform, [{ employerId, key: `back-payment:${backPaymentId}` }], issuedOn)
    return new Map(notices.map(({ id, period }) => [period, id]))
  })
}

const byPeriod = ([a]: readonly [Period, unknown], [b]: readonly [Period, unknown]) => (a < b ? -1 : 1)

async function writeMonth(platform: Platform, employerId: string, period: Period, people: readonly BackPaidMonth[]) {
  const units = await listUnits(platform, [employerId], period)
  const [unit] = units
  const policy = (await policiesOf(platform, units, period)).get(employerId)
  if (!unit || policy === undefined) throw new Error(`no policy for unit ${employerId}`)
  if ('cause' in policy) throw policy.cause
  const wages = people.map(({ wage }) => averageWage({ wage }, policy.averageRounding))
  const rows = computePremiumColumns(policy, {
    wages,
    absences: people.map(({ participation }) => absenceOf(participation)),
  })
  const id = crypto.randomUUID()
  const builder = new MonthBuilder({ period, kind: 'BACK_PAYMENT', status: 'UNPAID', postedOn: null })
  builder.add({
    employerId,
    noticeId: id,
    people: people.length,
    individualIds: people.map(({ individualId }) => individualId).join(','),
    wages: wages.join(','),
    rows,
  })
  const batch = builder.build()
  if (batch) await insertMonths(platform, batch)
  const lines = noticeLines(rows)
  return {
    id,
    employerId,
    period,
    kind: 'BACK_PAYMENT' as const,
    injuryClass: unit.injuryClass,
    injuryRatePpm: unit.injuryRatePpm,
    sequence: (await findNoticeSequences(platform, [employerId], period, 'BACK_PAYMENT')).get(employerId) ?? 0,
    people: people.length,
    employerTotal: totalOf(lines, 'EMPLOYER'),
    personalTotal: totalOf(lines, 'PERSONAL'),
    total: totalOfLines(lines),
    dueOn: await originalDueDate(platform, unit.region, period),
    lines,
  }
}
