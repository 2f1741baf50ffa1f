import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listOverdueBills } from './arrears.repository.ts'
import type { OverdueBill } from './arrears.repository.ts'
import { listEmployersBehind } from './employers-behind.repository.ts'
import type { EmployerBehind } from './employers-behind.repository.ts'
import { rollUp } from './roll-up.ts'
import { ageLimitsOf, readSelection } from './statistic-selection.ts'
import type { SelectionArgs } from './statistic-selection.ts'
import type { OverdueAge, StatisticMeasure } from './statistics-codes.ts'

/** The employers that a figure counts. */
export async function readEmployersBehind(
  platform: Platform,
  asker: Viewer | undefined,
  order: StatisticMeasure,
  args: SelectionArgs & KeysetArgs,
): Promise<EmployerBehind[]> {
  requireMay(asker, 'statistics:read')
  const selection = readSelection(args)
  const page = { after: readCursor(args), limit: pageSize(args) + 1 }
  await rollUp(platform)
  return platform.database.heavyRead(() => listEmployersBehind(platform, selection, order, page))
}

/** So many lines a file holds at most; the list itself goes on by pages. */
export const mostLinesOfFile = 10_000

/** The same from its beginning for a file; one line more than it may hold says that it was cut. */
export async function readEmployersForFile(
  platform: Platform,
  asker: Viewer | undefined,
  order: StatisticMeasure,
  args: SelectionArgs,
): Promise<EmployerBehind[]> {
  requireMay(asker, 'statistics:export')
  const selection = readSelection(args)
  await rollUp(platform)
  return listEmployersBehind(platform, selection, order, { after: undefined, limit: mostLinesOfFile + 1 })
}

/** The bills that an overdue sum counts. */
export async function readOverdueBills(
  platform: Platform,
  asker: Viewer | undefined,
  age: OverdueAge | undefined,
  args: SelectionArgs & KeysetArgs,
): Promise<OverdueBill[]> {
  requireMay(asker, 'statistics:read')
  const wanted = { ...readSelection(args), age }
  const page = { after: readCursor(args), limit: pageSize(args) + 1 }
  const limits = ageLimitsOf(platform.clock.today())
  return platform.database.heavyRead(() => listOverdueBills(platform, wanted, limits, page))
}

function readCursor(args: KeysetArgs): readonly [string, string] | undefined {
  const values = decodeCursor(args, 2)
  if (!values) return undefined
  const [amount, id] = values
  if (typeof amount !== 'string' || typeof id !== 'string' || !/^-?\d{1,18}$/.test(amount) || !isUuid(id))
    throw badInput('after', 'This is no cursor of this list.')
  return [amount, id]
}
