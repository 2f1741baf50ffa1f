import { createHash } from 'node:crypto'
import type { Platform } from '../../../platform/platform.ts'
import { noteJudged } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { judgeStoredRows } from './check-for-storage.ts'
import { loadInspectionPolicy } from './personnel-context.ts'
import type { DeclarationOfPolicy } from './personnel-context.ts'
import { lockRowsBehind, updateCounts } from './personnel.repository.ts'

/** As many rows as are unsealed in one go: some 20 ms, in which nobody else is served. */
const JUDGED_AT_ONCE = 2_000

/** What the rules go by besides the rows: the figures in force and the day. */
export async function markOfRules(platform: Platform, declaration: DeclarationOfPolicy): Promise<string> {
  const policy = await loadInspectionPolicy(platform, declaration)
  return createHash('sha256')
    .update(JSON.stringify([platform.clock.today(), policy]))
    .digest('base64url')
}

const running = new Map<string, Promise<void>>()

/**
 * Counts and filters of a draft go by the number of issues noted with each row. Where the figures in force or the day are others than
 * when all of them were noted, they are noted anew before anybody counts by them; once, however many ask in the same moment.
 */
export async function judgeAnew(platform: Platform, declaration: DeclarationRow): Promise<void> {
  const mark = await markOfRules(platform, declaration)
  if (declaration.judgedBy === mark) return
  const key = `${declaration.id} ${mark}`
  const work = running.get(key) ?? judgeAll(platform, declaration, mark).finally(() => running.delete(key))
  running.set(key, work)
  await work
}

/** Part by part, so that others are served between; what is saved meanwhile is judged by the rules of today as well. */
async function judgeAll(platform: Platform, declaration: DeclarationRow, mark: string): Promise<void> {
  for (let afterRow = -1; ;) {
    const last = await platform.database.transaction(async () => {
      const rows = await lockRowsBehind(platform, declaration.id, { afterRow, limit: JUDGED_AT_ONCE })
      const counts = await judgeStoredRows(platform, declaration, rows)
      const changed = rows.flatMap((row, index) => {
        const now = counts[index]
        return now && (now.errors !== row.errors || now.warnings !== row.warnings) ? [{ rowNo: row.rowNo, ...now }] : []
      })
      if (changed.length > 0) await updateCounts(platform, declaration.id, changed)
      return rows.length < JUDGED_AT_ONCE ? undefined : rows.at(-1)?.rowNo
    })
    if (last === undefined) return noteJudged(platform, declaration.id, mark)
    afterRow = last
  }
}
