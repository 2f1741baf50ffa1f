import { fen } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { deemedMonths } from '../../money/assessment/index.ts'
import type { DeemedMonth } from '../../money/assessment/index.ts'
import type { UndeclaredState } from './undeclared-codes.ts'
import { readUndeclaredMonth } from './undeclared-month.ts'
import { listUndeclared } from './undeclared.repository.ts'
import type { UndeclaredRow } from './undeclared.repository.ts'

export interface UndeclaredQuery extends KeysetArgs {
  period: string
  text?: string | null | undefined
  industry?: string | null | undefined
  state?: UndeclaredState | null | undefined
}

export interface UndeclaredEmployer extends UndeclaredRow {
  /** The last month that it declared, and what that cost. */
  last: { period: Period; total: Fen } | undefined
  /** What the month would be deemed to cost: 110 % of that. */
  deemed: Fen | undefined
}

const longestText = 64

/** Who has not declared a month that everybody has to declare, by name; nobody where an earlier declaration covers it. */
export async function listUndeclaredEmployers(
  platform: Platform,
  asker: Viewer | undefined,
  query: UndeclaredQuery,
): Promise<UndeclaredEmployer[]> {
  requireMay(asker, 'undeclared:read')
  const month = await readUndeclaredMonth(platform, query.period)
  if (!month.monthlySelf) return []
  const rows = await listUndeclared(platform, {
    region: month.region,
    period: month.period,
    text: shortText('text', query.text),
    industry: shortText('industry', query.industry),
    state: query.state ?? undefined,
    after: readCursor(query),
    limit: pageSize(query) + 1,
  })
  const ids = rows.map(({ id }) => id)
  const months = ids.length > 0 ? await deemedMonths(platform, ids, month.period) : new Map<string, DeemedMonth>()
  return rows.map((row) => {
    const taken = months.get(row.id)?.taken
    return {
      ...row,
      last: taken && { period: taken.basis.period, total: taken.last },
      deemed: taken && sumOf(taken.lines),
    }
  })
}

const sumOf = (lines: readonly { employer: Fen; personal: Fen }[]) =>
  fen(lines.reduce((sum, { employer, personal }) => sum + employer + personal, 0))

function shortText(field: string, given: string | null | undefined): string | undefined {
  const text = given?.normalize('NFKC').trim() || undefined
  if (text && [...text].length > longestText) throw badInput(field, `At most ${longestText} characters.`)
  return text
}

function readCursor(query: KeysetArgs): readonly [string, string] | undefined {
  const values = decodeCursor(query, 2)
  if (!values) return undefined
  const [name, id] = values
  if (typeof name !== 'string' || typeof id !== 'string' || !isUuid(id))
    throw badInput('after', 'This is no cursor of this list.')
  return [name, id]
}
