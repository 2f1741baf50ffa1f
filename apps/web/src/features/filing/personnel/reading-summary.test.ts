import type { Issue } from '@shebao/declaration-rules'
import { describe, expect, it } from 'vitest'
import { LISTED, summarise } from './reading-summary.ts'

const issue = (field: string, severity: 'error' | 'warning'): Issue => ({
  ruleId: `personnel.${field}`,
  severity,
  path: field,
  field,
  code: 'REQUIRED',
  params: {},
})

describe('what came of a file', () => {
  it('counts a person once, as the worst the rules say of them, and lists errors only', () => {
    const issues = [
      [],
      [issue('hireDate', 'warning'), issue('mobile', 'error'), issue('idNumber', 'error')],
      [issue('hireDate', 'warning')],
      [],
    ]
    const people = [{ row: 2 }, { row: 3, idDigitsLost: true }, { row: 4 }, { row: 5 }]
    const summary = summarise(people, { issuesOf: (index) => issues[index] ?? [] })
    expect(summary).toMatchObject({ people: 4, fine: 2, warned: 1, digitsLost: 1 })
    expect(summary.failing).toBe(1)
    expect(summary.errors.count).toBe(2)
    expect(summary.errors.first.map(({ row, issue: { field } }) => [row, field])).toEqual([
      [3, 'mobile'],
      [3, 'idNumber'],
    ])
  })

  it('lists some of many, and says how many there are', () => {
    const people = Array.from({ length: 3_000 }, (_, index) => ({ row: index + 1 }))
    const { errors, hints } = summarise(people, {
      issuesOf: () => [issue('mobile', 'error'), issue('hireDate', 'warning')],
    })
    expect([errors.count, hints.count]).toEqual([3_000, 3_000])
    expect([errors.first.length, hints.first.length]).toEqual([LISTED, LISTED])
  })
})
