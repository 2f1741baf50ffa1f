import { parseArgs } from 'node:util'
import {
  LATE_FEE_CAPS,
  LATE_FEE_RULES,
  explainLateFee,
  explanationLines,
  formatPercent,
  formatYuan,
  lateFee,
  parseCivilDate,
} from '@shebao/premium'
import type { CivilDate, Fen, LateFee, LateFeeInput } from '@shebao/premium'
import { joinNegativeValues, readAmount } from '../amount-argument.ts'
import { EXIT } from '../exit-code.ts'
import { findLanguage, terminalLanguage } from '../language.ts'
import type { Language } from '../language.ts'
import { textTable } from '../text-table.ts'
import { LATE_FEE_WORDS } from './late-fee-words.ts'

type PartPayment = { readonly on: CivilDate; readonly amount: Fen }

const REQUIRED = ['principal', 'due', 'paid'] as const

/**
 * `shebao late-fee`: what a debt costs from its due date to the day it is paid (SIL 86). Under `settled-month` the debt
 * belongs to the month of `--due` and `--paid` is the day the bill is generated. JSON amounts are fen.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${LATE_FEE_WORDS[terminalLanguage()].usage}\n`)
    return EXIT.ok
  }
  let values: Options
  try {
    values = parse(joinNegativeValues(argv)).values
  } catch (error) {
    return refuse(terminalLanguage(), [error instanceof Error ? error.message : String(error)])
  }
  const language = values.lang === undefined ? terminalLanguage() : findLanguage(values.lang)
  if (language === undefined) return refuse(terminalLanguage(), [LATE_FEE_WORDS[terminalLanguage()].lang])
  const input = readInput(values, language)
  if (Array.isArray(input)) return refuse(language, input)

  const result = lateFee(input)
  const why = values.explain ? explainLateFee(input) : undefined
  const { days, fee } = result
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ days, fee, ...(why === undefined ? {} : { explanation: why }) })}\n`
      : `${[...asText(result, language), ...(why ? ['', ...explanationLines(why, language)] : [])].join('\n')}\n`,
  )
  if (result.capped) process.stderr.write(`${LATE_FEE_WORDS[language].capped}\n`)
  return EXIT.ok
}

function parse(argv: string[]) {
  return parseArgs({
    args: argv,
    options: {
      principal: { type: 'string' },
      due: { type: 'string' },
      paid: { type: 'string' },
      part: { type: 'string', multiple: true, default: [] },
      rule: { type: 'string', default: 'due-date' },
      cap: { type: 'string', default: 'none' },
      lang: { type: 'string' },
      explain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
}
type Options = ReturnType<typeof parse>['values']

/** The debt, or everything that is wrong with it at once. */
function readInput(values: Options, language: Language): LateFeeInput | string[] {
  const words = LATE_FEE_WORDS[language]
  const problems: string[] = []
  const absent = REQUIRED.filter((option) => values[option] === undefined)
  if (absent.length > 0) problems.push(words.missing(absent.map((option) => `--${option}`).join(' ')))

  const principal = values.principal === undefined ? undefined : readAmount('--principal', values.principal, language)
  if (principal !== undefined && 'refusal' in principal) problems.push(principal.refusal)
  const [due, until] = (['due', 'paid'] as const).map((option) => {
    const date = parseCivilDate(values[option] ?? '')
    if (values[option] !== undefined && date === undefined) problems.push(words.date(`--${option}`, values[option]))
    return date
  })
  const rule = LATE_FEE_RULES.find((known) => known === constantName(values.rule))
  if (rule === undefined) problems.push(words.rule(values.rule))
  const cap = LATE_FEE_CAPS.find((known) => known === constantName(values.cap))
  if (cap === undefined) problems.push(words.cap(values.cap))
  const partPayments = values.part.map((text) => readPart(text, language))
  problems.push(...partPayments.filter((part) => typeof part === 'string'))

  const parts = partPayments.filter((part) => typeof part !== 'string')
  if (problems.length > 0 || principal === undefined || 'refusal' in principal) return problems
  if (parts.reduce((sum, { amount }) => sum + amount, 0) > principal.fen) return [words.overpaid]
  if (due === undefined || until === undefined || rule === undefined || cap === undefined) return problems
  return { principal: principal.fen, due, until, rule, cap, partPayments: parts }
}

function readPart(text: string, language: Language): PartPayment | string {
  const words = LATE_FEE_WORDS[language]
  const [day = '', amountText = ''] = text.split(/:(.*)/su)
  const on = parseCivilDate(day)
  if (on === undefined || amountText === '') return words.part(text)
  const amount = readAmount('--part', amountText, language)
  return 'refusal' in amount ? amount.refusal : { on, amount: amount.fen }
}

/** `due-date` → `DUE_DATE`. */
function constantName(option: string): string {
  return option.toUpperCase().replaceAll('-', '_')
}

function asText({ days, fee, segments }: LateFee, language: Language): string[] {
  const words = LATE_FEE_WORDS[language]
  if (days === 0) return [words.none]
  const yuan = (amount: Fen) => formatYuan(amount, { grouping: true })
  const rows = segments.map((segment) => [
    segment.from,
    segment.to,
    String(segment.days),
    yuan(segment.principal),
    formatPercent(segment.dailyRatePpm),
    yuan(segment.fee),
  ])
  return textTable(
    [[...words.columns], ...rows, [words.total, '', String(days), '', '', yuan(fee)]],
    new Set([2, 3, 4, 5]),
  )
}

function refuse(language: Language, problems: readonly string[]): number {
  process.stderr.write(`${problems.join('\n')}\n${LATE_FEE_WORDS[language].usage}\n`)
  return EXIT.usage
}
