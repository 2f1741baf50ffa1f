import { packedDay } from '@shebao/kernel'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  checkFileTotals,
  checkPersonnel,
  messageOf,
  personnelContextOf,
  personnelRowOf,
  verdictOf,
} from '@shebao/declaration-rules'
import type { PersonnelContext } from '@shebao/declaration-rules'
import { period } from '@shebao/kernel'
import { BEIJING, preparePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { needsLooking, writeFailingRows } from '@shebao/roster'
import type { RosterFile } from '@shebao/roster'
import { EXIT } from '../exit-code.ts'
import { findLanguage, terminalLanguage } from '../language.ts'
import { readPeople } from '../people-file.ts'
import type { PeopleRefusal } from '../people-file.ts'
import { shanghaiToday } from '../today.ts'
import { asJson, asText } from './check-report.ts'
import type { Answer, Request } from './check-report.ts'
import { CHECK_WORDS, wordProblem } from './check-words.ts'

type Refusal = PeopleRefusal

/**
 * `shebao check FILE`: reads a personnel list as the office's site does and gives the same verdict, because the rules
 * are the same. The employees' signature is taken as given: it is asked once for the whole list, not in the file.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${CHECK_WORDS[terminalLanguage()].usage}\n`)
    return EXIT.ok
  }
  const request = readRequest(argv)
  if ('code' in request) return refuse(request, argv.includes('--json'))
  const read = await readPeople(request)
  if (!read.ok) return refuse(read.refusal, request.json)
  const answer = check(read.file, request)
  const failing = await writeFailing(answer, request)
  if (typeof failing === 'object') return refuse(failing, request.json)
  process.stdout.write(request.json ? asJson(answer, request) : asText(answer, request, failing))
  return answer.verdict === 'INCOMPLETE' ? EXIT.refused : EXIT.ok
}

function readRequest(argv: string[]): Request | Refusal {
  let language = terminalLanguage()
  const misunderstood = (problem: string): Refusal => ({
    code: 'USAGE',
    message: `${problem}\n${CHECK_WORDS[language].usage}`,
  })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    return misunderstood(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const wanted = values.lang === undefined ? language : findLanguage(values.lang)
  if (wanted === undefined) return misunderstood(CHECK_WORDS[language].lang)
  language = wanted
  const words = CHECK_WORDS[language]
  const [path] = positionals
  if (path === undefined || positionals.length > 1) return misunderstood(words.file)
  const today = values.today ?? shanghaiToday()
  if (packedDay(today) === 0) return misunderstood(words.today)
  const year = values.year ?? today.slice(0, 4)
  if (!/^(?:19|20)\d{2}$/.test(year)) return misunderstood(words.year)
  const { failing } = values
  if (failing !== undefined && (!/\.xlsx$/i.test(failing) || resolve(failing) === resolve(path))) {
    return misunderstood(words.failing)
  }
  const context = readContext(values.region ?? BEIJING, today, Number(year))
  if (context === undefined) return misunderstood(words.region)
  return { path, year: Number(year), today, json: values.json, language, failing, sheet: values.sheet, context }
}

/** The parameters of the payment year that begins in July of the declaration's year, as the office's site uses them. */
function readContext(region: string, today: string, year: number): PersonnelContext | undefined {
  const result = preparePolicy(SHIPPED_PARAMETER_ROWS, region, period(`${year}-07`), 1)
  if (result.ok) return personnelContextOf(result.policy, today, year)
  return result.problem.code === 'UNKNOWN_REGION' ? undefined : { today, year }
}

function parse(argv: string[]) {
  return parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      year: { type: 'string' },
      today: { type: 'string' },
      lang: { type: 'string' },
      failing: { type: 'string' },
      region: { type: 'string' },
      sheet: { type: 'string' },
    },
  })
}

/** The same reason in both forms, so that a script and a person are told the same. */
function refuse({ code, message }: Refusal, json: boolean): number {
  if (json)
    process.stdout.write(
      `${JSON.stringify({ verdict: 'INCOMPLETE', people: 0, issues: [], problem: { code, message } })}\n`,
    )
  else process.stderr.write(code === 'USAGE' ? `${message}\n` : `[${code}] ${message}\n`)
  return EXIT.usage
}

function check(file: RosterFile, { context }: Request): Answer {
  const rows = file.rows.map(personnelRowOf)
  const people = checkPersonnel(rows, { ...context, signedList: true })
  const issues = [...people.issues, ...checkFileTotals(file.totals, rows)]
  const verdict = verdictOf(issues)
  // What the file itself is odd in has to be looked at too, though no rule says so.
  const isOdd = file.remarks.some(needsLooking)
  return { verdict: verdict === 'COMPLETE' && isOdd ? 'COMPLETE_WITH_WARNINGS' : verdict, file, issues }
}

async function writeFailing(
  { file, issues }: Answer,
  { failing, language }: Request,
): Promise<number | Refusal | undefined> {
  if (failing === undefined) return undefined
  const problems = new Map<number, string[]>()
  const people = new Set(file.rows.map(({ row }) => row))
  for (const issue of issues) {
    if (issue.severity !== 'error' || issue.row === undefined || !people.has(issue.row)) continue
    problems.set(issue.row, [...(problems.get(issue.row) ?? []), messageOf(issue, language)])
  }
  if (problems.size === 0) return 0
  const rows = [...problems].map(([row, texts]) => ({ row, problems: texts }))
  try {
    await writeFile(failing, writeFailingRows(file, rows, language))
  } catch {
    return { code: 'CANNOT_WRITE', message: wordProblem('CANNOT_WRITE', failing, language) }
  }
  return problems.size
}
