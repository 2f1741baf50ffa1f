import { packedDay } from '@shebao/kernel'
import { parseArgs } from 'node:util'
import { IDENTIFIER_TYPES, checkIdentifier, findAlpha2CountryCode, recogniseIdentifier } from '@shebao/identifiers'
import type {
  IdentifierFacts,
  IdentifierType,
  InvalidIdentifier,
  Recognition,
  ValidIdentifier,
} from '@shebao/identifiers'
import { findRegionNames } from '@shebao/identifiers/region-names'
import { EXIT } from '../exit-code.ts'
import { findLanguage, terminalLanguage } from '../language.ts'
import type { Language } from '../language.ts'
import { shanghaiToday } from '../today.ts'
import {
  FACT_WORDS,
  TYPE_WORDS,
  USAGE_WORDS,
  VALUE_WORDS,
  VERDICT_WORDS,
  wordFailure,
  wordWarning,
} from './id-words.ts'

interface Question {
  readonly input: string
  readonly type: IdentifierType | undefined
  readonly today: string
  readonly json: boolean
  readonly language: Language
}

/** A usage error, worded for the person at the terminal. */
interface Misunderstanding {
  readonly problem: string
  readonly language: Language
}

/**
 * `shebao id NUMBER`: says what kind of identifier the number is, whether it is valid, and what it tells; or its
 * first failing code and what would be right. How the kind is chosen: `detectIdentifier` in packages/identifiers.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    const words = USAGE_WORDS[terminalLanguage()]
    process.stdout.write(`${words.usage}\n${words.type}${IDENTIFIER_TYPES.join(', ')}\n`)
    return EXIT.ok
  }
  const question = readQuestion(argv)
  if ('problem' in question) {
    process.stderr.write(`${question.problem}\n${USAGE_WORDS[question.language].usage}\n`)
    return EXIT.usage
  }
  const { type, input, today } = question
  const recognition: Recognition =
    type === undefined
      ? recogniseIdentifier(input, today)
      : { type, result: checkIdentifier(type, input, today), alternatives: [] }
  process.stdout.write(
    question.json ? `${JSON.stringify(asJson(input, recognition))}\n` : asText(question, recognition),
  )
  return recognition.result?.ok === true ? EXIT.ok : EXIT.refused
}

function parse(argv: string[]) {
  return parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      type: { type: 'string' },
      today: { type: 'string' },
      lang: { type: 'string' },
    },
  })
}

function readQuestion(argv: string[]): Question | Misunderstanding {
  let language = terminalLanguage()
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), language }
  }
  const { values, positionals } = parsed
  if (values.lang !== undefined) {
    const wanted = findLanguage(values.lang)
    if (wanted === undefined) return { problem: USAGE_WORDS[language].lang, language }
    language = wanted
  }
  const [input] = positionals
  if (input === undefined || positionals.length > 1) return { problem: USAGE_WORDS[language].number, language }
  const today = values.today ?? shanghaiToday()
  if (packedDay(today) === 0) return { problem: USAGE_WORDS[language].today, language }
  const type = values.type === undefined ? undefined : findType(values.type)
  if (values.type !== undefined && type === undefined) {
    return { problem: USAGE_WORDS[language].type + IDENTIFIER_TYPES.join(', '), language }
  }
  return { input, type, today, json: values.json, language }
}

/** `resident-id` will do for RESIDENT_ID. */
function findType(option: string): IdentifierType | undefined {
  const name = option.toUpperCase().replaceAll('-', '_')
  return IDENTIFIER_TYPES.find((type) => type === name)
}

function asJson(input: string, { type, result, alternatives }: Recognition) {
  const head = { input, type: type ?? 'UNKNOWN' }
  if (result?.ok === true) {
    return {
      ...head,
      valid: true,
      value: result.value,
      facts: jsonFacts(result.facts),
      warnings: result.warnings,
      alternatives,
    }
  }
  const expected = result?.expected === undefined ? {} : { expected: result.expected }
  return { ...head, valid: false, code: result?.code ?? 'FORMAT', ...expected, facts: {}, warnings: [], alternatives }
}

function jsonFacts(facts: IdentifierFacts) {
  const regionName = facts.region === undefined ? '' : nameRegion(facts.region)
  return regionName === '' ? facts : { ...facts, regionName }
}

/** The place as people say it: the filler names that stand between a municipality and its districts are left out. */
function nameRegion(code: string): string {
  return findRegionNames(code)
    .filter((name) => name !== '市辖区' && name !== '县')
    .join('')
}

function asText(question: Question, recognition: Recognition): string {
  const { language, input, today } = question
  const { result, type } = recognition
  const verdict = VERDICT_WORDS[language]
  const colon = language === 'zh-CN' ? '：' : ': '
  const kind = TYPE_WORDS[language][type ?? 'UNKNOWN']
  const lines =
    result?.ok === true
      ? [`${kind}${colon}${verdict.valid}`, ...describe(language, result, colon)]
      : [
          `${kind}${colon}${verdict.invalid} [${result?.code ?? 'FORMAT'}]`,
          `  ${wordFailure(language, failureOf(result))}`,
        ]
  const passing = recognition.alternatives.filter((other) => checkIdentifier(other, input, today).ok)
  if (result?.ok !== true && passing.length > 0) {
    const others = passing.map((other) => TYPE_WORDS[language][other])
    lines.push(
      `  ${verdict.alternatives}${colon}${new Intl.ListFormat(language, { type: 'disjunction' }).format(others)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

function failureOf(result: Recognition['result']): InvalidIdentifier | undefined {
  return result === undefined || result.ok ? undefined : result
}

const FACTS: readonly (keyof IdentifierFacts)[] = [
  'legacyNumber',
  'sex',
  'birthDate',
  'region',
  'country',
  'areaCode',
  'script',
]

function describe(language: Language, { value, facts, warnings }: ValidIdentifier, colon: string): string[] {
  const lines = [`  ${VERDICT_WORDS[language].value}${colon}${value}`]
  for (const fact of FACTS) {
    if (facts[fact] !== undefined)
      lines.push(`  ${FACT_WORDS[language][fact]}${colon}${wordFact(language, facts, fact)}`)
  }
  for (const warning of warnings)
    lines.push(`  ${VERDICT_WORDS[language].warning}${colon}${wordWarning(language, warning)}`)
  return lines
}

function wordFact(language: Language, facts: IdentifierFacts, fact: keyof IdentifierFacts): string {
  const { sex, script, region, country } = facts
  if (fact === 'sex' && sex !== undefined) return VALUE_WORDS[language][sex]
  if (fact === 'script' && script !== undefined) return VALUE_WORDS[language][script]
  if (fact === 'region' && region !== undefined) return `${region} ${nameRegion(region)}`.trimEnd()
  if (fact === 'country' && country !== undefined) return `${country} ${nameCountry(language, country)}`.trimEnd()
  return facts[fact] ?? ''
}

function nameCountry(language: Language, alpha3: string): string {
  const alpha2 = findAlpha2CountryCode(alpha3)
  return alpha2 === undefined ? '' : (new Intl.DisplayNames([language], { type: 'region' }).of(alpha2) ?? '')
}
