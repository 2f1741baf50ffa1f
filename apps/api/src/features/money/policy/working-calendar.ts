import { CalendarYearMissingError, nextWorkingDay, prepareCalendar } from '@shebao/premium'
import type { CivilDate } from '@shebao/kernel'

/**
 * Holidays and make-up working weekends as the State Council's yearly notices announce them, entered by hand and to be
 * confirmed by the office. Weekend days inside a holiday need no entry. Only years listed here are answered for.
 */
const calendar = prepareCalendar({
  years: [2024, 2025, 2026],
  holidays: [
    '2024-01-01',
    ...days('2024-02', 12, 16),
    '2024-04-04',
    '2024-04-05',
    '2024-05-01',
    '2024-05-02',
    '2024-05-03',
    '2024-06-10',
    '2024-09-16',
    '2024-09-17',
    ...days('2024-10', 1, 4),
    '2024-10-07',
    '2025-01-01',
    ...days('2025-01', 28, 31),
    '2025-02-03',
    '2025-02-04',
    '2025-04-04',
    '2025-05-01',
    '2025-05-02',
    '2025-05-05',
    '2025-06-02',
    ...days('2025-10', 1, 3),
    ...days('2025-10', 6, 8),
    '2026-01-01',
    '2026-01-02',
    ...days('2026-02', 16, 20),
    '2026-02-23',
    '2026-04-06',
    '2026-05-01',
    '2026-05-04',
    '2026-05-05',
    '2026-06-19',
    '2026-09-25',
    '2026-10-01',
    '2026-10-02',
    ...days('2026-10', 5, 7),
  ],
  makeUpDays: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ],
})

function days(month: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => `${month}-${String(first + step).padStart(2, '0')}`)
}

/**
 * A last day that is a rest day moves to the next working day. Before the calendar of a year is announced the day stays
 * as it is: weekday arithmetic would guess.
 */
export function moveOffRestDay(date: CivilDate): CivilDate {
  try {
    return nextWorkingDay(calendar, date)
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return date
    throw error
  }
}
