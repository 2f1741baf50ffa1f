import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, readInteger, readYuan, writeYuan } from './typed-text.ts'

describe('typed amounts', () => {
  it.each([
    ['0', 0],
    ['1234.5', 123450],
    ['1,234.50', 123450],
    ['１２３４．５０', 123450],
    ['¥ 12 ', 1200],
    ['12元', 1200],
    ['-3.07', -307],
    ['-0', 0],
  ])('%s is %d fen', (text, fen) => expect(readYuan(text)).toBe(fen))

  it.each(['', ' ', '1.234', '12,34', '1e5', 'abc', '1.2.3', '9'.repeat(20)])('"%s" is none', (text) =>
    expect(readYuan(text)).toBeUndefined(),
  )

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
        expect(readYuan(writeYuan(fen))).toBe(fen === 0 ? 0 : fen)
      }),
    )
  })
})

describe('typed numbers', () => {
  it.each([
    ['0', 0],
    ['1,200', 1200],
    [' 12　', 12],
    ['-3', -3],
  ])('%s is %d', (text, value) => expect(readInteger(text)).toBe(value))
  it.each(['', '1.5', '12,00', 'x'])('"%s" is none', (text) => expect(readInteger(text)).toBeUndefined())
})

describe('typed dates', () => {
  it.each(['2026-03-31', '20260331', '2026/3/31', '2026.3.31', '2026年3月31日', '２０２６－０３－３１', ' 2026-3-31 '])(
    '%s is understood',
    (text) => {
      expect(readDate(text)).toBe('2026-03-31')
    },
  )
  it.each(['2026-02-29', '2026-13-01', '31/03/2026', '2026-03', ''])('"%s" is none', (text) =>
    expect(readDate(text)).toBeUndefined(),
  )
})
