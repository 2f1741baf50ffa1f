import { arbitraryFen } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, formatYuan, MoneyError, mulDivHalfUp, parseYuan, sumFen } from './fen.ts'

describe('parseYuan', () => {
  it.each([
    ['10000.00', 1_000_000],
    ['163,085.52', 16_308_552],
    ['￥12.5', 1250],
    ['¥0.05', 5],
    ['0', 0],
    [' 1 000 ', 100_000],
    ['１２．５０', 1250],
    ['3703元', 370_300],
    ['12.500', 1250],
    ['-27.28', -2728],
    ['0.29', 29],
    ['1.1', 110],
  ])('reads %s as %i fen', (text, expected) => {
    expect(parseYuan(text)).toEqual({ ok: true, fen: expected })
  })

  it.each([
    ['', 'BLANK'],
    ['　 ', 'BLANK'],
    ['12,34', 'FORMAT'],
    ['1,2345.00', 'FORMAT'],
    ['1e5', 'FORMAT'],
    ['12.', 'FORMAT'],
    ['.5', 'FORMAT'],
    ['--5', 'FORMAT'],
    ['一千', 'FORMAT'],
    ['12.345', 'TOO_MANY_DECIMALS'],
    ['99999999999999999', 'OUT_OF_RANGE'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseYuan(text)).toEqual({ ok: false, code })
  })
})

describe('formatYuan', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [370_300, '3,703.00'],
    [1_234_567_89, '1,234,567.89'],
  ])('writes %i as %s', (amount, expected) => {
    expect(formatYuan(fen(amount), { grouping: true })).toBe(expected)
  })

  it('is read back as the same amount, in every form', () => {
    const anyAmount = arbitraryFen(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    const anyForm = fc.record({ grouping: fc.boolean(), sign: fc.constantFrom('¥' as const, '￥' as const) })
    fc.assert(
      fc.property(anyAmount, anyForm, (amount, form) => {
        expect(parseYuan(formatYuan(amount, form))).toEqual({ ok: true, fen: amount })
      }),
    )
  })
})

describe('fen', () => {
  it('takes only whole, safe numbers', () => {
    expect(() => fen(0.1)).toThrow(MoneyError)
    expect(() => fen(Number.MAX_SAFE_INTEGER + 1)).toThrow(MoneyError)
    expect(() => fen(Number.NaN)).toThrow(MoneyError)
    expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(MoneyError)
  })
})

describe('mulDivHalfUp', () => {
  it('agrees with exact rational arithmetic, also where the product leaves the safe range', () => {
    const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1_000_000, max: 10 ** 9 }),
        (value, times, by) => {
          const result = BigInt(mulDivHalfUp(value, times, by))
          // half-up: result - 1/2 <= exact < result + 1/2, with every side doubled and multiplied by the divisor
          const twiceExact = 2n * BigInt(value) * BigInt(times)
          expect((2n * result - 1n) * BigInt(by) <= twiceExact).toBe(true)
          expect(twiceExact < (2n * result + 1n) * BigInt(by)).toBe(true)
        },
      ),
    )
  })

  it('refuses negative values and division by zero', () => {
    expect(() => mulDivHalfUp(-1, 1, 1)).toThrow(MoneyError)
    expect(() => mulDivHalfUp(1, 1, 0)).toThrow(MoneyError)
  })
})
