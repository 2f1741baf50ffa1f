import type { RosterFile } from '@shebao/roster'
import { isBlank } from '../blank.ts'
import { earliestPeriod } from '../monthly-rules/monthly-context.ts'
import type { MonthlyContext } from '../monthly-rules/monthly-context.ts'
import { parsePeriodText } from './change-columns.ts'

/** Heads of a column that says which month a list of staff is of; since when somebody is insured is another matter. */
const HEADS = /^(费款|申报|缴费|统计|工资)?(所属期|所属月份|所属年月|年月|月份)$|^(month|period)$/i

export interface MonthOfList {
  readonly month: string
  /** It has closed: this is the list of an earlier month. */
  readonly closed: boolean
}

/** The month that every row of a list of staff names, where all name the same. */
export function monthOfList(
  { mapping: { unmapped }, rows }: Pick<RosterFile, 'mapping' | 'rows'>,
  context: MonthlyContext,
): MonthOfList | undefined {
  const head = unmapped.find(({ header }) => HEADS.test(header.normalize('NFKC').replaceAll(/\s/g, '')))
  if (head === undefined) return undefined
  const months = new Set<string | undefined>()
  for (const { cells } of rows) {
    const cell = cells[head.column]
    if (cell !== undefined && !isBlank(cell)) months.add(parsePeriodText(cell.trim()))
  }
  const [month] = months
  if (months.size !== 1 || month === undefined) return undefined
  // After the cut-off the list of the month that runs is still the latest there is.
  const running = context.today.slice(0, 7)
  return { month, closed: month < earliestPeriod(context) && month < running }
}
