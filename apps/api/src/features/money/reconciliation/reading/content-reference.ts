import { createHash } from 'node:crypto'
import type { ReadEntry } from './read-statement.types.ts'

/**
 * A line to which the bank gives no reference is named by what it says, so that a corrected file names it the same; lines that say
 * the same are then told apart by their order.
 */
export function contentReference({ lineNo: _line, ...said }: Omit<ReadEntry, 'reference'>): string {
  return `~${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 20)}`
}
