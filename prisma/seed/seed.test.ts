import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seedDemoOffice } from './seed.ts'

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}/u
/** What may lie ahead; `day` is of the calendar, which is published before its year; cards are made, and losses end by themselves, in some days. */
const ahead = ['expires_at', 'due_on', 'day', 'ready_on', 'lost_until']

/** Every date that the seed writes, with the column it goes to. */
async function datesOf(today: string) {
  const dates: { column: string; date: string }[] = []
  const query = async ({ text }: { text: string }, values: readonly unknown[] = []) => {
    const columns = /\(([^)]+)\)/u.exec(text)?.[1]?.split(', ') ?? []
    for (const [at, cells] of values.entries()) {
      for (const value of Array.isArray(cells) ? cells : [cells]) {
        if (typeof value === 'string' && CIVIL_DATE.test(value)) dates.push({ column: columns[at] ?? '', date: value })
      }
    }
    return []
  }
  const seeded = await seedDemoOffice(
    { query, seal: () => new Uint8Array(), lookupHash: () => new Uint8Array() },
    today,
    '',
  )
  return { dates, ...seeded }
}

describe('the seed', () => {
  it.each(['2024-02-29', '2026-11-01', '2026-11-07', '2026-11-30', '2026-12-31', '2027-01-01'])(
    'made on %s dates nothing after it',
    async (today) => {
      const { dates } = await datesOf(today)
      expect(dates.length).toBeGreaterThan(1000)
      const later = dates.filter(({ column, date }) => !ahead.includes(column) && date.slice(0, 10) > today)
      expect(later).toEqual([])
    },
  )

  it('is told in docs/demo.md: each employer that is named there is in it, and each that teaches something is named', async () => {
    const told = readFileSync(join(import.meta.dirname, '../../docs/demo.md'), 'utf8')
    const { units, teaching } = await datesOf('2026-11-30')
    const named = new Set(told.match(/1101\d{6}(?!\d)/g))
    expect([...named].filter((number) => units.every(({ registrationNo }) => registrationNo !== number))).toEqual([])
    expect(units.filter(({ registrationNo }) => !named.has(registrationNo))).toEqual([])
    expect(teaching.filter(({ person }) => !told.includes(person.name))).toEqual([])
    const numbers = teaching.map(({ person }) => person.idNumber).filter((number) => told.includes(number))
    expect(numbers.length).toBeGreaterThanOrEqual(8)
  })

  it('pays a month on the day it always did once that day has passed', async () => {
    const [early, late] = [await datesOf('2026-11-07'), await datesOf('2026-11-30')]
    const after = new Map(late.notices.map(({ number, postedOn }) => [number, postedOn]))
    const paid = early.notices.filter(({ postedOn }) => postedOn !== null)
    expect(paid.map(({ number }) => after.get(number))).toEqual(paid.map(({ postedOn }) => postedOn))
    const paidLater = early.notices
      .filter(({ postedOn }) => postedOn === null)
      .flatMap(({ number }) => after.get(number) ?? [])
    expect(paidLater).not.toEqual([])
    expect(paidLater.every((day) => day >= '2026-11-07')).toBe(true)
  })
})
