import { isCivilDate } from '@shebao/kernel'
import { CALENDAR_DAY_KINDS } from '@shebao/premium'
import type { CalendarDay, CalendarDayKind } from '@shebao/premium'
import type { FileProblem, TypedWords } from '@shebao/roster'
import type { Column, Columns } from './column.ts'
import { openTable, readTableRow } from './read-table.ts'
import { rowError } from './row-problem.ts'
import type { RowProblem } from './row-problem.ts'

const kindWords = {
  HOLIDAY: {
    zh: '放假',
    en: 'Holiday',
    also: ['休', '休息', '节假日', '法定节假日', '假期', '放假调休', 'off', 'rest'],
  },
  MAKE_UP: {
    zh: '上班',
    en: 'Worked weekend',
    also: ['班', '补班', '调休上班', '调班', '工作日', 'work', 'working day'],
  },
} as const satisfies Record<CalendarDayKind, TypedWords>

/** The columns of a working-day calendar as a file. */
export const calendarColumns = {
  day: { type: 'DATE', zh: '日期', en: 'Date', also: ['day', '时间'], required: true, sample: '2024-10-01' },
  kind: {
    type: 'CHOICE',
    zh: '类别',
    en: 'Kind',
    also: ['类型', '放假或上班', 'type', '安排'],
    words: kindWords,
    required: true,
    sample: '放假',
  },
  name: {
    type: 'TEXT',
    zh: '名称',
    en: 'Name',
    also: ['节日', '节假日名称', '说明', 'holiday', 'festival'],
    longest: 40,
    required: true,
    sample: '国庆节',
  },
} as const satisfies Columns & Record<keyof CalendarDay, Column>

export interface CalendarRowProblem extends RowProblem {
  readonly row: number
}

export type CalendarFile =
  | { ok: false; problem: FileProblem }
  | { ok: true; days: readonly CalendarDay[]; problems: readonly CalendarRowProblem[] }

/** A list of days from XLSX, CSV or JSON. Rows that cannot be read are named and are not among the days. */
export function readCalendarFile(bytes: Uint8Array, fileName: string): CalendarFile {
  const json = readJson(bytes)
  if (json) return json
  const result = openTable(bytes, fileName, calendarColumns)
  if (!result.ok) return result
  const { opened } = result
  const days: CalendarDay[] = []
  const problems: CalendarRowProblem[] = []
  for (const one of opened.rows) {
    const { row, values, problems: own } = readTableRow(calendarColumns, one, opened.date1904)
    const { day, kind, name } = values
    if (own.length === 0 && isCivilDate(day) && kind !== undefined && name !== undefined) days.push({ day, kind, name })
    problems.push(...own.map((problem) => ({ row, ...problem })))
  }
  return { ok: true, days, problems }
}

/** A JSON array of `{ "date", "kind", "name" }`, or an object with one under `days`; undefined for what is no JSON. */
function readJson(bytes: Uint8Array): CalendarFile | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 1_000_000)).replace(/^\uFEFF/, '')
  if (!/^\s*[[{]/.test(text)) return undefined
  const entries = arrayIn(text)
  if (!entries) return { ok: false, problem: { code: 'CORRUPT', params: { detected: 'json' } } }
  const days: CalendarDay[] = []
  const problems: CalendarRowProblem[] = []
  for (const [index, entry] of entries.entries()) {
    const row = index + 1
    const { day, date = day, kind, name } = record(entry)
    const known = CALENDAR_DAY_KINDS.find((one) => one === kind)
    const named = typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 40) : undefined
    if (!isCivilDate(date)) problems.push({ row, ...rowError('day', 'UNREADABLE_DATE') })
    else if (!known) problems.push({ row, ...rowError('kind', 'UNKNOWN_WORD', CALENDAR_DAY_KINDS.join(' / ')) })
    else if (!named) problems.push({ row, ...rowError('name', 'MISSING') })
    else days.push({ day: date, kind: known, name: named })
  }
  return { ok: true, days, problems }
}

function arrayIn(text: string): unknown[] | undefined {
  try {
    const whole: unknown = JSON.parse(text)
    const list = Array.isArray(whole) ? whole : record(whole)['days']
    return Array.isArray(list) ? list : undefined
  } catch {
    return undefined
  }
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
