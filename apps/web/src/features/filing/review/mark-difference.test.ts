import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markDifference } from './mark-difference.ts'

it('marks what lies between a common start and a common end', () => {
  expect(markDifference('北京示范路12号', '北京示范路1号')).toEqual({ head: '北京示范路1', middle: '2', tail: '号' })
  expect(markDifference('一样', '一样')).toEqual({ head: '一样', middle: '', tail: '' })
  expect(markDifference('𠮷田', '𠮷本')).toEqual({ head: '𠮷', middle: '田', tail: '' })
  expect(markDifference('aa', 'aaa')).toEqual({ head: 'aa', middle: '', tail: '' })
})

it('loses and invents nothing, and marks the same amount of room on both sides', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const [one, two] = [markDifference(a, b), markDifference(b, a)]
      expect(one.head + one.middle + one.tail).toBe(a)
      expect([one.head, one.tail]).toEqual([two.head, two.tail])
    }),
  )
})
