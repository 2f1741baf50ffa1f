import type { WageProblem } from '../base.ts'
import type { Explanation, Quantity } from './explanation.ts'
import { fen, formatYuan, LARGEST_MONTHLY_AMOUNT } from '@shebao/kernel'
import type { ParameterKey } from '../parameters/parameter-range.ts'
import type { PolicyProblem } from '../policy.ts'
import type { Language } from '@shebao/kernel'
import type { Words } from './words.ts'
import { wordsEn } from './words-en.ts'
import { wordsZh } from './words-zh.ts'

export const WORDS: Readonly<Record<Language, Words>> = { 'zh-CN': wordsZh, en: wordsEn }

/** One node of a derivation, worded. Clients lay these out; the terminal prints them indented. */
export type WordedExplanation = {
  readonly label: string
  readonly result: string
  readonly rule: string
  readonly rounding: string | null
  readonly articles: readonly string[]
  /** The document a figure rests on, or that it is not verified. */
  readonly basis: string | null
  readonly inputs: readonly WordedExplanation[]
}

export function wordExplanation(explanation: Explanation, language: Language): WordedExplanation {
  const words = WORDS[language]
  return {
    label: fill(words.labels[explanation.label], wordParams(explanation.params, language)),
    result: formatQuantity(explanation.result, language),
    rule: words.rules[explanation.rule],
    rounding: wordRounding(explanation.rounding, words),
    articles: explanation.articles.map(({ law, article }) => fill(words.article, { law: words.laws[law], article })),
    basis: wordBasis(explanation, language),
    inputs: explanation.inputs.map((input) => wordExplanation(input, language)),
  }
}

/** The derivation as indented lines of text. */
export function explanationLines(explanation: Explanation, language: Language): string[] {
  return linesOf(wordExplanation(explanation, language), WORDS[language].listSeparator, 0)
}

function linesOf(node: WordedExplanation, separator: string, depth: number): string[] {
  const notes = [node.rule, node.rounding, ...node.articles, node.basis].filter((note) => note !== null)
  return [
    `${'  '.repeat(depth)}${node.label} = ${node.result}  [${notes.join(separator)}]`,
    ...node.inputs.flatMap((input) => linesOf(input, separator, depth + 1)),
  ]
}

/** Rates as percentages, written from whole ppm: 98 000 → `9.8%`. */
export function formatPercent(ppm: number): string {
  const digits = ppm.toString().padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/u, '') + '%'
}

export function formatQuantity(quantity: Quantity, language: Language): string {
  const { kind, value } = quantity
  if (kind === 'PPM') return formatPercent(value)
  if (kind === 'PERCENT') return `${value}%`
  const { units, oneUnit } = WORDS[language]
  if (kind !== 'FEN') return fill((value === 1 ? oneUnit[kind] : undefined) ?? units[kind], { value: value.toString() })
  // The sign stands before the currency sign: -¥27.28.
  const text = fill(units.FEN, { value: formatYuan(fen(Math.abs(value)), { grouping: true }) })
  return value < 0 ? `-${text}` : text
}

/** Why a wage cannot be used, and what to enter instead. */
export function wageProblemText(problem: WageProblem, language: Language): string {
  const largest = formatQuantity({ kind: 'FEN', value: LARGEST_MONTHLY_AMOUNT }, language)
  return fill(WORDS[language].wageProblems[problem], { largest })
}

/** A refusal of `preparePolicy`, saying what is missing or wrong. */
export function policyProblemText(problem: PolicyProblem, language: Language): string {
  const words = WORDS[language]
  return fill(words.problems[problem.code], problemParams(problem, words))
}

function problemParams(problem: PolicyProblem, words: Words): Readonly<Record<string, string | number>> {
  const list = (items: readonly string[]) => items.join(words.listSeparator)
  switch (problem.code) {
    case 'UNKNOWN_REGION':
      return { region: problem.region, known: list(problem.known) }
    case 'UNKNOWN_PERIOD':
      return { region: problem.region, period: problem.period, firstPeriod: problem.firstPeriod }
    case 'OVERLAPPING_PARAMETERS':
      return {
        overlaps: list(problem.overlaps.map(({ first, second }) => overlapText(first, second.validFrom, words))),
      }
    case 'MISSING_PARAMETERS':
      return { ...pick(problem), missing: list(problem.missing.map((key) => keyText(key, words))) }
    case 'UNUSABLE_PARAMETERS':
      return { rows: list(problem.rows.map((row) => `${keyText(row, words)} ${row.validFrom} = ${row.value}`)) }
    case 'LIMITS_REVERSED':
      return {
        insurance: words.insurances[problem.insurance],
        floor: formatYuan(problem.floor),
        ceiling: formatYuan(problem.ceiling),
      }
    case 'UNIT_RATE_OUT_OF_CLASS':
      return {
        injuryClass: problem.injuryClass,
        unitRatePpm: formatPercent(problem.unitRatePpm),
        lowestPpm: formatPercent(problem.lowestPpm),
        highestPpm: formatPercent(problem.highestPpm),
      }
  }
}

function pick({ region, period }: { region: string; period: string }) {
  return { region, period }
}

function overlapText(key: ParameterKey, from: string, words: Words): string {
  return `${keyText(key, words)} ${from}`
}

/** `Pension rate (employer)`; a category other than ALL is added as it stands in the row. */
function keyText(key: ParameterKey, words: Words): string {
  const insurance = key.insurance === 'ALL' ? '' : words.insurances[key.insurance]
  const side = key.side === 'ALL' ? '' : words.sides[key.side]
  const category = key.category === 'ALL' ? '' : key.category
  return [insurance, words.parameters[key.name], side, category].filter((part) => part !== '').join(' ')
}

function wordRounding(rounding: Explanation['rounding'], words: Words): string | null {
  if (rounding === null) return null
  if (rounding === 'FEN' || rounding === 'YUAN') return words.roundings[`AVERAGE_${rounding}`]
  return words.roundings[rounding]
}

function wordBasis({ source }: Explanation, language: Language): string | null {
  if (source === null) return null
  const words = WORDS[language]
  const { docNo, validFrom: from, validTo } = source
  const range = { from, to: validTo ?? words.open }
  if (docNo === null) return fill(words.noBasis, range)
  const text = fill(words.basis, { ...range, docNo })
  return source.verified ? text : `${text}${words.listSeparator}${words.unverified}`
}

type Params = Explanation['params']

/** Codes among the parameters in words, amounts in yuan; the rest as it is. */
function wordParams(params: Params, language: Language): Params {
  const words = WORDS[language]
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    insurance: words.insurances,
    side: words.sides,
    kind: words.transferKinds,
    reason: words.refundReasons,
    fineKind: words.fineKinds,
    outcome: words.outcomes,
    party: words.parties,
  }
  const worded: Record<string, string | number> = { ...params }
  for (const [name, value] of Object.entries(params)) {
    const table = tables[name]
    if (table !== undefined && typeof value === 'string' && isKeyOf(table, value)) worded[name] = table[value] ?? value
    if (name === 'base' && typeof value === 'number') worded[name] = formatQuantity({ kind: 'FEN', value }, language)
  }
  return worded
}

export function isKeyOf<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key)
}

/** Puts the parameters of a text at their `{name}`. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole))
}
