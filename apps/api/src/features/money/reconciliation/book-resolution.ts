import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { receiveMoney } from '../settlement/index.ts'
import { nextTransferKey, receiveTransfer } from '../payment/index.ts'
import {
  bankAccount,
  bankClaims,
  bookTransfer,
  findBalanceOfPayment,
  freshName,
  lockBalance,
  negative,
  suspense,
} from '../ledger/index.ts'
import { linkEntries } from './item.repository.ts'
import { findClaimTarget } from './claim-target.ts'
import type { ItemRow, updateItem } from './item-view.repository.ts'
import { bankErrorName, differenceName, moneyKey, setAsideName } from './money-of-entry.ts'
import { resolvable } from './item-decision.ts'
import type { ItemRefusal, ResolveInput } from './item-decision.ts'

export type Booked =
  | { kind: 'BOOKED'; changes: Parameters<typeof updateItem>[2] }
  | { kind: 'REFUSED'; reason: ItemRefusal }

const booked = (changes: Parameters<typeof updateItem>[2] = {}): Booked => ({ kind: 'BOOKED', changes })
const refused = (reason: ItemRefusal): Booked => ({ kind: 'REFUSED', reason })

/** What a decision moves in the ledger, within the open transaction. Decisions that only explain move nothing. */
export async function bookResolution(
  platform: Platform,
  item: ItemRow,
  input: Omit<ResolveInput, 'decidedOn'>,
): Promise<Booked> {
  switch (input.resolution) {
    case 'ASSIGN':
      return assign(platform, item, input)
    case 'TO_CREDIT':
      return toCredit(platform, item)
    case 'TO_SUSPENSE':
      return keepDifference(platform, item)
    case 'BANK_ERROR':
      return takeBackRepeated(platform, item)
    case 'BOOKED_OTHER_DAY':
      return booked(input.otherDay ? { otherDay: input.otherDay } : {})
    case 'RETURN_TO_PAYER': // It stays in suspense until it is refunded.
    case 'REVERSE':
    case 'MATCHED':
      return booked()
  }
}

/** From suspense to the employer whose money it is, and on to what it owes. */
async function assign(platform: Platform, item: ItemRow, input: Omit<ResolveInput, 'decidedOn'>): Promise<Booked> {
  const target = await findClaimTarget(platform, item, input)
  return target.kind === 'REFUSED'
    ? target
    : receiveSetAside(platform, item, target.employer.id, target.noticeId ?? undefined)
}

async function receiveSetAside(
  platform: Platform,
  item: ItemRow,
  employerId: string,
  noticeId: string | undefined,
): Promise<Booked> {
  const entry = bankEntryOf(item)
  const key = await nextTransferKey(platform, entry.key)
  if (key === undefined) return refused('MONEY_GONE')
  const receipt = await receiveTransfer(platform, {
    employerId,
    amount: entry.amount,
    valueDate: entry.valueDate,
    key,
    // A line that repeats a reference cannot carry it a second time.
    bankReference: item.outcome === 'BANK_ONLY' ? entry.reference : null,
    from: suspense,
    ...(noticeId === undefined ? {} : { noticeId }),
  })
  if (!receipt) return refused('MONEY_GONE')
  await linkEntries(platform, [{ entryId: entry.id, paymentId: receipt.paymentId }])
  return booked({ employerId, paymentId: receipt.paymentId, noticeId: noticeId ?? null })
}

async function toCredit(platform: Platform, item: ItemRow): Promise<Booked> {
  const { employerId, paymentId } = item
  if (employerId === null) return refused('EMPLOYER_MISSING')
  const { setAside, systemAmount, bankAmount } = resolvable(item)
  if (item.outcome === 'DUPLICATE' && !setAside) return receiveSetAside(platform, item, employerId, undefined)
  if (paymentId === null) return refused('NOT_OFFERED')
  const entry = bankEntryOf(item)
  if (setAside) {
    // Held first: a refund of the same money takes the same lock.
    await lockBalance(platform, suspense.code)
    const waiting = -(await findBalanceOfPayment(platform, suspense.code, paymentId))
    if (waiting <= 0n) return refused('MONEY_GONE')
    await receiveMoney(platform, {
      employerId,
      amount: fen(Number(waiting)),
      valueDate: entry.valueDate,
      key: await freshName(platform, setAsideName(paymentId), 'payment:'),
      paymentId,
      from: suspense,
      memo: { reference: entry.reference },
    })
    return booked()
  }
  await receiveMoney(platform, {
    employerId,
    amount: fen((bankAmount ?? 0) - (systemAmount ?? 0)),
    valueDate: entry.valueDate,
    key: await freshName(platform, differenceName(entry.key), 'payment:'),
    paymentId,
    memo: { reference: entry.reference },
  })
  return booked()
}

/** What the bank has more waits in suspense; what it has less is a claim on it. */
async function keepDifference(platform: Platform, item: ItemRow): Promise<Booked> {
  const entry = bankEntryOf(item)
  const difference = fen(Number(item.bankAmount ?? 0n) - Number(item.systemAmount ?? 0n))
  await bookTransfer(platform, {
    kind: 'SUSPENSE',
    key: await freshName(platform, differenceName(entry.key)),
    occurredOn: entry.valueDate,
    memo: { reference: entry.reference },
    entries: [
      { account: bankAccount, amount: difference },
      { account: difference > 0 ? suspense : bankClaims, amount: negative(difference) },
    ],
  })
  return booked()
}

/** The bank confirms that it listed a line once too often: the money that was set aside for it never was. */
async function takeBackRepeated(platform: Platform, item: ItemRow): Promise<Booked> {
  if (item.outcome !== 'DUPLICATE' || item.bankAmount === null) return booked()
  const entry = bankEntryOf(item)
  await bookTransfer(platform, {
    kind: 'SUSPENSE',
    key: await freshName(platform, bankErrorName(entry.key)),
    occurredOn: entry.valueDate,
    memo: { reference: entry.reference },
    entries: [
      { account: bankAccount, amount: negative(entry.amount) },
      { account: entry.amount > 0 ? suspense : bankClaims, amount: entry.amount },
    ],
  })
  return booked()
}

interface BankEntry {
  id: string
  key: string
  reference: string
  amount: Fen
  valueDate: string
}

function bankEntryOf(item: ItemRow): BankEntry {
  const { bankEntryId, bankAccount: account, bankReference: reference, occurrence, bankAmount, valueDate } = item
  if (
    bankEntryId === null ||
    account === null ||
    reference === null ||
    occurrence === null ||
    bankAmount === null ||
    valueDate === null
  )
    throw new Error(`Reconciliation item ${item.id} has no line of the bank.`)
  return {
    id: bankEntryId,
    key: moneyKey({ account, reference, occurrence }),
    reference,
    amount: fen(Number(bankAmount)),
    valueDate,
  }
}
