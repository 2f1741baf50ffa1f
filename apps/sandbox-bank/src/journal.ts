import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Agreement } from './agreement.ts'
import type { Arrival } from './arrival.ts'
import type { AccountBook } from './day-files.ts'
import type { HeldRequest, Manner } from './enforcement.ts'
import type { Flaw } from './flaw.ts'
import type { Delivery, Order } from './order.ts'

export interface MannerChosen {
  manner: Manner
  /** Of every unit that is asked for; without them a unit has an account by its name. */
  account?: string | undefined
  balance?: number | undefined
}

/** One line of the journal: what changes together stands or falls together. */
interface Change {
  order?: Order
  agreement?: Agreement
  arrival?: Arrival
  flaw?: Flaw
  held?: HeldRequest
  /** What the draws under SIL 63 brought. */
  credits?: Arrival[]
  /** How new requests of SIL 63 are answered from here on, and what their accounts are. */
  manner?: MannerChosen
  /** What went over the account before the bank was first started. */
  history?: AccountBook
  /** The day's files are right again. */
  mendedDay?: string
  deliveries?: Delivery[]
  delivered?: string
}

export interface Journal {
  findByKey(key: string): Order | undefined
  findByToken(token: string): Order | undefined
  findAgreement(agreementNo: string): Agreement | undefined
  findAgreementByToken(token: string): Agreement | undefined
  /** Debits that were taken in and have no end yet. */
  undecidedDebits(): Order[]
  pending(): Delivery[]
  /** All money that ever arrived, in the order it came. */
  arrivals(): Arrival[]
  flaws(): Flaw[]
  findHeld(request: string): HeldRequest | undefined
  /** All requests of SIL 63, in the order they came. */
  heldRequests(): HeldRequest[]
  manner(): MannerChosen
  /** On disk when this returns: an answer is sent only afterwards, so a killed process loses nothing it confirmed. */
  record(change: Change): void
  close(): void
}

/** The bank's memory: an append-only file of JSON lines, read back and made compact at start. */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'journal.jsonl')
  const orders = new Map<string, Order>()
  const tokens = new Map<string, string>()
  const agreements = new Map<string, Agreement>()
  const deliveries = new Map<string, Delivery>()
  const arrivals: Arrival[] = []
  const requests = new Map<string, HeldRequest>()
  let chosen: MannerChosen = { manner: 'AT_ONCE' }
  let flaws: Flaw[] = []
  const apply = (change: Change) => {
    const { order, agreement, arrival, flaw, history, mendedDay, deliveries: planned, delivered } = change
    const { held, credits = [], manner } = change
    if (order) {
      orders.set(order.key, order)
      tokens.set(order.token, order.key)
    }
    if (agreement) {
      agreements.set(agreement.agreementNo, agreement)
      tokens.set(agreement.token, agreement.agreementNo)
    }
    if (held) requests.set(held.request.request, held)
    if (manner) chosen = manner
    if (arrival) arrivals.push(arrival)
    arrivals.push(...credits)
    if (flaw) flaws.push(flaw)
    if (history) {
      arrivals.push(...history.arrivals)
      flaws.push(...history.flaws)
    }
    if (mendedDay) flaws = flaws.filter(({ day }) => day !== mendedDay)
    for (const delivery of planned ?? []) deliveries.set(delivery.id, delivery)
    if (delivered) deliveries.delete(delivered)
  }
  for (const change of readChanges(file)) apply(change)
  compact(
    file,
    [
      ...[...orders.values()].map((order) => ({ order })),
      ...[...agreements.values()].map((agreement) => ({ agreement })),
      ...arrivals.map((arrival) => ({ arrival })),
      ...flaws.map((flaw) => ({ flaw })),
      ...[...requests.values()].map((held) => ({ held })),
      { manner: chosen },
    ],
    [...deliveries.values()],
  )
  const handle = openSync(file, 'a', 0o600)
  return {
    findByKey: (key) => orders.get(key),
    findByToken: (token) => orders.get(tokens.get(token) ?? ''),
    findAgreement: (agreementNo) => agreements.get(agreementNo),
    findAgreementByToken: (token) => agreements.get(tokens.get(token) ?? ''),
    undecidedDebits: () =>
      [...orders.values()].filter(({ state, channel }) => state === 'OPEN' && channel === 'AGREEMENT_DEBIT'),
    pending: () => [...deliveries.values()],
    arrivals: () => arrivals,
    flaws: () => flaws,
    findHeld: (request) => requests.get(request),
    heldRequests: () => [...requests.values()],
    manner: () => chosen,
    record(change) {
      writeWhole(handle, change)
      fsyncSync(handle)
      apply(change)
    },
    close: () => closeSync(handle),
  }
}

function readChanges(file: string): Change[] {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  // A last line without its end was never confirmed to anyone: the process died while writing it.
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Change => JSON.parse(line))
}

function compact(file: string, kept: readonly Change[], deliveries: Delivery[]): void {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  for (const change of kept) writeWhole(handle, change)
  if (deliveries.length > 0) writeWhole(handle, { deliveries })
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
}

function writeWhole(handle: number, change: Change): void {
  const line = Buffer.from(`${JSON.stringify(change)}\n`)
  for (let written = 0; written < line.length;) written += writeSync(handle, line, written)
}
