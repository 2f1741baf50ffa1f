import { addDays, civilDate, daysBetween, fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import { badInput } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listEmployerLines, sortValue, sumEmployers } from './employers.repository.ts'
import type { EmployerLine, EmployerSelection, EmployerSort } from './employers.repository.ts'

export interface EmployerQuery extends KeysetArgs {
  sort?: EmployerSort | null | undefined
  overdueOnly?: boolean | null | undefined
  text?: string | null | undefined
  owedFrom?: Fen | null | undefined
  overdueDaysFrom?: number | null | undefined
}

export interface EmployerItem extends EmployerLine {
  overdueDays: number
}

const longestText = 64
const mostDays = 36_500

/** Employers with what they owe; with `overdueOnly` the debtors alone. */
export async function listEmployers(
  platform: Platform,
  asker: Viewer | undefined,
  query: EmployerQuery,
): Promise<EmployerItem[]> {
  requireMay(asker, 'employer:list')
  const sort = query.sort ?? 'NAME'
  return readLines(platform, query, { after: readCursor(query, sort), limit: pageSize(query) + 1 })
}

/** So many lines a file holds at most; the list itself goes on by pages. */
export const mostLinesOfFile = 10_000

/** The same selection as a file, from its beginning; one line more than it may hold says that it was cut. */
export async function listEmployersForFile(
  platform: Platform,
  asker: Viewer | undefined,
  query: EmployerQuery,
): Promise<EmployerItem[]> {
  requireMay(asker, 'employer:list')
  return readLines(platform, query, { after: undefined, limit: mostLinesOfFile + 1 })
}

async function readLines(
  platform: Platform,
  query: EmployerQuery,
  part: Pick<EmployerSelection, 'after' | 'limit'>,
): Promise<EmployerItem[]> {
  const today = platform.clock.today()
  const text = query.text?.normalize('NFKC').trim() || undefined
  const days = query.overdueDaysFrom ?? 0
  if (text && [...text].length > longestText) throw badInput('text', `At most ${longestText} characters.`)
  if (days < 0 || days > mostDays) throw badInput('overdueDaysFrom', `0 to ${mostDays} days.`)
  const lines = await listEmployerLines(platform, {
    sort: query.sort ?? 'NAME',
    overdueOnly: query.overdueOnly ?? false,
    text,
    owedFrom: query.owedFrom ?? fen(0),
    dueBefore: days > 0 ? addDays(today, 1 - days) : undefined,
    today,
    ...part,
  })
  return lines.map((line) => ({
    ...line,
    overdueDays: line.oldestDueOn ? daysBetween(civilDate(line.oldestDueOn), today) : 0,
  }))
}

export const employerKey = (sort: EmployerSort) => (line: EmployerLine) => [sortValue(sort, line), line.id]

function readCursor(query: EmployerQuery, sort: EmployerSort) {
  const values = decodeCursor(query, 2)
  if (!values) return undefined
  const [value, id] = values
  const amount = sort === 'OWED' || sort === 'OVERDUE'
  if (typeof value !== 'string' || !isUuid(String(id)) || (amount && !/^-?\d{1,18}$/.test(value)))
    throw badInput('after', 'This is no cursor of this list.')
  return values
}

export async function countEmployers(platform: Platform, asker: Viewer | undefined) {
  requireMay(asker, 'employer:list')
  return sumEmployers(platform, platform.clock.today())
}
