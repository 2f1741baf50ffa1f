import { createHash } from 'node:crypto'
import { fen } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { hashLines } from './content-hash.ts'

const person = { name: '王芳', wagesLastYear: fen(12_000_000), participation: { PENSION: true, MEDICAL: false } }
const content = {
  formNo: 'NJ2026-1-01',
  unit: { staffTotal: 2 },
  rows: [
    { row: 2, draft: person },
    { row: 3, draft: {} },
  ],
}

describe('the content hash', () => {
  it('is SHA-256 over the parts with sorted keys, one line a person', () => {
    const text = [
      '{"formNo":"NJ2026-1-01","unit":{"staffTotal":2}}',
      '2 {"name":"王芳","participation":{"MEDICAL":false,"PENSION":true},"wagesLastYear":12000000}',
      '3 {}',
    ].join('\n')
    expect(hashLines(content)).toBe(createHash('sha256').update(text).digest('hex'))
  })

  it('does not depend on the order of keys, nor on answers that are not there', () => {
    const {
      participation: { PENSION, MEDICAL },
      ...rest
    } = person
    const turned = { participation: { MEDICAL, PENSION }, ...rest, sex: undefined }
    expect(
      hashLines({
        ...content,
        rows: [
          { row: 2, draft: turned as typeof person },
          { row: 3, draft: {} },
        ],
      }),
    ).toBe(hashLines(content))
  })

  it.each([
    [
      'a row number',
      {
        ...content,
        rows: [
          { row: 4, draft: person },
          { row: 3, draft: {} },
        ],
      },
    ],
    [
      'a nested answer',
      {
        ...content,
        rows: [
          { row: 2, draft: { ...person, participation: { PENSION: true, MEDICAL: true } } },
          { row: 3, draft: {} },
        ],
      },
    ],
    ['the unit form', { ...content, unit: { staffTotal: 3 } }],
    ['the form number', { ...content, formNo: 'NJ2026-1-02' }],
    ['a person less', { ...content, rows: [{ row: 2, draft: person }] }],
  ])('changes with %s', (_what, other) => {
    expect(hashLines(other)).not.toBe(hashLines(content))
  })

  it('is the same however many chunks the text is hashed in', () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => ({ row, draft: person }))
    const line = '{"name":"王芳","participation":{"MEDICAL":false,"PENSION":true},"wagesLastYear":12000000}'
    const text = ['{"formNo":"x","unit":{}}', ...rows.map(({ row }) => `${row} ${line}`)].join('\n')
    expect(hashLines({ formNo: 'x', unit: {}, rows })).toBe(createHash('sha256').update(text).digest('hex'))
  })
})
