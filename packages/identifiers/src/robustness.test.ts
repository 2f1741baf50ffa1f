import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  IDENTIFIER_TYPES,
  checkIdentifier,
  checkPersonIdentifier,
  maskName,
  normaliseIdentifier,
  normalisePersonName,
  recogniseIdentifier,
} from './index.ts'

const TODAY = '2026-11-23'
/** Any UTF-16 units at all, lone surrogates included, mixed with what numbers are made of. */
const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('0123456789XxHKGMACTWN'),
      '　',
      '-',
      "'",
      '＇',
      '０',
      'Ｘ',
      '·',
      '张',
      '\ud842',
    ),
    maxLength: 24,
  }),
)
const types = fc.constantFrom(...IDENTIFIER_TYPES)

describe('whatever the input', () => {
  it('no check throws, and a valid value is valid again, unchanged', () => {
    fc.assert(
      fc.property(anyText, types, (input, type) => {
        const result = checkIdentifier(type, input, TODAY)
        if (!result.ok) return
        expect(checkIdentifier(type, result.value, TODAY)).toMatchObject({ ok: true, value: result.value })
      }),
      { numRuns: 3000 },
    )
  })

  it('recognising, roster checks and masks do not throw', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { type, result } = recogniseIdentifier(input, TODAY)
        expect(result?.type).toBe(type)
        expect(checkPersonIdentifier(undefined, input, TODAY)).toHaveProperty('ok')
        expect(Array.from(maskName(input))).toHaveLength(Array.from(input).length)
      }),
      { numRuns: 1000 },
    )
  })

  it('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const once = normaliseIdentifier(input)
        expect(normaliseIdentifier(once)).toBe(once)
        const name = normalisePersonName(input)
        expect(normalisePersonName(name)).toBe(name)
      }),
      { numRuns: 3000 },
    )
  })

  it('normalising undoes how spreadsheets and forms write a number', () => {
    const spaces = fc.constantFrom('', ' ', '　', '-', '\u200b', '－')
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,20}$/), spaces, fc.boolean(), (value, space, wide) => {
        const units = Array.from(value, (unit) =>
          wide ? String.fromCharCode(unit.charCodeAt(0) + 0xfee0) : unit.toLowerCase(),
        )
        expect(normaliseIdentifier(`'${units.join(space)} `)).toBe(value)
      }),
    )
  })
})
