import { describe, expect, it } from 'vitest'
import { gapsIn, hasAmounts, monthsOf } from './record-months.ts'

type Year = Parameters<typeof monthsOf>[0][number]
const twelve = (...states: Year['pension']) => [...states, ...Array.from({ length: 12 - states.length }, () => null)]
const year: Year = {
  __typename: 'RecordYear',
  year: 2024,
  pension: twelve(null, 'PAID', 'GAP'),
  medical: twelve(null, 'UNPAID', 'GAP'),
  unemployment: twelve(null, 'NOT_INSURED', 'NOT_INSURED'),
  workInjury: twelve(null, 'PAID', 'GAP'),
  maternity: twelve(null, 'UNPAID', 'GAP'),
}

describe('the months of a record', () => {
  it('are the cells of the grid, none outside the record', () => {
    expect(monthsOf([year])).toEqual([
      { period: '2024-02', status: { PENSION: 'PAID', MEDICAL: 'UNPAID', WORK_INJURY: 'PAID', MATERNITY: 'UNPAID' } },
      { period: '2024-03', status: { PENSION: 'GAP', MEDICAL: 'GAP', WORK_INJURY: 'GAP', MATERNITY: 'GAP' } },
    ])
  })

  it('have amounts where anything was assessed, and the gaps they lie in', () => {
    expect(monthsOf([year]).map(hasAmounts)).toEqual([true, false])
    const gap = { from: '2024-03', to: '2024-05' } as Parameters<typeof gapsIn>[0][number]
    expect(['2024-02', '2024-03', '2024-05', '2024-06'].map((period) => gapsIn([gap], period).length)).toEqual([
      0, 1, 1, 0,
    ])
  })
})
