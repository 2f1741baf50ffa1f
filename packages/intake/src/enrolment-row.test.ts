import { describe, expect, it } from 'vitest'
import { checkEnrolment } from './kinds/enrolments.ts'

describe('the household type of an enrolment', () => {
  it.each([
    ['810000199408230021', 'LOCAL_URBAN', ['householdType']],
    ['810000199408230021', 'HMT_RESIDENT', []],
    ['DEU0C01X00T47', 'NONLOCAL_RURAL', ['householdType']],
    ['110101199003078670', 'FOREIGN_NATIONAL', ['householdType']],
    ['110101199003078670', 'LOCAL_RURAL', []],
  ] as const)('of %s as %s', (idNumber, householdType, warned) => {
    const problems = checkEnrolment({ idNumber, householdType, pension: true }, '2026-06-15')
    expect(problems.map(({ column, level }) => [column, level])).toEqual(warned.map((column) => [column, 'WARNING']))
  })
})
