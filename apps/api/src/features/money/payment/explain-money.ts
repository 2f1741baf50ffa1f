import { civilDateAt, fen } from '@shebao/kernel'
import { amountOf, explain, explainBalance, explainCredit, explainPayment } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { creditOf, listKindSums, listTakenParts, receivableOf } from '../ledger/index.ts'
import { deriveGivenUp, deriveOutstanding, findNotice } from '../notice/index.ts'
import type { PaymentOfNotice } from '../notice/index.ts'
import { findPayment } from './payment.repository.ts'

const groupsShown = 6

/** What an employer owes by the ledger, or has to its credit: every kind of transfer that brought it there. */
export async function deriveBalance(
  platform: Platform,
  employerId: string,
  balance: 'OWED' | 'CREDIT',
): Promise<Explanation> {
  return balance === 'CREDIT'
    ? explainCredit(await listKindSums(platform, creditOf(employerId).code))
    : explainBalance(await listKindSums(platform, receivableOf(employerId).code))
}

/** Money that came: which debts it settled. Money that is asked for: what the notice cost on that day. */
export async function derivePayment(platform: Platform, payment: PaymentOfNotice): Promise<Explanation> {
  const amount = fen(Number(payment.amount))
  if (payment.status === 'SUCCESS' || payment.failure === 'REVERSED')
    return explainPayment(amount, await listTakenParts(platform, payment.id))
  const notice = payment.noticeId === null ? undefined : await findNotice(platform, payment.noticeId)
  const due = notice && (await deriveOutstanding(platform, notice, groupsShown, civilDateAt(payment.createdAt)))
  return due && amountOf(due) === amount ? due : explain('PAYMENT', 'BOOKED', 'FEN', amount)
}

/** The same by the payment's id, for whoever holds no more than that; nothing when there is no such payment. */
export async function derivePaymentById(platform: Platform, id: string): Promise<Explanation | undefined> {
  const payment = await findPayment(platform, id)
  return payment ? derivePayment(platform, payment) : undefined
}

/** What is given up of a notice: what it owed on the day. Where the books have moved on since, the amount as it stands. */
export async function deriveWriteOff(
  platform: Platform,
  { noticeId, amount, on }: { noticeId: string; amount: Fen; on: string },
): Promise<Explanation> {
  const notice = await findNotice(platform, noticeId)
  const owed = notice && (await deriveGivenUp(platform, notice, groupsShown, on))
  return owed && amountOf(owed) === amount ? owed : explain('WRITTEN_OFF', 'BOOKED', 'FEN', amount)
}
