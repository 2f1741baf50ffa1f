import { addFen, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { writeNotices, removeNotices } from '../debt/index.ts'
import type { NoticeLine } from '../debt/index.ts'
import {
  bookTransfers,
  creditOf,
  listTransfersOfKeys,
  mirrorOf,
  negative,
  openingBalance,
  receivableOf,
} from '../ledger/index.ts'
import type { Entry } from '../ledger/index.ts'
import { countSettledOpenings, countSpentCredits } from './opening.repository.ts'

/** A month that an employer still owed when this office's ledger began. */
export interface OpeningDebt {
  readonly noticeId: string
  readonly employerId: string
  readonly period: string
  /** The last day on which it could be paid in time: the late fee runs from there. */
  readonly dueOn: string
  readonly asOf: string
  readonly lines: NoticeLine[]
}

/** Money that an employer had to its credit. */
export interface OpeningCredit {
  readonly employerId: string
  readonly amount: Fen
  readonly asOf: string
}

const debtKey = (noticeId: string) => `charge:${noticeId}`
const creditKey = (importId: string, employerId: string) => `opening:${importId}:${employerId}`

/**
 * Debts become bills and credits become credit, each by a balanced transfer against the account of opening balances: what the
 * funds and the bank had before is no business of this ledger. Within the open transaction.
 */
export async function bookOpeningBalances(
  platform: Platform,
  importId: string,
  { debts, credits }: { debts: readonly OpeningDebt[]; credits: readonly OpeningCredit[] },
): Promise<void> {
  const notices = debts.map(({ noticeId, asOf, lines, ...debt }) => {
    const [employerTotal, personalTotal] = [
      sumFen(lines.map(({ employer }) => employer)),
      sumFen(lines.map(({ personal }) => personal)),
    ]
    return {
      ...debt,
      id: noticeId,
      declarationId: null,
      kind: 'OPENING' as const,
      sequence: 0,
      runId: null,
      bearsLateFee: true,
      injuryClass: null,
      injuryRatePpm: null,
      basis: { importId },
      people: Math.max(0, ...lines.map(({ people }) => people)),
      employerTotal,
      personalTotal,
      total: addFen(employerTotal, personalTotal),
      issuedOn: asOf,
      lines,
    }
  })
  const numbers = await writeNotices(platform, notices)
  await bookTransfers(platform, [
    ...notices.map((notice) => ({
      kind: 'CHARGE' as const,
      key: debtKey(notice.id),
      occurredOn: notice.issuedOn,
      noticeId: notice.id,
      memo: { number: numbers.get(notice.id), importId },
      entries: openingEntries(notice),
    })),
    ...credits.map(({ employerId, amount, asOf }) => ({
      kind: 'PAYMENT' as const,
      key: creditKey(importId, employerId),
      occurredOn: asOf,
      memo: { importId },
      entries: [
        { account: openingBalance, amount },
        { account: creditOf(employerId), amount: negative(amount) },
      ],
    })),
  ])
}

function openingEntries({ employerId, period, lines }: Pick<OpeningDebt, 'employerId' | 'period' | 'lines'>): Entry[] {
  return lines.flatMap(({ insurance, employer, personal }) =>
    (
      [
        ['EMPLOYER', employer],
        ['PERSONAL', personal],
      ] as const
    ).flatMap(([side, amount]): Entry[] => [
      { account: receivableOf(employerId), amount, period, insurance, side },
      { account: openingBalance, amount: negative(amount), period, insurance, side },
    ]),
  )
}

/** Debts that were paid in part, given up or fined since, and credit that something has taken. */
export async function findStandingOnOpening(
  platform: Platform,
  importId: string,
  subjects: readonly string[],
): Promise<{ kind: 'PAYMENTS' | 'LATER_CHANGES'; count: number }[]> {
  const settled = await countSettledOpenings(platform, subjects)
  const spent = await countSpentCredits(platform, importId, subjects)
  return [
    ...(settled > 0 ? [{ kind: 'PAYMENTS' as const, count: settled }] : []),
    ...(spent > 0 ? [{ kind: 'LATER_CHANGES' as const, count: spent }] : []),
  ]
}

/** Every booking is mirrored, and the bills go: the ledger keeps both the opening and its end. */
export async function takeBackOpening(
  platform: Platform,
  importId: string,
  subjects: readonly string[],
): Promise<void> {
  const keys = subjects.flatMap((id) => [debtKey(id), creditKey(importId, id)])
  const booked = await listTransfersOfKeys(platform, keys)
  await bookTransfers(
    platform,
    booked.map((transfer) => mirrorOf(transfer, { importId })),
  )
  await removeNotices(platform, subjects)
}
