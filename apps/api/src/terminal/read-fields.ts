import { parseArgs } from 'node:util'
import { problemWords } from './office-fields.ts'
import type { Field, FieldName, Problem } from './office-fields.ts'
import type { Terminal } from './terminal.ts'

export type Answers = Readonly<Partial<Record<FieldName, string>>>

export type ReadFields = { ok: true; answers: Answers } | { ok: false; problems: readonly string[] }

/**
 * From the options; what is missing or wrong is asked for where somebody can be asked, and otherwise told all at once. `needed`:
 * all of them, or only those that are given.
 */
export async function readFields(
  terminal: Terminal,
  argv: readonly string[],
  fields: readonly Field[],
  needed: 'ALL' | 'GIVEN',
): Promise<ReadFields> {
  const given = parseOptions(argv, fields)
  if (typeof given === 'string') return { ok: false, problems: [given] }
  const { language } = terminal.environment
  const answers: Partial<Record<FieldName, string>> = {}
  const problems: string[] = []
  for (const field of fields) {
    const input = given[field.option]
    if (input === undefined && needed === 'GIVEN') continue
    const checked = field.check(input ?? '')
    if ('value' in checked) answers[field.name] = checked.value
    else if (terminal.ask && needed === 'ALL')
      answers[field.name] = await askFor(terminal, field, input === undefined ? undefined : checked.problem)
    else problems.push(`--${field.option}: ${field.label[language]} ${problemWords[checked.problem][language]}`)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers }
}

/** Again until it is right: nothing that was answered before is lost. */
async function askFor(terminal: Terminal, field: Field, wrong: Problem | undefined): Promise<string> {
  const { language } = terminal.environment
  const ask = terminal.ask ?? (async () => '')
  if (wrong) terminal.note(`--${field.option}: ${problemWords[wrong][language]}`)
  for (;;) {
    const checked = field.check(await ask(`${field.label[language]}: `))
    if ('value' in checked) return checked.value
    terminal.note(`  ${problemWords[checked.problem][language]}`)
  }
}

function parseOptions(argv: readonly string[], fields: readonly Field[]): Record<string, string | undefined> | string {
  const options = Object.fromEntries(fields.map(({ option }) => [option, { type: 'string' as const }]))
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
