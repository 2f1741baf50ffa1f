import { strToU8 } from 'fflate'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '@shebao/test-support/gb18030'
import { csvRecords } from './csv-records.ts'
import { decodeText } from './decode-text.ts'
import { readRoster } from './read-roster.ts'

function read(bytes: Uint8Array) {
  const result = readRoster(bytes, 'list.csv')
  if (!result.ok) throw new Error(result.problem.code)
  return result.file
}

const HEAD = '姓名,证件号码,入职日期,上年工资总额,备注\r\n'
const person = (name: string, remark: string) => `${name},110101199003078670,2024-01-01,60000,${remark}\r\n`
const names = (text: string) => read(strToU8(text)).rows.map(({ draft }) => draft.name)
const remarks = (text: string) => read(strToU8(text)).remarks.map(({ code, row, header }) => [code, row, header])

describe('quotation marks that are not in pairs', () => {
  it('an unclosed one is a slip of its own cell: nobody behind it is swallowed, and the row is named', () => {
    const text = `${HEAD}${person('张三', '"备注')}${person('李四', '')}${person('王五', '"在职"')}${person('赵六', '')}`
    expect(names(text)).toEqual(['张三', '李四', '王五', '赵六'])
    expect(remarks(text)).toEqual([['QUOTE_NOT_CLOSED', 2, '备注']])
  })

  it('also where the next mark would close it, at the end of a later row', () => {
    const text = `${HEAD}${person('张三', '"备注')}${person('李四', '')}${person('王五', '屏幕5"')}${person('赵六', '')}`
    expect(names(text)).toEqual(['张三', '李四', '王五', '赵六'])
    expect(remarks(text)).toEqual([['QUOTE_NOT_CLOSED', 2, '备注']])
  })

  it('also where its own row is short', () => {
    const text = `${HEAD}${person('张三', '')}李四,110101199003078670,"备注\r\n${person('王五', '屏幕5"')}`
    expect(names(text)).toEqual(['张三', '李四', '王五'])
  })

  it('also in the last row, and in the first cell of one', () => {
    expect(names(`${HEAD}${person('张三', '')}${person('"李四', '"')}`)).toEqual(['张三', '李四'])
  })

  it('one inside a quoted cell is kept, and the row is named', () => {
    const text = `${HEAD}${person('张三', '"又名"小张",外聘"')}${person('李四', '')}`
    expect(names(text)).toEqual(['张三', '李四'])
    expect(remarks(text)).toEqual([
      ['CELLS_WITHOUT_HEAD', undefined, undefined],
      ['QUOTE_INSIDE', 2, '备注'],
    ])
  })

  it('one in the middle of an unquoted cell is a character', () => {
    const text = `${HEAD}${person('张三', '屏幕5"')}${person('李四', '')}`
    expect([names(text), remarks(text)]).toEqual([['张三', '李四'], []])
  })

  it('pairs may hold line ends, delimiters and marks of their own, and are no slip', () => {
    const text = `${HEAD}${person('张三', '"一、甲,乙\n二、""丙"",丁\r\n\r\n三"')}${person('李四', '""')}`
    expect([names(text), remarks(text)]).toEqual([['张三', '李四'], []])
  })
})

it('a quotation mark anywhere in a list loses nobody unsaid', () => {
  const people = Array.from({ length: 12 }, (_, index) => `员工${'甲乙丙丁戊己庚辛壬癸子丑'[index]}`)
  const lines = people.map((name) => `${name},110101199003078670,2024-01-01,60000,备注\r\n`)
  const place = fc.tuple(fc.nat(11), fc.nat(60))
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (places) => {
      const spoilt = [...lines]
      for (const [line, at] of places) {
        const text = spoilt[line] ?? ''
        const cut = Math.min(at, text.length - 2)
        spoilt[line] = `${text.slice(0, cut)}"${text.slice(cut)}`
      }
      const file = read(strToU8(HEAD + spoilt.join('')))
      const seen = new Set([...file.rows, ...file.ignored].map(({ row }) => row))
      expect(seen.size).toBe(12)
    }),
    { numRuns: 1000, seed: 28 },
  )
})

it('what is well-formed is read as a library reads it', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '张', ' ', ',', '\n', '\r\n', '\t', '"'), maxLength: 5 })
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = Papa.unparse(rows, { quotes: true, delimiter: ';', newline: '\r\n' })
      expect([...csvRecords(text, ';')]).toEqual(rows.map((fields) => ({ fields })))
    }),
    { numRuns: 1000, seed: 28 },
  )
})

describe('bytes that are no character', () => {
  const spoil = (bytes: Uint8Array, at: number) => bytes.with(at, 0xff)

  it('one of them does not make another encoding of the file, and its row and column are named', () => {
    const bytes = strToU8(`${HEAD}${person('张三', '')}${person('李四', '')}`)
    const file = read(spoil(bytes, strToU8(HEAD + person('张三', '')).length))
    expect(file.workbook.encoding).toBe('UTF-8')
    expect(file.rows[0]?.draft.name).toBe('张三')
    expect(file.rows).toHaveLength(2)
    expect(file.remarks).toMatchObject([{ code: 'LOST_CHARACTER', row: 3, field: 'name' }])
  })

  it('in GB18030 too, while the row goes on', () => {
    const bytes = encodeGb18030(`${HEAD}${person('张三', '')}${person('李四', '')}`)
    const file = read(spoil(bytes, encodeGb18030(HEAD + person('张三', '')).length + 1))
    expect(file.workbook.encoding).toBe('GB18030')
    expect(file.rows).toHaveLength(2)
    expect(file.remarks).toMatchObject([{ code: 'LOST_CHARACTER', row: 3 }])
  })

  it('a text of Han in GB18030 is never taken for UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((c) => String.fromCodePoint(c)), minLength: 6 }),
        (text) => {
          expect(decodeText(encodeGb18030(`姓名,证件号码\n${text}`))?.encoding).toBe('GB18030')
        },
      ),
      { seed: 28 },
    )
  })
})

describe('lines without a quotation mark', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', 'a', ' ', ',', '\n', '\r', '\r\n'), maxLength: 40 })

  it('fall at each line end and each delimiter, wherever marks stand in other lines', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (drawn, marked) => {
        const before = marked ? '"甲 乙",丙\n' : ''
        const lines = drawn.split(/\r\n|\n|\r/)
        if (lines.at(-1) === '') lines.pop()
        const records = [...csvRecords(before + drawn, ',')].map(({ fields }) => fields)
        expect(records).toEqual([...(marked ? [['甲 乙', '丙']] : []), ...lines.map((line) => line.split(','))])
      }),
    )
  })
})
