import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fill, WORDS } from '../explain/explanation-words.ts'
import { compareRows, readParameterFile, readParameterRow, writeParameterFile } from './parameter-file.ts'
import type { ParameterFileProblem } from './parameter-file.ts'
import { parameterFileSchema } from './parameter-file-schema.ts'
import { parameterProblemReason, parameterProblemText } from './parameter-problem-words.ts'
import { PARAMETER_NAMES } from './parameter-range.ts'
import { PARAMETER_FILE_FORMAT, ParameterFile } from './parameter-row.ts'
import { SHIPPED_PARAMETER_ROWS } from './shipped.ts'
import { findOverlaps } from './parameters.ts'
import { LANGUAGES } from '@shebao/kernel'

const RATE = {
  region: '440100',
  insurance: 'PENSION',
  side: 'EMPLOYER',
  category: 'ALL',
  name: 'RATE_PPM',
  value: 160_000,
  validFrom: '2024-07',
  validTo: null,
  docNo: null,
  publishedOn: null,
  source: 'a notice',
  verified: false,
}
const file = (...rows: unknown[]) => ({ format: PARAMETER_FILE_FORMAT, rows })
const problemsOf = (value: unknown): readonly ParameterFileProblem[] => {
  const reading = readParameterFile(value)
  return reading.ok ? [] : reading.problems
}
const brief = (value: unknown) => problemsOf(value).map(({ row, field, code }) => [row, field, code])

describe('reading a parameter file', () => {
  it('gives the rows of a good one, also of an empty one', () => {
    expect(readParameterFile(file(RATE))).toEqual({ ok: true, rows: [RATE], unchanged: 0 })
    expect(readParameterFile(file())).toEqual({ ok: true, rows: [], unchanged: 0 })
  })

  it.each([
    [null, [[null, null, 'NOT_AN_OBJECT']]],
    [[RATE], [[null, null, 'NOT_AN_OBJECT']]],
    [
      { format: 'shebao-parameters/2', row: [] },
      [
        [null, 'row', 'UNKNOWN_FIELD'],
        [null, 'format', 'UNKNOWN_FORMAT'],
        [null, 'rows', 'ROWS_NOT_A_LIST'],
      ],
    ],
    [file('x'), [[1, null, 'ROW_NOT_AN_OBJECT']]],
    [file(...Array.from({ length: 50_001 }, () => 0)), [[null, 'rows', 'TOO_MANY_ROWS']]],
  ])('refuses %j', (value, problems) => {
    expect(brief(value)).toEqual(problems)
  })

  it.each([
    [{ region: 440_100 }, 'region', 'NOT_TEXT'],
    [{ region: '44010' }, 'region', 'REGION'],
    [{ insurance: 'pension' }, 'insurance', 'CHOICE'],
    [{ side: null }, 'side', 'CHOICE'],
    [{ category: 'class 1' }, 'category', 'CATEGORY'],
    [{ name: 'RATE' }, 'name', 'CHOICE'],
    [{ value: 8.5 }, 'value', 'VALUE'],
    [{ value: -1 }, 'value', 'WHOLE_NUMBER'],
    [{ value: '16%' }, 'value', 'WHOLE_NUMBER'],
    [{ name: 'ROUNDING', side: 'ALL', value: 1 }, 'value', 'CHOICE'],
    [{ validFrom: '2024-13' }, 'validFrom', 'PERIOD'],
    [{ validFrom: '202407' }, 'validFrom', 'PERIOD'],
    [{ validTo: '' }, 'validTo', 'PERIOD'],
    [{ validTo: '2024-06' }, 'validTo', 'ENDS_BEFORE_IT_BEGINS'],
    [{ publishedOn: '2024-02-30' }, 'publishedOn', 'DATE'],
    [{ docNo: '' }, 'docNo', 'TEXT'],
    [{ source: 'x'.repeat(301) }, 'source', 'TEXT'],
    [{ verified: 'yes' }, 'verified', 'YES_OR_NO'],
    [{ verified: undefined }, 'verified', 'MISSING'],
    [{ insurance: 'ALL' }, 'insurance', 'INSURANCE_NEEDED'],
    [{ side: 'ALL' }, 'side', 'SIDE_NEEDED'],
    [{ name: 'BASE_FLOOR' }, 'side', 'SIDE_IS_ALL'],
    [{ insurance: 'MATERNITY', side: 'PERSONAL' }, 'side', 'EMPLOYEES_NEVER_PAY'],
    [{ name: 'DECLARATION_MODE', insurance: 'ALL', side: 'ALL', value: 'MONTHLY_SELF' }, 'value', 'NO_MONTHLY_FILING'],
    [{ approvedBy: 'me' }, 'approvedBy', 'UNKNOWN_FIELD'],
  ])('names what is wrong with %j', (change, field, code) => {
    expect(brief(file(RATE, { ...RATE, region: '440300', ...change }))).toEqual([[2, field, code]])
  })

  it('names every problem of a row, each contradiction as soon as its fields are known', () => {
    const row = { ...RATE, region: '1', side: 'ALL', value: -1, validTo: '2020-01', verified: 0 }
    expect(brief(file(row)).map(([, , code]) => code)).toEqual([
      'REGION',
      'YES_OR_NO',
      'WHOLE_NUMBER',
      'ENDS_BEFORE_IT_BEGINS',
      'SIDE_NEEDED',
    ])
    expect(brief(file({}))).toHaveLength(12)
  })

  it('is not drawn out by a value that holds itself', () => {
    const loop: unknown[] = []
    loop.push(loop)
    expect(brief(file({ ...RATE, value: loop, source: loop }))).toEqual([
      [1, 'value', 'VALUE'],
      [1, 'source', 'TEXT'],
    ])
  })
})

describe('overlaps inside a file', () => {
  const rate = (validFrom: string, validTo: string | null, region = '440100') => ({
    ...RATE,
    region,
    validFrom,
    validTo,
  })

  it('tell the later row which earlier one it meets, and not more than once', () => {
    const rows = [rate('2025-01', null), rate('2024-01', '2024-12'), rate('2024-12', '2025-02')]
    expect(problemsOf(file(...rows))).toEqual([
      { row: 3, field: 'validFrom', code: 'OVERLAP', params: { other: 2, from: '2024-01', to: '2024-12' } },
      { row: 3, field: 'validFrom', code: 'OVERLAP', params: { other: 1, from: '2025-01', to: '' } },
    ])
    expect(brief(file(...Array.from({ length: 200 }, () => RATE)))).toHaveLength(199)
  })

  it('are none where the ranges meet or the rules differ', () => {
    const rows = [rate('2024-01', '2024-06'), rate('2024-07', null), rate('2024-01', null, '440300')]
    expect(readParameterFile(file(...rows)).ok).toBe(true)
  })

  it('agree with findOverlaps on whether there are any', () => {
    const month = fc.integer({ min: 1, max: 9 }).map((number) => `2024-0${number}`)
    const anyRow = fc
      .tuple(month, fc.option(month), fc.constantFrom('440100', '440300'))
      .filter(([from, to]) => to === null || to >= from)
      .map(([from, to, region]) => rate(from, to, region))
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        const parsed = ParameterFile.parse(file(...rows))
        expect(readParameterFile(parsed).ok).toBe(findOverlaps(parsed.rows).length === 0)
      }),
    )
  })
})

describe('writing', () => {
  it('gives the same bytes for the same rows in any order, and what it writes can be read', () => {
    const written = JSON.stringify(writeParameterFile(SHIPPED_PARAMETER_ROWS))
    const mixed = SHIPPED_PARAMETER_ROWS.map((row) => Object.fromEntries(Object.entries(row).toReversed()))
    const read = readParameterFile(file(...mixed.toReversed()))
    expect(read.ok && JSON.stringify(writeParameterFile(read.rows))).toBe(written)
    const { rows } = writeParameterFile(SHIPPED_PARAMETER_ROWS)
    expect(rows.every((row, index) => index === 0 || compareRows(rows[index - 1] ?? row, row) < 0)).toBe(true)
    expect(rows[0]).toMatchObject({ region: '110000', insurance: 'ALL', name: 'ROUNDING' })
  })

  it('knows a row by itself', () => {
    expect(readParameterRow(RATE)).toEqual({ ok: true, row: RATE })
    expect(readParameterRow(7)).toMatchObject({ ok: false, problems: [{ row: null, code: 'ROW_NOT_AN_OBJECT' }] })
  })
})

describe('what is said about a file', () => {
  it('has its place and what would be right, in both languages', () => {
    const [problem] = problemsOf(file({ ...RATE, value: '16%' }))
    if (problem === undefined) throw new Error('no problem')
    expect(parameterProblemText(problem, 'en')).toBe(
      'row 1, value: "16%" must be a whole number from 0 to 1000000 (amounts in fen, rates in ppm: 8 % is 80000)',
    )
    expect(parameterProblemText(problem, 'zh-CN')).toMatch(/^第 1 行，参数值（value）：“16%”应为 0 至 1000000 的整数/u)
    expect(parameterProblemReason(problem, 'en')).toMatch(/^"16%" must be/u)
    const [overlap] = problemsOf(file(RATE, RATE))
    if (overlap === undefined) throw new Error('no overlap')
    expect(parameterProblemText(overlap, 'en')).toContain('(row 1: 2024-07 to open)')
    expect(parameterProblemText({ ...problem, row: null, field: 'rows', code: 'ROWS_NOT_A_LIST' }, 'en')).toBe(
      'rows: must be the list of parameter rows',
    )
  })

  it('asks for the same parameters in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '').toSorted()
    for (const [code, text] of Object.entries(WORDS['zh-CN'].fileProblems)) {
      const english = Object.entries(WORDS.en.fileProblems).find(([other]) => other === code)?.[1] ?? ''
      expect(new Set(names(text)), code).toEqual(new Set(names(english)))
    }
    for (const language of LANGUAGES) expect(fill(WORDS[language].places.FILE, { reason: 'x' })).toBe('x')
  })
})

describe('the JSON Schema', () => {
  const schema = parameterFileSchema()

  it('describes every field and what each parameter takes', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['format', 'rows'],
      additionalProperties: false,
      properties: { format: { const: PARAMETER_FILE_FORMAT }, rows: { type: 'array', maxItems: 50_000 } },
    })
    const text = JSON.stringify(schema)
    for (const field of Object.keys(RATE)) expect(text).toContain(`"${field}":{`)
    for (const name of PARAMETER_NAMES) expect(text).toContain(`{"const":"${name}"}`)
    expect(text).toContain('{"properties":{"value":{"type":"integer","minimum":0,"maximum":1000000}}}')
    expect(text).toContain('"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])$"')
  })
})
