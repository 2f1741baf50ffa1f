import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatFen,
  formatInstant,
  formatPeriod,
  formatPpm,
  formatRelativeDays,
  formatYuan,
  roundedTimeLeft,
} from './format.ts'

describe('amounts', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [370300, '3,703.00'],
    [-273300, '\u22122,733.00'],
    [-5, '\u22120.05'],
    [123456789012, '1,234,567,890.12'],
  ])('%d fen is %s', (fen, text) => {
    expect(formatFen(fen, 'zh-CN')).toBe(text)
    expect(formatFen(fen, 'en')).toBe(text)
  })

  it('has the sign before a space that does not break', () => expect(formatYuan(100, 'en')).toBe('¥\u00a01.00'))

  it('keeps every fen', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(BigInt(formatFen(fen, 'en').replace('\u2212', '-').replaceAll(/[,.]/g, ''))).toBe(BigInt(fen))
      }),
    )
  })

  it('refuses what is no amount', () => expect(() => formatFen(0.5, 'en')).toThrow(RangeError))
})

describe('dates', () => {
  it('reads like the language', () => {
    expect(formatDate('2026-03-31', 'zh-CN')).toBe('2026年3月31日')
    expect(formatDate('2026-03-31', 'en')).toBe('31 March 2026')
    expect(formatPeriod('2026-03', 'zh-CN')).toBe('2026年3月')
    expect(formatPeriod('2026-03', 'en')).toBe('March 2026')
  })

  it('shows instants in Shanghai, whatever the machine is set to', () => {
    expect(formatInstant('2026-03-31T20:05:00Z', 'zh-CN')).toBe('2026年4月1日 04:05')
  })

  it.each([
    ['2026-03-01', '2026-03-01', 'today', '今天'],
    ['2026-03-04', '2026-03-01', 'in 3 days', '3天后'],
    ['2026-02-27', '2026-03-01', '2 days ago', '前天'],
  ])('%s seen on %s is %s', (date, today, en, zh) => {
    expect(formatRelativeDays(date, today, 'en')).toBe(en)
    expect(formatRelativeDays(date, today, 'zh-CN')).toBe(zh)
  })

  it('shows rates with the decimals they have', () => {
    expect([80_000, 98_000, 5_000, 1_600].map((ppm) => formatPpm(ppm, 'en'))).toEqual(['8%', '9.8%', '0.5%', '0.16%'])
  })

  it('rounds a time left so that it does not flicker', () => {
    expect([0.4, 11, 89, 90, 400].map(roundedTimeLeft)).toEqual([
      { unit: 'second', value: 5 },
      { unit: 'second', value: 15 },
      { unit: 'second', value: 90 },
      { unit: 'minute', value: 2 },
      { unit: 'minute', value: 7 },
    ])
  })
})
