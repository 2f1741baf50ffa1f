import { addDays, fen, formatYuan, isCivilDate } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { ReadStatement, StatementProblem } from './reading/read-statement.types.ts'
import { findNeighbours } from './statement-state.repository.ts'

/**
 * A statement begins where the last one of its account ended and ends where the next one begins. Where it does not, a day between
 * them is missing, or one of the two files is none of the bank's. Nothing is said of the first statement there is.
 */
export async function balanceProblem(
  platform: Platform,
  statement: Pick<ReadStatement, 'source' | 'account' | 'day' | 'openingBalance' | 'closingBalance'>,
): Promise<StatementProblem | undefined> {
  const { source, day, openingBalance, closingBalance } = statement
  if (source !== 'BANK' || openingBalance === null || closingBalance === null) return undefined
  const { before, after } = await findNeighbours(platform, statement)
  if (before && before.closing !== BigInt(openingBalance)) {
    const figures = { stated: formatYuan(openingBalance), expected: shown(before.closing) }
    const missing = daysBetween(before.day, day)
    return missing === undefined
      ? { code: 'OPENING_MISMATCH', field: before.day, ...figures }
      : { code: 'DAY_MISSING', field: missing, ...figures }
  }
  // Before the oldest statements days may be added one by one; between two that follow each other no money has room.
  const joined = after !== undefined && (before?.closing === after.opening || daysBetween(day, after.day) === undefined)
  if (joined && after.opening !== BigInt(closingBalance))
    return {
      code: 'CLOSING_MISMATCH',
      field: after.day,
      stated: formatYuan(closingBalance),
      expected: shown(after.opening),
    }
  return undefined
}

const shown = (amount: bigint) => formatYuan(fen(Number(amount)))

/** The day or days between two, as they are told; undefined where they follow each other. */
function daysBetween(before: string, day: string): string | undefined {
  if (!isCivilDate(before) || !isCivilDate(day)) return undefined
  const [first, last] = [addDays(before, 1), addDays(day, -1)]
  if (first > last) return undefined
  return first === last ? first : `${first} … ${last}`
}
