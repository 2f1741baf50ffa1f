import { LANGUAGES, period } from '@shebao/kernel'
import { SHIPPED_PARAMETER_ROWS, writeParameterFile } from '@shebao/premium'
import type { Cell } from '@shebao/roster'
import { describe, expect, it } from 'vitest'
import { readParameterTable } from './parameter-table.ts'
import { readParameterValue } from './parameter-value.ts'
import { tableProblemText } from './parameter-table-problem.ts'
import { tableFormats, writeParameterTable, writeParameterTemplate } from './write-parameter-table.ts'

const head = '统筹区代码,参数,险种,承担方,适用类别,取值,起始所属期,终止所属期,文号,公布日期,来源说明,已核实'
const csv = (...lines: string[]) => new TextEncoder().encode([head, ...lines].join('\n'))
const rate = (value: string, change: Partial<Record<'from' | 'to' | 'dated' | 'insurance', string>> = {}) =>
  `110000,费率,${change.insurance ?? '养老保险'},单位,,${value},${change.from ?? '2027-07'},${change.to ?? ''},示例〔2027〕1号,${change.dated ?? ''},,是`
const codesOf = (bytes: Uint8Array, name = 'x.csv') => {
  const table = readParameterTable(bytes, name)
  return table.ok ? [] : table.problems.map(({ row, field, code }) => [row, field, code].join(' '))
}
const valueOf = (value: string) => {
  const table = readParameterTable(csv(rate(value)), 'x.csv')
  return table.ok ? table.rows[0]?.value : table.problems.map(({ code }) => code).join()
}

describe('parameters in a table', () => {
  it.each(LANGUAGES.flatMap((language) => tableFormats.map((format) => [language, format] as const)))(
    'come back in %s from %s as they were written',
    (language, format) => {
      const bytes = writeParameterTable(SHIPPED_PARAMETER_ROWS, language, format)
      expect(readParameterTable(bytes, `x.${format}`)).toEqual({
        ok: true,
        rows: writeParameterFile(SHIPPED_PARAMETER_ROWS).rows,
        unchanged: 0,
      })
    },
  )

  it.each(LANGUAGES.flatMap((language) => tableFormats.map((format) => [language, format] as const)))(
    'have a template in %s as %s, of which only the examples are in the way',
    (language, format) => {
      const codes = codesOf(writeParameterTemplate(language, format), `x.${format}`)
      expect(codes).toEqual([2, 3, 4, 5].map((row) => `${row} docNo SAMPLE_ROW`))
    },
  )

  it.each([
    ['16%', 160_000],
    ['16', 160_000],
    ['１６％', 160_000],
    ['0.5%', 5000],
    ['2‰', 2000],
    ['9.8', 98_000],
    ['0', 0],
    ['0.16', 'AMBIGUOUS_RATE'],
    ['1', 'AMBIGUOUS_RATE'],
    ['0.12345%', 'UNREADABLE_RATE'],
    ['16 percent', 'UNREADABLE_RATE'],
    ['-1%', 'UNREADABLE_RATE'],
    ['160000', 'WHOLE_NUMBER'],
  ])('a rate written %s is %s', (text, value) => expect(valueOf(text)).toBe(value))

  it('say both things that a bare 0.16 may mean, and where', () => {
    const table = readParameterTable(csv(rate('16%', { insurance: '医疗保险' }), rate('0.16')), 'x.csv')
    const texts = table.ok
      ? []
      : LANGUAGES.map((language) => table.problems.map((one) => tableProblemText(one, language)))
    expect(texts).toEqual([
      ['第 3 行“取值”：“0.16”可以是 0.16%，也可以是 16%，不能猜。请带上百分号。'],
      ['row 3, “Value”: “0.16” may be 0.16% or 16% and is not guessed. Write the per cent sign.'],
    ])
  })

  it.each([
    ['0.16', 160_000],
    ['9.8000000000000004E-2', 98_000],
    ['0.005', 5000],
    ['1', 1_000_000],
  ])('take the cell %s, shown as a percentage, as it is shown', (text, value) => {
    expect(readParameterValue('RATE_PPM', { kind: 'number', text, isPercent: true })).toEqual({ value })
  })

  it('take no percentage and no formula’s fraction of a fen for an amount', () => {
    const problem = (cell: Cell) => {
      const read = readParameterValue('BASE_FLOOR', cell)
      return 'problem' in read ? read.problem.code : read.value
    }
    expect(problem({ kind: 'number', text: '0.6', isPercent: true })).toBe('UNREADABLE_YUAN')
    expect(problem({ kind: 'number', text: '7161.9975' })).toBe('FINER_THAN_FEN')
    expect(problem({ kind: 'number', text: '7162.0000000000009' })).toBe(716_200)
    expect(problem({ kind: 'text', text: '￥7,162.00元' })).toBe(716_200)
    expect(problem({ kind: 'text', text: '7.162,00' })).toBe('UNREADABLE_YUAN')
  })

  it('read months and days as people and spreadsheets write them', () => {
    const table = readParameterTable(
      csv(
        rate('16%', { from: '2027年7月', to: '2028/6', dated: '2027-06-30' }),
        rate('0.5%', { insurance: '失业保险', from: '202707', to: '2028-06-30', dated: '2027年6月30日' }),
        rate('9%', { insurance: '医疗保险', from: '2027-07-01', to: '2028-06-01', dated: '2027/6/30' }),
        rate('0.2%', { insurance: '工伤保险', from: '46569', dated: '46568' }),
      ),
      'x.csv',
    )
    const held = { validFrom: period('2027-07'), validTo: period('2028-06'), publishedOn: '2027-06-30' }
    expect(table).toMatchObject({ ok: true, rows: [held, held, held, { ...held, validTo: null }] })
  })

  it.each([
    ['a day within a month', rate('16%', { from: '2027-07-15' }), '2 validFrom PART_OF_MONTH'],
    ['the last day as a beginning', rate('16%', { from: '2027-07-31' }), '2 validFrom PART_OF_MONTH'],
    ['an end within a month', rate('16%', { to: '2028-06-15' }), '2 validTo PART_OF_MONTH'],
    ['a day that may be two', rate('16%', { dated: '3/4/2027' }), '2 publishedOn AMBIGUOUS_DATE'],
    ['no day', rate('16%', { dated: '去年' }), '2 publishedOn UNREADABLE_DATE'],
    ['an unknown insurance', rate('16%', { insurance: '公积金' }), '2 insurance UNKNOWN_WORD'],
    ['a rate of no insurance', rate('16%', { insurance: '' }), '2 insurance INSURANCE_NEEDED'],
    ['a text for an amount', '110000,最低工资标准,,,,两千,2027-07,,,,x,', '2 value UNREADABLE_YUAN'],
    ['an unknown word', '110000,缴费额取整方式,,,,随意,2027-07,,,,x,', '2 value UNKNOWN_VALUE'],
    ['a fraction of a day', '110000,缴费截止日,,,,2.5,2027-07,,,,x,', '2 value UNREADABLE_COUNT'],
    ['no value', '110000,缴费截止日,,,,,2027-07,,,,x,', '2 value MISSING'],
    ['something without a head', `${rate('16%')},见附件`, '2  NO_HEAD'],
  ])('refuse %s', (_name, line, problem) => expect(codesOf(csv(line))).toEqual([problem]))

  it('name rows by the numbers of the spreadsheet, also in what two rows say together', () => {
    const table = readParameterTable(csv(rate('0.16'), rate('16%'), '', rate('17%')), 'x.csv')
    const texts = table.ok ? [] : table.problems.map((one) => tableProblemText(one, 'zh-CN'))
    expect(texts).toHaveLength(2)
    expect(texts[1]).toMatch(/^第 5 行“起始所属期”：.*第 3 行/u)
  })

  it('may be brought back with a row that follows one without an end, where that one is published', () => {
    const known = readParameterTable(csv(rate('16%')), 'x.csv')
    const both = csv(rate('16%'), rate('17%', { from: '2028-07' }))
    expect(codesOf(both)).toEqual(['3 validFrom OVERLAP'])
    expect(readParameterTable(both, 'x.csv', known.ok ? known.rows : [])).toMatchObject({
      ok: true,
      rows: [{ value: 170_000 }],
      unchanged: 1,
    })
  })

  it('refuse columns that nobody knows, and a file that is no table', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(codesOf(bytes(`${head},文 件 备 考\n${rate('16%')},x`))).toEqual(['  UNKNOWN_COLUMN'])
    expect(codesOf(bytes('统筹区代码,参数,险种\n110000,费率,养老保险'))).toEqual([
      '  MISSING_COLUMN',
      '  MISSING_COLUMN',
    ])
    expect(codesOf(bytes(head))).toEqual(['  NOTHING'])
    expect(codesOf(bytes('你好'))).toEqual(['  NO_TABLE'])
    expect(codesOf(new Uint8Array())).toHaveLength(1)
  })
})
