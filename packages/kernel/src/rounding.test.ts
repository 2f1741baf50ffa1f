import { arbitraryFen } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, PPM } from './fen.ts'
import { LARGEST_MONTHLY_AMOUNT, ROUNDING_MODES, ROUNDING_STEPS, shareOfBase } from './rounding.ts'
import type { RoundingMode } from './rounding.ts'

describe('shareOfBase', () => {
  it.each<[RoundingMode, number]>([
    ['HALF_UP_FEN', 3411], // 6 821.00 × 0.5 % = 34.105
    ['CEIL_JIAO', 3420],
    ['HALF_UP_JIAO', 3410],
    ['HALF_UP_YUAN', 3400],
  ])('rounds 34.105 with %s', (mode, expected) => {
    expect(shareOfBase(fen(682_100), 5000, mode)).toBe(expected)
  })

  it('leaves whole jiao alone when rounding up', () => {
    expect(shareOfBase(fen(1_000_000), 80_000, 'CEIL_JIAO')).toBe(80_000)
    expect(shareOfBase(fen(0), 80_000, 'CEIL_JIAO')).toBe(0)
  })

  it('equals integer arithmetic in BigInt over the whole domain', () => {
    const ppm = fc.integer({ min: 0, max: PPM })
    fc.assert(
      fc.property(arbitraryFen(), ppm, fc.constantFrom(...ROUNDING_MODES), (base, rate, mode) => {
        const { offset, divisor, unit } = ROUNDING_STEPS[mode]
        const exact = ((BigInt(base) * BigInt(rate) + BigInt(offset)) / BigInt(divisor)) * BigInt(unit)
        expect(BigInt(shareOfBase(base, rate, mode))).toBe(exact)
      }),
      { numRuns: 2000 },
    )
    expect(shareOfBase(LARGEST_MONTHLY_AMOUNT, PPM, 'HALF_UP_YUAN')).toBe(LARGEST_MONTHLY_AMOUNT)
  })

  it('refuses bases and rates outside the domain', () => {
    expect(() => shareOfBase(fen(-1), 1, 'HALF_UP_FEN')).toThrow(RangeError)
    expect(() => shareOfBase(fen(LARGEST_MONTHLY_AMOUNT + 1), 1, 'HALF_UP_FEN')).toThrow(RangeError)
    expect(() => shareOfBase(fen(1), 1.5, 'HALF_UP_FEN')).toThrow(RangeError)
  })
})
