import { expect, it } from 'vitest'
import { groupRights } from './group-rights.ts'

const rights = (insurance: string, months: number, firstInsured: string | null = '2024-07', gaps: string[] = []) => ({
  insurance,
  months,
  firstInsured,
  gaps,
})
const named = (groups: { insurance: string }[][]) => groups.map((group) => group.map(({ insurance }) => insurance))

it('says once what holds of several insurances', () => {
  const same = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'].map((name) => rights(name, 24))
  expect(named(groupRights(same))).toEqual([same.map(({ insurance }) => insurance)])
})

it('keeps apart what differs in months, beginning or gaps, in the order given', () => {
  const mixed = [
    rights('PENSION', 24),
    rights('MEDICAL', 24, '2024-08'),
    rights('UNEMPLOYMENT', 24),
    rights('WORK_INJURY', 23, '2024-07', ['2025-02']),
    rights('MATERNITY', 0, null),
  ]
  expect(named(groupRights(mixed))).toEqual([['PENSION', 'UNEMPLOYMENT'], ['MEDICAL'], ['WORK_INJURY'], ['MATERNITY']])
})
