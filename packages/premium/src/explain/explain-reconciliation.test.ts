import { findFalseNodes } from '@shebao/test-support/premium'
import { describe, expect, it } from 'vitest'
import {
  explainClosingBalance,
  explainDayReceipts,
  explainDaySum,
  explainStatement,
  explainStatementLine,
} from './explain-reconciliation.ts'
import { amountOf } from './explanation.ts'
import { withoutEchoes } from './explanation-part.ts'
import { explanationLines } from './explanation-words.ts'
import { fen } from '@shebao/kernel'

const paid = (payer: string | null, reference: string, amount: number) => ({ payer, reference, amount: fen(amount) })

describe('sums of a day', () => {
  it('name the largest payments, and all others as one sum', () => {
    const largest = [paid('甲公司', 'R-1', 500_000), paid('乙公司', 'R-2', 300_000)]
    const why = explainDayReceipts('2026-10-12', { largest, count: 5, amount: fen(1_000_000) })
    expect(amountOf(why)).toBe(1_000_000)
    expect(why.inputs.at(-1)).toMatchObject({ label: 'OTHER_MONEY', params: { count: 3 }, result: { value: 200_000 } })
    const whole = explainDayReceipts('2026-10-12', { largest, count: 2, amount: fen(800_000) })
    expect(whole.inputs.map(({ label }) => label)).toEqual(['MONEY_OF', 'MONEY_OF'])
    // One payment alone is named too.
    const single = explainDayReceipts('2026-10-12', { largest: largest.slice(0, 1), count: 1, amount: fen(500_000) })
    expect(withoutEchoes(single).inputs.map(({ params }) => params)).toEqual([{ payer: '甲公司', reference: 'R-1' }])
    expect([why, whole].flatMap(findFalseNodes)).toEqual([])
  })

  it('open by outcome; what others list is as listed, what the office has as booked', () => {
    const outcomes = [
      { outcome: 'MATCHED', largest: [paid('甲公司', 'R-1', 500)], count: 1, amount: fen(500) },
      { outcome: 'BANK_ONLY', largest: [paid(null, 'R-9', -100)], count: 1, amount: fen(-100) },
    ] as const
    const bank = explainDaySum('2026-10-12', 'BANK', outcomes)
    expect(amountOf(bank)).toBe(400)
    const rules = (party: 'BANK' | 'SYSTEM') =>
      explainDaySum('2026-10-12', party, outcomes).inputs.flatMap(({ inputs }) => inputs.map(({ rule }) => rule))
    expect([rules('BANK'), rules('SYSTEM')]).toEqual([
      ['LISTED', 'LISTED'],
      ['BOOKED', 'BOOKED'],
    ])
    expect(explanationLines(bank, 'en').join('\n')).toContain('Bank only')
    expect(explanationLines(bank, 'zh-CN').join('\n')).toContain('付款人不详 · R-9')
    expect(findFalseNodes(bank)).toEqual([])
  })
})

describe('a statement', () => {
  it('is the sum of its lines, and its closing balance what it opened with and them', () => {
    const statement = explainStatement('20261012', {
      largest: [{ line: 7, amount: fen(900) }],
      count: 3,
      amount: fen(1000),
    })
    expect(statement.inputs.map(({ label, result }) => [label, result.value])).toEqual([
      ['STATEMENT_LINE', 900],
      ['OTHER_LINES', 100],
    ])
    const closing = explainClosingBalance(fen(50), statement)
    expect([amountOf(closing), findFalseNodes(closing)]).toEqual([1050, []])
    expect(explanationLines(explainStatementLine('20261012', { line: 7, amount: fen(900) }), 'en')[0]).toContain(
      'Statement 20261012, line 7',
    )
  })
})
