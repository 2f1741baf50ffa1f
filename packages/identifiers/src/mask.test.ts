import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskBankAccount, maskCardNumber, maskIdNumber, maskMobile, maskName } from './index.ts'

describe('masking, domain section 9', () => {
  it.each([
    [maskIdNumber, '11010519491231002X', '110*************2X'],
    [maskName, '张三', '张*'],
    [maskName, '欧阳小明', '欧***'],
    [maskName, '阿卜杜·买买提', '阿**·***'],
    [maskName, '阿卜杜拉·买买提', '阿***·***'],
    [maskName, '𠮷田', '𠮷*'],
    [maskMobile, '13812345678', '138****5678'],
    [maskBankAccount, '6228480000000000000', '***************0000'],
    [maskCardNumber, 'D58009678', 'D******78'],
  ])('%o shows of %s only %s', (mask, value, shown) => {
    expect(mask(value)).toBe(shown)
  })

  it('hides a value whole that is too short to keep anything back', () => {
    expect(maskIdNumber('12345')).toBe('*****')
    expect(maskName('张')).toBe('*')
    expect(maskMobile('1381234')).toBe('*******')
    expect(maskBankAccount('0000')).toBe('****')
    expect(maskName('')).toBe('')
  })

  it('never shows the last four of an ID number, and keeps the length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{17}[0-9X]$/), (number) => {
        const masked = maskIdNumber(number)
        expect(masked).toHaveLength(18)
        expect(masked.slice(3, 16)).toBe('*'.repeat(13))
      }),
    )
  })
})
