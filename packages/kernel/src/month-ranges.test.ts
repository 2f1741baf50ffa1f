import { expect, it } from 'vitest'
import { countMonths, doubledRanges, joinPeriods, readRanges } from './month-ranges.ts'
import { period, periodsBetween } from './period.ts'

const running = period('2024-12')
const typed = (from: string, to: string, insurance = 'PENSION') => ({ insurance, from, to })

it('names the months that count already, per insurance: unit A 202401-202406, brought along 202405-202407', () => {
  const here = periodsBetween(period('2024-01'), period('2024-06'))
  const { ranges } = readRanges([typed('202405', '202407'), typed('2024-05', '2024-07', 'MEDICAL')], running)
  expect(doubledRanges(ranges, { PENSION: here })).toEqual([{ insurance: 'PENSION', from: '2024-05', to: '2024-06' }])
  expect(new Set([...here, '2024-05', '2024-06', '2024-07']).size).toBe(7)
  expect(countMonths(ranges, 'PENSION')).toBe(3)
  // Months on both sides of one that does not count are two stretches.
  expect(doubledRanges(ranges, { MEDICAL: ['2024-05', '2024-07'] })).toEqual([
    { insurance: 'MEDICAL', from: '2024-05', to: '2024-05' },
    { insurance: 'MEDICAL', from: '2024-07', to: '2024-07' },
  ])
  expect(doubledRanges(ranges, {})).toEqual([])
})

it('says of each row what is wrong with it', () => {
  const rows = [
    typed('2023-01', '2023-06'),
    typed('2023-06', '2023-08'),
    typed('2023-06', '2023-08', 'MEDICAL'),
    typed('2023-13', '2023-08'),
    typed('2023-09', '2023-08'),
    typed('2024-11', '2024-12'),
    typed('2023-01', '2023-02', 'WORK_INJURY'),
  ]
  expect(readRanges(rows, running).problems).toEqual([
    { row: 1, code: 'OVERLAPS' },
    { row: 3, code: 'MONTH' },
    { row: 4, code: 'ORDER' },
    { row: 5, code: 'RUNNING' },
    { row: 6, code: 'INSURANCE' },
  ])
  expect(readRanges([typed('2024-10', '2024-11')], running).problems).toEqual([])
})

it('joins months to stretches and bridges no gap', () => {
  expect(joinPeriods(['2024-02', '2023-12', '2024-01', '2024-04', '2024-01'])).toEqual([
    { from: '2023-12', to: '2024-02' },
    { from: '2024-04', to: '2024-04' },
  ])
})
