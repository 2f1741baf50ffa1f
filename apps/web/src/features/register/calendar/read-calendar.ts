import type { CalendarRowProblem } from '@shebao/intake'
import type { FileProblemCode } from '@shebao/roster'
import type { Day } from './calendar-days.tsx'
import { saveFile } from '../../../shared/lib/save-file.ts'

export type Brought =
  | { unreadable: FileProblemCode }
  | { problems: readonly CalendarRowProblem[]; years: readonly { year: number; days: readonly Day[] }[] }

/** Reads the file where it is; the reader comes with the first file. */
export async function readCalendar(file: File): Promise<Brought> {
  const { readCalendarFile } = await import('@shebao/intake')
  const result = readCalendarFile(new Uint8Array(await file.arrayBuffer()), file.name)
  if (!result.ok) return { unreadable: result.problem.code }
  const years = Map.groupBy(result.days, ({ day }) => Number(day.slice(0, 4)))
  return {
    problems: result.problems,
    years: [...years].map(([year, days]) => ({ year, days })).sort((a, b) => a.year - b.year),
  }
}

export async function saveTemplate(): Promise<void> {
  const { calendarColumns, writeTemplate } = await import('@shebao/intake')
  saveFile(writeTemplate('工作日历', calendarColumns, 'zh-CN'), '工作日历模板.xlsx')
}
