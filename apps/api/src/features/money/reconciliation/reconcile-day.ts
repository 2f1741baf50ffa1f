import { applyBankReport, receiveTransfer } from '../payment/index.ts'
import { bookTransfers, listBookedKeys, suspense } from '../ledger/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { compareDay } from './compare-day.ts'
import type { ComparedItem } from './compare-day.ts'
import { loadDay, lockDay } from './day.repository.ts'
import type { LoadedEntry } from './day.repository.ts'
import { identifyPayer, numbersIn } from './identify-payer.ts'
import type { Identified } from './identify-payer.ts'
import { linkEntries, listKeptItems } from './item.repository.ts'
import { bankKeyOf, moneyKey, setAsideTransfer, suspenseKey } from './money-of-entry.ts'
import { loadRegister } from './register.repository.ts'
import { listCurrentStatements } from './statement.repository.ts'
import { storeItems } from './store-items.ts'

export interface DayResult {
  /** Transfers that became payments now, and of how many employers. */
  newPayments: number
  employers: number
  /** Payments that only the statement proved. */
  proved: number
  /** Credits that nobody is named in; they wait in suspense. */
  toIdentify: number
  open: number
}

const nothing: DayResult = { newPayments: 0, employers: 0, proved: 0, toIdentify: 0, open: 0 }

/**
 * Takes in the money of a day's bank statement and compares the day anew. Of a statement that waits for a second person nothing
 * is posted: its money is in suspense. Every step is booked by the key of its money, so
 * that it may stop anywhere and be done again: after an import, by the job, after a restart. Without the bank's
 * statement there is nothing to compare yet; a closed day stays as it is.
 */
export async function reconcileDay(platform: Platform, day: string): Promise<DayResult> {
  const statements = await listCurrentStatements(platform, [day])
  if (!statements.some(({ source }) => source === 'BANK')) return nothing
  const treasuryListed = statements.some(({ source }) => source === 'TREASURY')
  if (!(await isOpen(platform, day))) return nothing

  const first = await loadDay(platform, day, treasuryListed)
  const items = compareDay(first)
  const proved = await applyProvedPayments(platform, items)
  const whose = await identifyAll(platform, items)
  const received = await receiveNamed(platform, day, whose)
  await setAsideRest(platform, day, items, received.entries)

  const loaded = await loadDay(platform, day, treasuryListed)
  const compared = compareDay(loaded)
  const suggestions = new Map(
    [...whose].flatMap(([{ id }, found]) => (found.kind === 'UNKNOWN' ? [] : [[id, found.employerId] as const])),
  )
  const open = await storeItems(
    platform,
    day,
    compared.map((item) => withSuggestion(item, suggestions)),
  )
  return {
    newPayments: received.count,
    employers: received.employers,
    proved,
    toIdentify: compared.filter(({ outcome, bank }) => outcome === 'BANK_ONLY' && (bank?.amount ?? 0) > 0).length,
    open,
  }
}

async function isOpen(platform: Platform, day: string): Promise<boolean> {
  return platform.database.transaction(async () => (await lockDay(platform, day))?.status === 'OPEN')
}

/** Payments whose end we had not heard of: the bank's statement says that the money came. */
async function applyProvedPayments(platform: Platform, items: readonly ComparedItem[]): Promise<number> {
  let proved = 0
  for (const { system, bank } of items) {
    if (!bank || bank.amount <= 0 || system?.standing !== 'OPEN' || system.kind !== 'PAYMENT') continue
    if (isLoaded(bank) && bank.held) continue
    await applyBankReport(platform, {
      eventId: `statement:${bank.reference}#${bank.occurrence}`,
      key: system.key,
      // The bank's own report of a paid order has this number too; see the protocol.
      sequence: 2,
      type: 'PAID',
      amount: bank.amount,
      reference: bank.reference,
      failure: null,
      occurredAt: `${bank.day}T04:00:00.000Z`,
    })
    proved += 1
  }
  return proved
}

type Whose = Map<LoadedEntry, Identified>
const isLoaded = (entry: unknown): entry is LoadedEntry =>
  typeof entry === 'object' && entry !== null && 'source' in entry

async function identifyAll(platform: Platform, items: readonly ComparedItem[]): Promise<Whose> {
  const credits = items.flatMap(({ outcome, bank }) =>
    outcome === 'BANK_ONLY' && isLoaded(bank) && bank.amount > 0 ? [bank] : [],
  )
  const numbers = new Set(credits.flatMap(({ remittance }) => numbersIn(remittance)))
  const names = new Set(credits.flatMap(({ payerName }) => payerName ?? []))
  const register = await loadRegister(platform, [...numbers], [...names])
  return new Map(credits.map((entry) => [entry, identifyPayer(entry, register)]))
}

/** Transfers that name one employer become payments, each in a transaction of its own: locks of one employer at a time. */
async function receiveNamed(
  platform: Platform,
  day: string,
  whose: Whose,
): Promise<{ count: number; employers: number; entries: Set<LoadedEntry> }> {
  const entries = new Set<LoadedEntry>()
  const employers = new Set<string>()
  const waiting = await listBookedKeys(platform, [...whose.keys()].map(suspenseKey))
  const decided = new Set((await listKeptItems(platform, day)).flatMap(({ bankKey }) => bankKey ?? []))
  for (const [entry, identified] of whose) {
    if (identified.kind !== 'NAMED' || entry.held) continue
    // What waits in suspense is a person's to assign, unless it only waited for its statement to be released.
    if (waiting.has(suspenseKey(entry)) && (!entry.brought || decided.has(bankKeyOf(entry)))) continue
    if (!(await receiveOne(platform, day, entry, identified))) continue
    entries.add(entry)
    employers.add(identified.employerId)
  }
  return { count: entries.size, employers: employers.size, entries }
}

function receiveOne(
  platform: Platform,
  day: string,
  entry: LoadedEntry,
  { employerId, noticeId }: Extract<Identified, { kind: 'NAMED' }>,
): Promise<boolean> {
  return platform.database.transaction(async () => {
    if ((await lockDay(platform, day))?.status !== 'OPEN') return false
    // Asked again under the lock: someone else may have set it aside meanwhile.
    const waits = (await listBookedKeys(platform, [suspenseKey(entry)])).size > 0
    if (waits && !entry.brought) return false
    const receipt = await receiveTransfer(platform, {
      employerId,
      amount: entry.amount,
      valueDate: entry.valueDate,
      key: moneyKey(entry),
      bankReference: entry.reference,
      ...(noticeId === undefined ? {} : { noticeId }),
      ...(waits ? { from: suspense } : {}),
    })
    if (!receipt) return false
    await linkEntries(platform, [{ entryId: entry.id, paymentId: receipt.paymentId }])
    await platform.audit.record({
      actorKind: 'SYSTEM',
      origin: 'statement',
      action: 'TRANSFER_RECEIVED',
      recordType: 'Payment',
      recordId: receipt.paymentId,
      change: { day, reference: entry.reference, amount: entry.amount },
    })
    return true
  })
}

/** All other money of the statement that belongs to no payment, in one booking; links of the rest in one statement. */
async function setAsideRest(
  platform: Platform,
  day: string,
  items: readonly ComparedItem[],
  received: ReadonlySet<LoadedEntry>,
): Promise<void> {
  await platform.database.transaction(async () => {
    if ((await lockDay(platform, day))?.status !== 'OPEN') return
    const loose = items.flatMap(({ system, bank }) =>
      system === null && isLoaded(bank) && bank.amount !== 0 && !received.has(bank) ? [bank] : [],
    )
    // What became a payment in another run meanwhile is not loose any more.
    const taken = await listBookedKeys(
      platform,
      loose.map((entry) => `payment:transfer:${moneyKey(entry)}`),
    )
    await bookTransfers(
      platform,
      loose.filter((entry) => !taken.has(`payment:transfer:${moneyKey(entry)}`)).map(setAsideTransfer),
    )
    await linkEntries(
      platform,
      items.flatMap(({ system, bank }) =>
        system?.kind === 'PAYMENT' && bank ? [{ entryId: bank.id, paymentId: system.id }] : [],
      ),
    )
  })
}

function withSuggestion(
  item: ComparedItem,
  suggestions: ReadonlyMap<string, string>,
): ComparedItem & { suggestedEmployerId: string | null } {
  return { ...item, suggestedEmployerId: suggestions.get(item.bank?.id ?? '') ?? null }
}
