import type { CivilDate, Fen, Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { bookTransfers } from '../ledger/index.ts'
import { paymentDueDate } from '../policy/index.ts'
import { chargeEntries } from './charge-entries.ts'
import { writeNotices } from '../debt/index.ts'
import { totalOf, totalOfLines } from './premium-rows.ts'
import type { OpenUnit } from './write-months.ts'

export interface MonthToIssue {
  region: string
  period: Period
  issuedOn: CivilDate
  runId?: string
  declarationId?: string
}

export interface IssuedNotice {
  noticeId: string
  number: string
  employerId: string
  people: number
  total: Fen
}

/** Notices, lines and charges of all units: the month as it was assessed, or as it is deemed to be. */
export async function issueNotices(
  platform: Platform,
  units: readonly OpenUnit[],
  month: MonthToIssue,
  kind: 'NORMAL' | 'DEEMED',
): Promise<IssuedNotice[]> {
  if (units.length === 0) return []
  const dueOn = await paymentDueDate(platform, month.region, month.issuedOn)
  const notices = units.map(({ unit, noticeId, people, lines, basis }) => ({
    id: noticeId,
    employerId: unit.id,
    declarationId: month.declarationId ?? null,
    period: month.period,
    kind,
    sequence: 0,
    runId: month.runId ?? null,
    bearsLateFee: true,
    injuryClass: unit.injuryClass,
    injuryRatePpm: unit.injuryRatePpm,
    basis,
    people,
    employerTotal: totalOf(lines, 'EMPLOYER'),
    personalTotal: totalOf(lines, 'PERSONAL'),
    total: totalOfLines(lines),
    issuedOn: month.issuedOn,
    dueOn,
    lines,
  }))
  const numbers = await writeNotices(platform, notices)
  const issued = notices.map(({ id, employerId, people, total }) => ({
    noticeId: id,
    number: numbers.get(id) ?? '',
    employerId,
    people,
    total,
  }))
  await bookTransfers(
    platform,
    notices.map((notice) => ({
      kind: 'CHARGE' as const,
      key: `charge:${notice.id}`,
      occurredOn: month.issuedOn,
      noticeId: notice.id,
      memo: { number: numbers.get(notice.id) },
      entries: chargeEntries(notice, notice.lines),
    })),
  )
  return issued
}
