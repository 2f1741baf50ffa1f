import { fen, period } from '@shebao/kernel'
import { BEIJING, SHANGHAI, SHIPPED_PARAMETER_ROWS, writeParameterFile } from '@shebao/premium'
import { describe, expect, it } from 'vitest'
import { calculate, limitNotes, weakParameters, type Calculation } from './calculate.ts'
import { inputsOf, queryOf, readInputs, type CalculatorInputs, type Question } from './inputs.ts'

const good: CalculatorInputs = { region: '110000', period: '2024-07', wage: '10000.00', class: '1' }
const file = writeParameterFile(SHIPPED_PARAMETER_ROWS)
const asked = (change: Partial<Question> = {}): Question => ({
  region: BEIJING,
  period: period('2024-07'),
  wage: fen(1_000_000),
  injuryClass: 1,
  ...change,
})
const result = (change: Partial<Question> = {}): Calculation => {
  const answer = calculate(file, asked(change))
  if ('problem' in answer) throw new Error(answer.problem.code)
  return answer
}

describe('the link', () => {
  it('carries the inputs there and back', () => {
    expect(queryOf(good)).toBe('region=110000&period=2024-07&wage=10000.00&class=1')
    expect(inputsOf(new URLSearchParams(queryOf(good)))).toEqual(good)
  })

  it('writes a wage always the same way, and leaves alone what is none', () => {
    for (const wage of ['10000', '１００００', ' 10,000.0 ', '¥10000.00', '10000元']) {
      expect(queryOf({ ...good, wage })).toBe(queryOf(good))
    }
    expect(inputsOf(new URLSearchParams(queryOf({ ...good, wage: ' ten & <b>' })))?.wage).toBe('ten & <b>')
  })

  it('may carry nothing, a part, or far too much', () => {
    expect(inputsOf(new URLSearchParams('utm=1'))).toBeUndefined()
    expect(inputsOf(new URLSearchParams('region=310000'))).toEqual({ region: '310000' })
    expect(inputsOf(new URLSearchParams({ wage: '9'.repeat(5000) }))?.wage).toHaveLength(40)
  })
})

describe('the inputs', () => {
  it('ask a question when they are good', () => {
    expect(readInputs(good)).toEqual({ question: asked() })
    expect(readInputs({ ...good, wage: '0' })).toEqual({ question: asked({ wage: fen(0) }) })
  })

  it.each([
    ['', 'BLANK'],
    ['　', 'BLANK'],
    ['ten', 'FORMAT'],
    ['1e9', 'FORMAT'],
    ['1.005', 'TOO_MANY_DECIMALS'],
    ['-5', 'NEGATIVE'],
    ['10000000.01', 'ABSURD'],
    ['9'.repeat(40), 'ABSURD'],
  ])('refuse the wage %j: %s', (wage, problem) => {
    expect(readInputs({ ...good, wage })).toEqual({ problems: { wage: problem } })
  })

  it('name everything wrong at once', () => {
    expect(readInputs({ region: '11', period: '2024-13', wage: '', class: '9' })).toEqual({
      problems: { region: 'REGION', period: 'PERIOD', wage: 'BLANK', class: 'CLASS' },
    })
  })
})

describe('the calculation', () => {
  it('is the domain specification’s', () => {
    const { employer, personal, total, takeHome, rows, explained } = result()
    expect({ employer, personal, total, takeHome }).toEqual({
      employer: 265_000,
      personal: 105_300,
      total: 370_300,
      takeHome: 894_700,
    })
    expect(rows.map(({ insurance, sum }) => [insurance, sum])).toEqual([
      ['PENSION', 240_000],
      ['UNEMPLOYMENT', 10_000],
      ['MEDICAL', 118_300],
      ['WORK_INJURY', 2000],
    ])
    for (const row of rows) {
      const { base, sum } = row.explained
      expect([base.result.value, sum.result.value]).toEqual([row.base, row.sum])
      expect([base.params, sum.params]).toEqual([{ insurance: row.insurance }, { insurance: row.insurance }])
    }
    expect(rows.at(-1)?.personal).toBeUndefined()
    expect(rows[2]?.personal).toMatchObject({ fixed: 300, amount: 20_300, explanation: { result: { value: 20_300 } } })
    expect(explained.total.result.value).toBe(370_300)
  })

  it('says where a limit decided', () => {
    expect(limitNotes(result())).toEqual([])
    const all = ['PENSION', 'UNEMPLOYMENT', 'MEDICAL', 'WORK_INJURY']
    expect(limitNotes(result({ wage: fen(0) }))).toEqual([{ kind: 'raised', base: 682_100, insurances: all }])
    expect(limitNotes(result({ wage: fen(5_000_000) }))).toEqual([
      { kind: 'lowered', base: 3_528_300, insurances: all },
    ])
    expect(result({ wage: fen(0) }).takeHome).toBe(-71_921)
  })

  it('passes on what is unverified or carried over', () => {
    const { policy } = result({ region: SHANGHAI, period: period('2026-11') })
    expect(policy.carriedOver).toBe(true)
    expect(weakParameters(policy).map(({ name }) => name)).toEqual(expect.arrayContaining(['ROUNDING', 'RATE_PPM']))
    expect(weakParameters(result().policy).every(({ docNo }) => docNo === null)).toBe(true)
  })

  it('says what is missing, and refuses what is no parameter file', () => {
    expect(calculate(file, asked({ region: SHANGHAI, injuryClass: 3 }))).toMatchObject({
      problem: { code: 'MISSING_PARAMETERS' },
    })
    expect(() => calculate({ rows: [] }, asked())).toThrow('cannot be read')
  })
})
