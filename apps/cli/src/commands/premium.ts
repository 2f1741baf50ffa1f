import { packedDay } from '@shebao/kernel'
import { parseArgs } from 'node:util'
import { findRegionNames } from '@shebao/identifiers/region-names'
import {
  LARGEST_MONTHLY_AMOUNT,
  addMonths,
  civilDate,
  formatYuan,
  parseInjuryClass,
  parsePeriod,
  periodOfDate,
} from '@shebao/kernel'
import {
  SHIPPED_PARAMETER_ROWS,
  WORDS,
  assessPerson,
  explainPerson,
  explanationLines,
  formatPercent,
  policyProblemText,
  preparePolicy,
} from '@shebao/premium'
import type { Fen, InjuryClass, Period } from '@shebao/kernel'
import type { Assessment, Policy, PremiumLine } from '@shebao/premium'
import { readAmount } from '../amount-argument.ts'
import { absentOptions, answer, note, openCommand } from '../command-line.ts'
import type { Language } from '../language.ts'
import { loadParameterRows, parameterRefusalLines } from '../parameter-source.ts'
import { textTable } from '../text-table.ts'
import { shanghaiToday } from '../today.ts'
import { PREMIUM_WORDS } from './premium-words.ts'

interface Question {
  readonly region: string
  readonly period: Period
  readonly wage: Fen
  readonly injuryClass: InjuryClass
  readonly unitRatePpm: number | null
}

const REQUIRED = ['region', 'period', 'wage', 'injury-class'] as const

/** Next year's payment may be estimated on this year's figures; further ahead nothing is known. */
const MONTHS_AHEAD = 12

/** `shebao premium`: one person's premium for one month, by a file's parameters or, as a sample, the shipped ones; JSON amounts are fen. */
export async function run(argv: string[]): Promise<number> {
  const command = openCommand(argv, parse, PREMIUM_WORDS)
  if ('exit' in command) return command.exit
  const { language, refuse, parsed } = command
  const { values } = parsed
  const question = readQuestion(values, language)
  if (Array.isArray(question)) return refuse(question)
  const rows = values.parameters === undefined ? SHIPPED_PARAMETER_ROWS : await loadParameterRows(values.parameters)
  if ('refusal' in rows) return refuse(parameterRefusalLines(values.parameters ?? '', rows.refusal, language))
  const { region, period, injuryClass, unitRatePpm, wage } = question
  const result = preparePolicy(rows, region, period, injuryClass, unitRatePpm)
  if (!result.ok) return refuse([policyProblemText(result.problem, language)])

  const assessment = assessPerson(result.policy, { average: wage })
  const why = values.explain ? explainPerson(result.policy, { average: wage }).total : undefined
  note(...notes(result.policy, language, values.parameters === undefined))
  return answer(
    values.json,
    () => ({ ...asJson(assessment), ...(why && { explanation: why }) }),
    () => [...asText(result.policy, assessment, language), ...(why ? ['', ...explanationLines(why, language)] : [])],
  )
}

function parse(argv: string[]) {
  return parseArgs({
    args: argv,
    options: {
      region: { type: 'string' },
      period: { type: 'string' },
      wage: { type: 'string' },
      'injury-class': { type: 'string' },
      'unit-rate': { type: 'string' },
      parameters: { type: 'string' },
      today: { type: 'string' },
      lang: { type: 'string' },
      explain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
}
type Options = ReturnType<typeof parse>['values']

/** The question, or everything that is wrong with it at once. */
function readQuestion(values: Options, language: Language): Question | string[] {
  const words = PREMIUM_WORDS[language]
  const problems: string[] = []
  const absent = absentOptions(values, REQUIRED)
  if (absent.length > 0) problems.push(words.missing(absent.join(' ')))

  const region = values.region ?? ''
  if (values.region !== undefined && !/^\d{6}$/u.test(region)) problems.push(words.region(region))
  const period = values.period === undefined ? undefined : parsePeriod(values.period)
  if (values.period !== undefined && period === undefined) problems.push(words.period(values.period))
  const today = values.today ?? shanghaiToday()
  if (packedDay(today) === 0) problems.push(words.today)
  else if (period !== undefined && period > lastPeriod(today)) problems.push(words.future(period, lastPeriod(today)))
  const wage =
    values.wage === undefined ? undefined : readAmount('--wage', values.wage, language, LARGEST_MONTHLY_AMOUNT)
  if (wage !== undefined && 'refusal' in wage) problems.push(wage.refusal)
  const injuryClass = parseInjuryClass(values['injury-class'] ?? '')
  if (values['injury-class'] !== undefined && injuryClass === undefined)
    problems.push(words.injuryClass(values['injury-class']))
  const unitRatePpm = values['unit-rate'] === undefined ? null : readPercent(values['unit-rate'])
  if (unitRatePpm === undefined) problems.push(words.unitRate(values['unit-rate'] ?? ''))

  if (problems.length > 0 || period === undefined || injuryClass === undefined) return problems
  if (wage === undefined || 'refusal' in wage || unitRatePpm === undefined) return problems
  return { region, period, wage: wage.fen, injuryClass, unitRatePpm }
}

function lastPeriod(today: string): Period {
  return addMonths(periodOfDate(civilDate(today)), MONTHS_AHEAD)
}

/** `0.24%` or `0.24` as ppm, taken apart digit by digit. */
function readPercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?%?$/u.exec(text)
  return match === null ? undefined : Number(`${match[1]}${(match[2] ?? '').padEnd(4, '0')}`)
}

function asJson({ lines, employer, personal, total, bases }: Assessment) {
  return { base: bases.PENSION ?? lines[0]?.base ?? 0, lines, employer, personal, total }
}

function asText(policy: Policy, { lines, employer, personal, total }: Assessment, language: Language): string[] {
  const words = PREMIUM_WORDS[language]
  const yuan = (amount: Fen) => formatYuan(amount, { grouping: true })
  const row = (line: PremiumLine) => [
    WORDS[language].insurances[line.insurance],
    WORDS[language].sides[line.side],
    yuan(line.base),
    formatPercent(line.ratePpm),
    line.fixed === 0 ? '' : yuan(line.fixed),
    yuan(line.amount),
  ]
  const sum = (name: string, amount: Fen) => [name, '', '', '', '', yuan(amount)]
  const place = `${findRegionNames(policy.region).join('')} ${policy.region}`.trim()
  return [
    words.title(place, policy.period, policy.injuryClass),
    ...textTable(
      [
        [...words.columns],
        ...lines.map(row),
        sum(words.employer, employer),
        sum(words.personal, personal),
        sum(words.total, total),
      ],
      new Set([2, 3, 4, 5]),
    ),
  ]
}

function notes(policy: Policy, language: Language, sample: boolean): string[] {
  const words = PREMIUM_WORDS[language]
  const { insurances, parameters, listSeparator } = WORDS[language]
  const weak = policy.unverified
    .filter(({ name }) => name !== 'MINIMUM_WAGE')
    .map(({ name, insurance }) => `${insurance === 'ALL' ? '' : `${insurances[insurance]} `}${parameters[name]}`)
  return [
    ...(policy.carriedOver ? [words.carriedOver] : []),
    ...(sample ? [words.sample] : []),
    ...(weak.length > 0 && !sample ? [words.unverified([...new Set(weak)].join(listSeparator))] : []),
  ]
}
