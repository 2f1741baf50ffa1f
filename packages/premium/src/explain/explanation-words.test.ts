import { describe, expect, it } from 'vitest'
import type { WageProblem } from '../base.ts'
import { civilDate, fen, period, LANGUAGES } from '@shebao/kernel'
import { explainDeemed, explainLateFee } from './explain-debt.ts'
import { explainPerson } from './explain-premium.ts'
import type { QuantityKind } from './explanation.ts'
import { LABEL_CODES, RULE_CODES } from './explanation-codes.ts'
import {
  explanationLines,
  formatPercent,
  formatQuantity,
  policyProblemText,
  wageProblemText,
  WORDS,
} from './explanation-words.ts'
import { BEIJING, beijingRows } from '../parameters/beijing.ts'
import { SHANGHAI } from '../parameters/shanghai.ts'
import { SHIPPED_PARAMETER_ROWS } from '../parameters/shipped.ts'
import { preparePolicy, requirePolicy } from '../policy.ts'

const alphabetically = (a = '', b = '') => a.localeCompare(b)
const names = (template: string) =>
  [...template.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).toSorted(alphabetically)

describe('wording', () => {
  it('has the same parameters in both languages', () => {
    const { 'zh-CN': chinese, en } = WORDS
    for (const code of LABEL_CODES) expect(names(chinese.labels[code])).toEqual(names(en.labels[code]))
    for (const code of RULE_CODES) expect(chinese.rules[code]).not.toBe(en.rules[code])
    for (const [code, text] of Object.entries(chinese.problems)) {
      expect(names(text)).toEqual(names(Object.entries(en.problems).find(([other]) => other === code)?.[1] ?? ''))
    }
  })

  it.each([
    [98_000, '9.8%'],
    [160_000, '16%'],
    [1600, '0.16%'],
    [500, '0.05%'],
    [100_000, '10%'],
    [1_000_000, '100%'],
    [0, '0%'],
  ])('%i ppm is %s', (ppm, text) => {
    expect(formatPercent(ppm)).toBe(text)
  })

  it('tells an official how the personal medical premium came about', () => {
    const policy = requirePolicy(beijingRows, BEIJING, period('2026-11'), 1)
    const lines = explanationLines(explainPerson(policy, { wage: fen(500_000) }).total, 'zh-CN')
    expect(lines[0]).toBe('应缴合计 = 2,652.94元  [以下各项之和]')
    const at = lines.findIndex((line) => line.trimStart().startsWith('基本医疗保险（个人缴纳）'))
    expect(lines[at]).toContain('= 146.24元  [缴费基数 × 费率 + 定额；四舍五入到分；《社会保险法》第23条')
    expect(lines[at + 1]).toContain('基本医疗保险缴费基数 = 7,162.00元  [月平均工资低于下限，按下限核定')
    expect(lines.join('\n')).toContain('新标准尚未公布，暂按最近一次公布的标准')
    expect(lines.join('\n')).toContain('人社部发〔2015〕71号')
  })

  it('tells the same in English, leaves no parameter open and flags weak sources', () => {
    const policy = requirePolicy(SHIPPED_PARAMETER_ROWS, SHANGHAI, period('2024-07'), 2, 3200)
    const trees = [
      explainPerson(policy, { wagesLastYear: fen(13_123_450), monthsWorked: 12 }).total,
      explainLateFee({ principal: fen(370_300), due: civilDate('2024-07-25'), until: civilDate('2024-08-05') }),
      explainDeemed(fen(12_345), '2024-06'),
    ]
    const text = trees.flatMap((tree) => explanationLines(tree, 'en')).join('\n')
    expect(text).toContain('Pension rate, employer = 16%')
    expect(text).toContain(
      'Average monthly wage = ¥10,936.21  [total wages last year ÷ months worked; rounded half-up to the fen]',
    )
    expect(text).toContain('Work-injury rate of this unit (class 2) = 0.32%')
    expect(text).toContain('basis not verified: no document number (2024-07 to')
    expect(text).toContain(
      'Late fee = ¥20.37  [sum of the items below; rounded half-up to the fen; Social Insurance Law art. 86]',
    )
    expect(text).not.toMatch(/[{}]/u)
  })

  it.each(LANGUAGES)(
    'cites in %s documents by number as a basis and nothing else, whatever a row says of its origin',
    (language) => {
      const rows = beijingRows.map((row) => ({ ...row, source: 'github.com/some/one | a public calculator' }))
      const explain = (given: typeof rows) => {
        const policy = requirePolicy(given, BEIJING, period('2024-07'), 1)
        return explanationLines(explainPerson(policy, { wage: fen(1_000_000) }).total, language).join('\n')
      }
      const without = explain(rows.map((row) => ({ ...row, docNo: null, verified: true })))
      expect(without).not.toMatch(/github|calculator/u)
      expect(without).toContain(language === 'en' ? 'basis not verified: no document number' : '依据未核实：没有文号')
      const documented = rows.map((row) => ({ ...row, docNo: '京人社发〔2024〕6号', verified: true }))
      expect(explain(documented)).toContain(
        language === 'en' ? 'basis: 京人社发〔2024〕6号 (2024-07' : '依据：京人社发〔2024〕6号（2024-07',
      )
      expect(explain(documented)).not.toContain(language === 'en' ? 'not verified' : '未')
      expect(explain(documented.map((row) => ({ ...row, verified: false })))).toContain(
        language === 'en' ? 'not verified, to be confirmed' : '未经核实',
      )
    },
  )

  it('puts the sign before the currency and tells one from many', () => {
    const both = (kind: QuantityKind, value: number) =>
      LANGUAGES.map((language) => formatQuantity({ kind, value }, language))
    expect(both('FEN', -2728)).toEqual(['-27.28元', '-¥27.28'])
    expect(both('DAYS', 1)).toEqual(['1天', '1 day'])
    expect(both('MONTHS', 12)).toEqual(['12个月', '12 months'])
    expect(both('PEOPLE', 1)).toEqual(['1人', '1 person'])
    expect(both('TIMES', 3)).toEqual(['3倍', '× 3'])
    expect(both('PERCENT', 110)).toEqual(['110%', '110%'])
  })

  it.each(LANGUAGES)('says in %s why a wage cannot be used', (language) => {
    for (const problem of Object.keys(WORDS[language].wageProblems) as WageProblem[]) {
      expect(wageProblemText(problem, language)).not.toMatch(/[{}]|undefined/u)
    }
    expect(wageProblemText('ABSURD', language)).toContain('10,000,000.00')
  })

  it('says that a fixed amount is on another line already', () => {
    const policy = requirePolicy(beijingRows, BEIJING, period('2024-07'), 1)
    const again = explainPerson(policy, { wage: fen(1_000_000), fixedAlreadyCharged: true })
    const line = explanationLines(again.personal, 'zh-CN').find((text) => text.includes('定额缴费'))
    expect(line).toContain('= 0.00元  [每人每月只缴一次，本月已在另一笔中缴纳')
  })

  it.each(LANGUAGES)('words every refusal in %s', (language) => {
    const month = period('2024-07')
    const twice = [...beijingRows, ...beijingRows.slice(0, 1)]
    const reversed = beijingRows.map((row) => (row.name === 'BASE_CEILING' ? { ...row, value: 1 } : row))
    const results = [
      preparePolicy(beijingRows, '440100', month, 1),
      preparePolicy(beijingRows, BEIJING, period('2020-01'), 1),
      preparePolicy(
        beijingRows.filter(({ name }) => name !== 'RATE_PPM'),
        BEIJING,
        month,
        1,
      ),
      preparePolicy(twice, BEIJING, month, 1),
      preparePolicy(reversed, BEIJING, month, 1),
      preparePolicy(beijingRows, BEIJING, month, 1, 999_999),
      preparePolicy(
        beijingRows.map((row) => (row.name === 'ROUNDING' ? { ...row, value: 'DOWN' } : row)),
        BEIJING,
        month,
        1,
      ),
    ]
    for (const result of results) {
      if (result.ok) throw new Error('expected a refusal')
      const text = policyProblemText(result.problem, language)
      expect(text).not.toMatch(/[{}]|undefined/u)
      expect(text.length).toBeGreaterThan(15)
    }
  })
})
