import { expect, it } from 'vitest'
import { textTable } from './text-table.ts'

it('columns stand below each other where Chinese characters take two places, rare ones and full-width signs too', () => {
  const rows = [
    ['王芳', '1.00'],
    ['𬱖𠮷', '12.00'],
    ['Ａｂ（）', '3.00'],
    ['Li', '123.00'],
    ['é', '4.00'],
  ]
  expect(textTable(rows, new Set([1]))).toEqual([
    '王芳        1.00',
    '𬱖𠮷       12.00',
    'Ａｂ（）    3.00',
    'Li        123.00',
    'é           4.00',
  ])
  expect(
    textTable(
      [
        ['甲', '乙'],
        ['长长', ''],
      ],
      new Set(),
    ),
  ).toEqual(['甲    乙', '长长'])
})
