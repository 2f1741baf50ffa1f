import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { accountOf, CHANNELS } from './arrival.ts'
import type { Arrival } from './arrival.ts'
import type { AccountBook } from './day-files.ts'
import { FLAW_KINDS } from './flaw.ts'
import type { Journal } from './journal.ts'

const History = z.object({
  arrivals: z.array(
    z.object({
      reference: z.string().min(1),
      key: z.string().nullable(),
      channel: z.enum(CHANNELS),
      amount: z.int().min(1),
      payerName: z.string(),
      payerAccount: z.string(),
      remittance: z.string(),
      arrivedAtMs: z.int(),
    }),
  ),
  flaws: z.array(z.object({ kind: z.enum(FLAW_KINDS), day: z.iso.date(), reference: z.string() })),
})

/** What went over the account before the bank was first started. */
export type History = z.infer<typeof History>

/** Noon where the office is: the middle of the booking day. */
const noon = 'T12:00:00+08:00'

/** Money that came on a day of the past. */
export function pastArrival(day: string, money: Omit<Arrival, 'payerAccount' | 'arrivedAtMs'>): Arrival {
  return { ...money, payerAccount: accountOf(money.payerName), arrivedAtMs: Date.parse(`${day}${noon}`) }
}

/** Leaves a history for the bank that starts next on this folder. One that still waits there is replaced. */
export function leaveHistory(folder: string, history: History): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = fileIn(folder)
  writeFileSync(`${file}.new`, JSON.stringify(history), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** Takes over what was left, once: a bank that is killed meanwhile knows the money by its reference when it starts again. */
export function takeInHistory(journal: Journal, folder: string): void {
  const history = readHistory(folder)
  if (!history) return
  const known = new Set(journal.arrivals().map(({ reference }) => reference))
  const isNew = ({ reference }: { reference: string }) => !known.has(reference)
  const unknown: AccountBook = { arrivals: history.arrivals.filter(isNew), flaws: history.flaws.filter(isNew) }
  if (unknown.arrivals.length > 0) journal.record({ history: unknown })
  rmSync(fileIn(folder))
}

function readHistory(folder: string): History | undefined {
  try {
    return History.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const fileIn = (folder: string) => join(folder, 'history.json')
