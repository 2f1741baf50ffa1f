import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonthsFirstDay,
  civilDate,
  civilDateAt,
  civilDateOf,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  packedDay,
  parseCivilDate,
  weekdayOf,
} from './civil-date.ts'

const arbitraryDate = fc
  .integer({ min: dayNumber(civilDate('1850-01-01')), max: dayNumber(civilDate('2299-12-31')) })
  .map(dateFromDayNumber)

/** What the standard calendar of the language says, for every function of the one date file. */
describe('civil dates against Temporal', () => {
  it('knows which days there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (year, month, day) => {
          const expected = realDay(year, month, day)
          expect(civilDateOf(year, month, day)).toBe(expected)
          const text = [
            String(year).padStart(4, '0'),
            String(month).padStart(2, '0'),
            String(day).padStart(2, '0'),
          ].join('-')
          expect(parseCivilDate(text)).toBe(expected)
          expect(packedDay(text)).toBe(expected === undefined ? 0 : year * 10000 + month * 100 + day)
        },
      ),
    )
  })

  it('counts days, weekdays and months as it does', () => {
    fc.assert(
      fc.property(arbitraryDate, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
        const plain = Temporal.PlainDate.from(date)
        expect(addDays(date, days)).toBe(plain.add({ days }).toString())
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(weekdayOf(date)).toBe(plain.dayOfWeek % 7)
        expect(daysInMonth(plain.year, plain.month)).toBe(plain.daysInMonth)
      }),
    )
  })

  it('finds the first day of another month', () => {
    fc.assert(
      fc.property(arbitraryDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const expected = Temporal.PlainDate.from(date).with({ day: 1 }).add({ months })
        expect(addMonthsFirstDay(date, months)).toBe(expected.toString())
      }),
    )
  })

  it('knows the day in China at an instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (instant) => {
          const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Asia/Shanghai')
          expect(civilDateAt(instant)).toBe(zoned.toPlainDate().toString())
        },
      ),
    )
  })
})

function realDay(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
