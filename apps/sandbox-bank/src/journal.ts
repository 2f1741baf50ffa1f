import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Delivery, Order } from './order.ts'

/** One line of the journal: orders and deliveries that change together stand or fall together. */
interface Change {
  order?: Order
  deliveries?: Delivery[]
  delivered?: string
}

export interface Journal {
  findByKey(key: string): Order | undefined
  findByToken(token: string): Order | undefined
  pending(): Delivery[]
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
  const deliveries = new Map<string, Delivery>()
  const apply = ({ order, deliveries: planned, delivered }: Change) => {
    if (order) {
      orders.set(order.key, order)
      tokens.set(order.token, order.key)
    }
    for (const delivery of planned ?? []) deliveries.set(delivery.id, delivery)
    if (delivered) deliveries.delete(delivered)
  }
  for (const change of readChanges(file)) apply(change)
  compact(
    file,
    [...orders.values()].map((order) => ({ order })),
    [...deliveries.values()],
  )
  const handle = openSync(file, 'a', 0o600)
  return {
    findByKey: (key) => orders.get(key),
    findByToken: (token) => orders.get(tokens.get(token) ?? ''),
    pending: () => [...deliveries.values()],
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

function compact(file: string, orders: readonly Change[], deliveries: Delivery[]): void {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  for (const change of orders) writeWhole(handle, change)
  if (deliveries.length > 0) writeWhole(handle, { deliveries })
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
}

function writeWhole(handle: number, change: Change): void {
  const line = Buffer.from(`${JSON.stringify(change)}\n`)
  for (let written = 0; written < line.length;) written += writeSync(handle, line, written)
}
