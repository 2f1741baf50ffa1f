import { parseArgs } from 'node:util'
import { fen, formatYuan, parseCivilDate, periodOfDate } from '@shebao/kernel'
import {
  LATE_FEE_CAPS,
  LATE_FEE_RULES,
  explainLateFee,
  explanationLines,
  formatPercent,
  lateFee,
} from '@shebao/premium'
import type { CivilDate, Fen } from '@shebao/kernel'
import type { LateFee, LateFeeInput, LateFeeRule } from '@shebao/premium'
import { readAmount } from '../amount-argument.ts'
import { absentOptions, answer, note, openCommand } from '../command-line.ts'
import type { Language } from '../language.ts'
import { textTable } from '../text-table.ts'
import { LATE_FEE_WORDS } from './late-fee-words.ts'

type PartPayment = { readonly on: CivilDate; readonly amount: Fen }

/** Ten thousand million yuan: a debt above it is a slip of the pen, and below it millennia of fees are still exact. */
const LARGEST_DEBT = fen(1_000_000_000_000)

const REQUIRED = ['principal', 'due', 'paid'] as const

/**
 * `shebao late-fee`: what a debt costs from its due date to the day it is paid (SIL 86). Under `settled-month` the debt
 * belongs to the month of `--due` and `--paid` is the day the bill is generated. JSON amounts are fen.
 */
export async function run(argv: string[]): Promise<number> {
  const command = openCommand(argv, parse, LATE_FEE_WORDS)
  if ('exit' in command) return command.exit
  const { language, refuse, parsed } = command
  const { values } = parsed
  const input = readInput(values, language)
  if (Array.isArray(input)) return refuse(input)

  const result = lateFee(input)
  const why = values.explain ? explainLateFee(input) : undefined
  const { days, fee } = result
  if (result.capped) note(LATE_FEE_WORDS[language].capped)
  return answer(
    values.json,
    () => ({ days, fee, ...(why && { explanation: why }) }),
    () => [...asText(result, language), ...(why ? ['', ...explanationLines(why, language)] : [])],
  )
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
  const absent = absentOptions(values, REQUIRED)
  if (absent.length > 0) problems.push(words.missing(absent.join(' ')))

  const principal =
    values.principal === undefined ? undefined : readAmount('--principal', values.principal, language, LARGEST_DEBT)
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
  if (isBeforeDue(due, until, rule)) return [words.paidBeforeDue(until, due)]
  const late = parts.find(({ on }) => on > until)
  if (late !== undefined) return [words.partAfterPaid(late.on, until)]
  return { principal: principal.fen, due, until, rule, cap, partPayments: parts }
}

/** Nothing was late; most likely the two dates were exchanged, so it is asked again and not answered with nothing. */
function isBeforeDue(due: CivilDate, until: CivilDate, rule: LateFeeRule): boolean {
  return rule === 'SETTLED_MONTH' ? periodOfDate(until) < periodOfDate(due) : until < due
}

function readPart(text: string, language: Language): PartPayment | string {
  const words = LATE_FEE_WORDS[language]
  const [day = '', amountText = ''] = text.split(/:(.*)/su)
  const on = parseCivilDate(day)
  if (on === undefined || amountText === '') return words.part(text)
  const amount = readAmount('--part', amountText, language, LARGEST_DEBT)
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
