import type { Platform } from '../../../platform/platform.ts'
import { mirrorTransfersOf, namesOfBooking } from '../ledger/index.ts'
import { listProvedPayments, listStandingTransfers, reversePayment, takeBackSetAside } from '../payment/index.ts'
import { unlinkEntries } from './item.repository.ts'
import { bankErrorName, differenceName, moneyKey } from './money-of-entry.ts'
import type { StatementRefusal } from './statement-case.ts'
import type { LockedStatement } from './statement-state.repository.ts'
import { listDecisionsInTheWay, listOwnLines } from './undo.repository.ts'

export type TakenMoney =
  | { kind: 'TAKEN'; lines: string[]; payments: number }
  | { kind: 'REFUSED'; reason: StatementRefusal; names: string[] }

/** Everything that the lines of one statement moved; those that the statement before it has as well stay as they are. */
export async function takeBackMoney(
  platform: Platform,
  statement: LockedStatement,
  reason: string,
): Promise<TakenMoney> {
  const lines = await listOwnLines(platform, statement)
  const ids = lines.map(({ id }) => id)
  const [standing] = await listDecisionsInTheWay(platform, ids)
  if (standing) return { kind: 'REFUSED', reason: standing.why, names: [standing.reference] }
  if (statement.source === 'TREASURY') return { kind: 'TAKEN', lines: ids, payments: 0 }
  const keys = lines.map((line) => moneyKey({ ...line, account: statement.account }))
  const became = lines.flatMap(({ paymentId }) => paymentId ?? [])
  const proved = await listProvedPayments(
    platform,
    lines.map(({ reference, occurrence }) => `statement:${reference}#${occurrence}`),
  )
  const posted = proved.flatMap(({ paymentId, outcome }) => (outcome === 'POSTED' ? [paymentId] : []))
  const payments = [...new Set([...(await listStandingTransfers(platform, became)), ...posted])]
  for (const paymentId of payments) {
    const reversed = await reversePayment(platform, paymentId, reason)
    if (reversed.kind === 'REFUSED')
      return { kind: 'REFUSED', reason: 'CREDIT_SPENT', names: namesOf(lines, paymentId) }
  }
  for (const { paymentId, outcome } of proved)
    if (outcome !== 'POSTED' && !(await takeBackSetAside(platform, paymentId, reason)))
      return { kind: 'REFUSED', reason: 'REFUND_STANDS', names: namesOf(lines, paymentId) }
  await mirrorTransfersOf(
    platform,
    keys.flatMap((key) => [
      `suspense:${key}`,
      ...namesOfBooking(differenceName(key)),
      ...namesOfBooking(bankErrorName(key)),
    ]),
    reason,
  )
  await unlinkEntries(platform, ids)
  return { kind: 'TAKEN', lines: ids, payments: payments.length }
}

const namesOf = (lines: readonly { reference: string; paymentId: string | null }[], paymentId: string) =>
  lines.flatMap((line) => (line.paymentId === paymentId ? [line.reference] : []))
