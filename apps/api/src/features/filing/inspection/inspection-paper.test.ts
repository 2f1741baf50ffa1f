import { describe, expect, it } from 'vitest'
import { fitsOneLine } from './inspection-paper.ts'

const usual = ['1000', '欧阳修远', '11010119980628454X', '本市城镇', '劳动合同', '2019-03-01', '12', '396,773.76']
const marks = '✓ ✓ – ✓ ✓'

describe('a row of the printed list', () => {
  it('surely fits on one line as nearly everybody is', () => {
    expect(fitsOneLine([...usual, '33,064.48', marks])).toBe(true)
  })

  it.each([
    ['a long name', 1, '买买提江·吐尔逊'],
    ['a name in Latin letters', 1, 'WOJCIECH W'],
    ['a long identifier', 2, 'WMWMWMWMWMWMWM'],
    ['an amount of billions', 8, '1,234,567,890.12'],
  ])('is left to be measured with %s', (_, column, text) => {
    expect(fitsOneLine([...usual, '33,064.48', marks].with(column, text))).toBe(false)
  })
})
