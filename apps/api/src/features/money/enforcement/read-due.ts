import { fen, maxFen, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { listSettledParts } from '../ledger/index.ts'
import { amountDue } from '../settlement/index.ts'
import type { Due } from './enforcement-guards.ts'
import { listEnforcedNotices } from './debts.repository.ts'

/** One bill of a case, with what is still owed of it today. */
export interface EnforcedDebt {
  noticeId: string
  number: string
  period: string
  dueOn: string
  principal: Fen
  lateFee: Fen
  settled: Fen
}

/** What the ledger says of the bills of a case today, each with its late fee. */
export async function readDebts(platform: Platform, caseId: string): Promise<EnforcedDebt[]> {
  const notices = await listEnforcedNotices(platform, caseId)
  const ids = notices.map(({ id }) => id)
  const settled = Map.groupBy(await listSettledParts(platform, ids), ({ noticeId }) => noticeId)
  const today = platform.clock.today()
  return Promise.all(
    notices.map(async ({ id: noticeId, number, period, dueOn, ...notice }) => {
      const parts = settled.get(noticeId) ?? []
      const due = await amountDue(platform, { ...notice, period, dueOn, settled: parts }, today)
      const rest = (owed: Fen, paid: Fen) =>
        notice.postedOn === null ? maxFen(ZERO_FEN, subtractFen(owed, paid)) : ZERO_FEN
      const of = (kind: 'principal' | 'lateFee') => sumFen(parts.map((part) => part[kind]))
      return {
        noticeId,
        number,
        period,
        dueOn,
        principal: rest(due.principal, of('principal')),
        lateFee: rest(due.lateFee, of('lateFee')),
        settled: sumFen([of('principal'), of('lateFee')]),
      }
    }),
  )
}

export function dueOf(debts: readonly EnforcedDebt[]): Due {
  const sum = (of: (debt: EnforcedDebt) => Fen) => debts.reduce((total, debt) => fen(total + of(debt)), ZERO_FEN)
  return {
    principal: sum(({ principal }) => principal),
    lateFee: sum(({ lateFee }) => lateFee),
    settled: sum(({ settled }) => settled),
  }
}
