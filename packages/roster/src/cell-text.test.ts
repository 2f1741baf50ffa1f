import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from './cell-text.ts'

describe('the text a person sees in a cell', () => {
  it.each([
    ['王芳', '王芳'],
    ['Zhang San', 'Zhang San'],
    [' 王芳 ', '王芳'],
    ["'110105", '110105'],
    ['’110105', '110105'],
    ["O'Neil", "O'Neil"],
    ["'", ''],
    ['', ''],
    [' ', ''],
    ['　王芳　', '王芳'],
    ['王\u200b芳', '王芳'],
    ['王\u0007芳', '王芳'],
    ['\ufeff王芳', '王芳'],
  ])('of %j is %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it('is what the patterns leave of any text', () => {
    const character = fc.constantFrom(..." '‘’＇\t\n\u3000\u200b\ufeff\u0007\u007f\u00ada1~!王龥㐀Ａ·")
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 6 }), (text) => {
        const kept = text
          .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]|[^\P{Cc}\t\n\v\f\r]/gu, '')
          .trim()
        expect(visibleText(text)).toBe(kept.replace(/^['‘’＇]\s*/, ''))
      }),
    )
  })
})
