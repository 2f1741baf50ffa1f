import type { Issue } from '@shebao/declaration-rules'
import { describe, expect, it } from 'vitest'
import { summarise } from './reading-summary.ts'

const issue = (field: string, severity: 'error' | 'warning'): Issue => ({
  ruleId: `personnel.${field}`,
  severity,
  path: field,
  field,
  code: 'REQUIRED',
  params: {},
})
const row = (number: number, idDigitsLost = false) => ({ row: number, draft: {}, idDigitsLost })

describe('what came of a file', () => {
  it('counts a person once, as the worst the rules say of them, and lists errors only', () => {
    const summary = summarise({
      rows: [row(2), row(3, true), row(4), row(5)],
      issues: [
        { row: 3, issues: [issue('hireDate', 'warning'), issue('mobile', 'error'), issue('idNumber', 'error')] },
        { row: 4, issues: [issue('hireDate', 'warning')] },
      ],
    })
    expect(summary).toMatchObject({ people: 4, fine: 2, warned: 1, digitsLost: 1 })
    expect(summary.failing.map((failing) => failing.row)).toEqual([3])
    expect(summary.errors.map(({ row: number, issue: { field } }) => [number, field])).toEqual([
      [3, 'mobile'],
      [3, 'idNumber'],
    ])
  })
})
