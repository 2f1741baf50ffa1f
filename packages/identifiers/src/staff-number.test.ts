import { expect, it } from 'vitest'
import { normaliseIdentifier, readStaffNumber } from './index.ts'

it('a staff number is kept as signing in reads it', () => {
  for (const typed of ['qd0001', ' QD-00 01 ', 'ＱＤ０００１', 'QD0001']) {
    expect(readStaffNumber(typed)).toBe('QD0001')
    expect(readStaffNumber(typed)).toBe(normaliseIdentifier(typed))
  }
  expect(readStaffNumber('A1')).toBe('A1')
  for (const none of ['', '?', 'A', '--', '-A-', '工号01', 'A_1', 'A'.repeat(21)])
    expect(readStaffNumber(none)).toBeUndefined()
})
