import { parseArgs } from 'node:util'
import { SHIPPED_PARAMETER_ROWS, parameterFileSchema, writeParameterFile } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import { stringify } from 'yaml'
import { answer, openCommand } from '../command-line.ts'
import { EXIT } from '../exit-code.ts'
import type { Language } from '../language.ts'
import { loadParameterRows, parameterRefusalLines } from '../parameter-source.ts'
import { PARAMETERS_WORDS } from './parameters-words.ts'

/** `shebao parameters`: the exchange format of policy parameters, its schema, a check of a file, the shipped rows. */
export async function run(argv: string[]): Promise<number> {
  const command = openCommand(argv, parse, PARAMETERS_WORDS)
  if ('exit' in command) return command.exit
  const { language, refuse, parsed } = command
  const words = PARAMETERS_WORDS[language]
  const [action = '', path, ...surplus] = parsed.positionals
  const unexpected = action === 'check' ? surplus : parsed.positionals.slice(1)
  if (unexpected.length > 0) return refuse([words.tooMany(unexpected.join(' '))])
  switch (action) {
    case 'schema':
      return print(JSON.stringify(parameterFileSchema(), null, 2))
    case 'check':
      return path === undefined ? refuse([words.file]) : check(path, parsed.values.json, language, refuse)
    case 'export':
      return exportRows(parsed.values, language, refuse)
    default:
      return refuse([words.action(action)])
  }
}

function parse(argv: string[]) {
  return parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      region: { type: 'string' },
      json: { type: 'boolean', default: false },
      yaml: { type: 'boolean', default: false },
      lang: { type: 'string' },
    },
  })
}
type Refuse = (problems: readonly string[]) => number

/** Exit 0: the office can import it. 1: it has problems, each named. 2: there is nothing to check. */
async function check(path: string, json: boolean, language: Language, refuse: Refuse): Promise<number> {
  const words = PARAMETERS_WORDS[language]
  const rows = await loadParameterRows(path)
  if (!('refusal' in rows)) {
    const regions = summarise(rows)
    return answer(
      json,
      () => ({ ok: true, rows: rows.length, regions, problems: [] }),
      () => [
        words.good(rows.length),
        ...regions.map(({ region, rows: count, first, last }) =>
          words.regionRows(region, count, first, last ?? words.open),
        ),
      ],
    )
  }
  const lines = parameterRefusalLines(path, rows.refusal, language)
  if (rows.refusal.code !== 'PROBLEMS') return refuse(lines)
  const { problems } = rows.refusal
  answer(
    json,
    () => ({
      ok: false,
      problems: problems.map(({ text, ...problem }) => ({ ...problem, message: text(language) })),
    }),
    () => [...lines, words.problems(problems.length)],
  )
  return EXIT.refused
}

interface RegionSummary {
  readonly region: string
  readonly rows: number
  readonly first: string
  /** Null while a row is open. */
  readonly last: string | null
}

function summarise(rows: readonly ParameterRow[]): RegionSummary[] {
  const regions = Map.groupBy(rows, ({ region }) => region)
  return [...regions].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([region, own]) => summariseRegion(region, own))
}

function summariseRegion(region: string, rows: readonly ParameterRow[]): RegionSummary {
  let first = rows[0]?.validFrom ?? ''
  let last: string | null = ''
  for (const { validFrom, validTo } of rows) {
    if (validFrom < first) first = validFrom
    last = last === null || validTo === null ? null : validTo > last ? validTo : last
  }
  return { region, rows: rows.length, first, last }
}

function exportRows(
  { region, json, yaml }: ReturnType<typeof parse>['values'],
  language: Language,
  refuse: Refuse,
): number {
  const words = PARAMETERS_WORDS[language]
  if (json && yaml) return refuse([words.eitherFormat])
  const rows = SHIPPED_PARAMETER_ROWS.filter((row) => region === undefined || row.region === region)
  if (rows.length === 0) {
    const known = [...new Set(SHIPPED_PARAMETER_ROWS.map((row) => row.region))].toSorted()
    return refuse([words.region(region ?? '', known.join(', '))])
  }
  const file = writeParameterFile(rows)
  return print(
    yaml ? stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 }).trimEnd() : JSON.stringify(file, null, 2),
  )
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return EXIT.ok
}
