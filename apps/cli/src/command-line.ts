import { EXIT } from './exit-code.ts'
import { findLanguage, terminalLanguage } from './language.ts'
import type { Language } from './language.ts'

/** What every command says about itself, in both languages. */
export type UsageWords = Readonly<Record<Language, { readonly usage: string; readonly lang: string }>>

export interface OpenCommand<Parsed> {
  readonly parsed: Parsed
  readonly language: Language
  /** Writes what is wrong, then how to ask, to stderr; nothing reaches stdout. */
  readonly refuse: (problems: readonly string[]) => number
}

/**
 * How a command that answers questions begins: `--help`, options that cannot be read, the language. Either the command is
 * open, or it has already been answered and only the exit code is left.
 */
export function openCommand<Parsed extends { readonly values: { readonly lang?: string | undefined } }>(
  argv: readonly string[],
  parse: (argv: string[]) => Parsed,
  words: UsageWords,
): OpenCommand<Parsed> | { readonly exit: number } {
  const spoken = terminalLanguage()
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${words[spoken].usage}\n`)
    return { exit: EXIT.ok }
  }
  let parsed: Parsed
  try {
    parsed = parse(joinNegativeValues(argv))
  } catch (error) {
    return { exit: refuse(words[spoken].usage, [error instanceof Error ? error.message : String(error)]) }
  }
  const { lang } = parsed.values
  const language = lang === undefined ? spoken : findLanguage(lang)
  if (language === undefined) return { exit: refuse(words[spoken].usage, [words[spoken].lang]) }
  return { parsed, language, refuse: (problems) => refuse(words[language].usage, problems) }
}

/** The answer on stdout: one line of JSON, or lines of text. */
export function answer(asJson: boolean, json: () => unknown, text: () => readonly string[]): number {
  process.stdout.write(asJson ? `${JSON.stringify(json())}\n` : `${text().join('\n')}\n`)
  return EXIT.ok
}

/** Notes go to stderr, so that they never mix with an answer that is piped on. */
export function note(...lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
}

/** The required options that were not given, as they are written. */
export function absentOptions(values: Readonly<Record<string, unknown>>, required: readonly string[]): string[] {
  return required.filter((option) => values[option] === undefined).map((option) => `--${option}`)
}

function refuse(usage: string, problems: readonly string[]): number {
  note(...problems, usage)
  return EXIT.usage
}

/** `--wage -5` is read as `--wage=-5`, so that the answer is "negative" and not a quarrel about options. */
function joinNegativeValues(argv: readonly string[]): string[] {
  const joined: string[] = []
  for (const argument of argv) {
    const option = joined.at(-1)
    if (/^-[\d.¥￥]/u.test(argument) && option !== undefined && /^--[a-z-]+$/u.test(option)) {
      joined[joined.length - 1] = `${option}=${argument}`
    } else joined.push(argument)
  }
  return joined
}
