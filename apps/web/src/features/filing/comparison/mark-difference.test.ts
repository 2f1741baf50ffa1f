import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markDifference } from './mark-difference.ts'

const marked = (one: string, other: string) =>
  markDifference(one, other).map((parts) => parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''))

describe('marking what differs', () => {
  it('keeps the common ends plain', () => {
    expect(marked('王小芳', '王小芬')).toEqual(['王小[芳]', '王小[芬]'])
    expect(marked('10,936.21', '10,396.21')).toEqual(['10,[93]6.21', '10,[39]6.21'])
    expect(marked('欧阳锋', '欧阳')).toEqual(['欧阳[锋]', '欧阳'])
    expect(marked('一致', '一致')).toEqual(['一致', '一致'])
  })

  it('loses no character, and marks nothing exactly when they are equal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const [a, b] = markDifference(one, other)
        expect(a.map(({ text }) => text).join('')).toBe(one)
        expect(b.map(({ text }) => text).join('')).toBe(other)
        expect([...a, ...b].some(({ differs }) => differs)).toBe(one !== other)
      }),
    )
  })
})
