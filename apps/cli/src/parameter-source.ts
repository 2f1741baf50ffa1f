import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readParameterTable, tableProblemText } from '@shebao/intake'
import { parameterProblemText, readParameterFile } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import type { Language } from './language.ts'
import { parseStructured } from './structured-file.ts'

/** Fifty thousand rows as YAML have some 15 MB. */
const LARGEST_FILE_BYTES = 32 * 1024 * 1024
const PROBLEMS_SHOWN = 50

/** One thing wrong with a file, by row and field, with its sentence. */
export interface NamedProblem {
  readonly row: number | null
  readonly field: string | null
  readonly code: string
  readonly text: (language: Language) => string
}

export type ParameterRefusal =
  | { readonly code: 'UNREADABLE' | 'TOO_LARGE' }
  | { readonly code: 'SYNTAX'; readonly reason: string }
  | { readonly code: 'PROBLEMS'; readonly problems: readonly NamedProblem[] }

const WORDS = {
  'zh-CN': {
    UNREADABLE: '无法读取文件，请检查路径',
    TOO_LARGE: '文件超过 32 MB',
    SYNTAX: (reason: string) => `不是有效的 JSON 或 YAML：${reason}`,
    more: (count: number) => `……另有 ${count} 个问题`,
    colon: '：',
  },
  en: {
    UNREADABLE: 'the file cannot be read; check the path',
    TOO_LARGE: 'the file is larger than 32 MB',
    SYNTAX: (reason: string) => `neither JSON nor YAML: ${reason}`,
    more: (count: number) => `… and ${count} more`,
    colon: ': ',
  },
} as const

/** The rows of a parameter file (`shebao-parameters/1` in JSON or YAML, or a table as the office reads it), or why there are none. */
export async function loadParameterRows(
  path: string,
): Promise<readonly ParameterRow[] | { readonly refusal: ParameterRefusal }> {
  let bytes: Uint8Array
  try {
    if ((await stat(path)).size > LARGEST_FILE_BYTES) return { refusal: { code: 'TOO_LARGE' } }
    bytes = await readFile(path)
  } catch {
    return { refusal: { code: 'UNREADABLE' } }
  }
  if (!/\.(?:ya?ml|json)$/i.test(path)) return readTable(bytes, basename(path))
  const parsed = parseStructured(path, bytes)
  if (!parsed.ok) return { refusal: parsed.code === 'SYNTAX' ? parsed : { code: parsed.code } }
  const reading = readParameterFile(parsed.value)
  if (reading.ok) return reading.rows
  const problems = reading.problems.map((problem) => ({
    ...problem,
    text: (language: Language) => parameterProblemText(problem, language),
  }))
  return { refusal: { code: 'PROBLEMS', problems } }
}

function readTable(bytes: Uint8Array, name: string): readonly ParameterRow[] | { readonly refusal: ParameterRefusal } {
  const table = readParameterTable(bytes, name)
  if (table.ok) return table.rows
  const problems = table.problems.map((problem) => ({
    ...problem,
    text: (language: Language) => tableProblemText(problem, language),
  }))
  return { refusal: { code: 'PROBLEMS', problems } }
}

/** A refusal in lines, each with the file's name or the row it is about. */
export function parameterRefusalLines(path: string, refusal: ParameterRefusal, language: Language): string[] {
  const words = WORDS[language]
  const said = (reason: string) => `${path}${words.colon}${reason}`
  if (refusal.code === 'SYNTAX') return [said(words.SYNTAX(refusal.reason))]
  if (refusal.code !== 'PROBLEMS') return [said(words[refusal.code])]
  const lines = refusal.problems.slice(0, PROBLEMS_SHOWN).map((problem) => said(problem.text(language)))
  const more = refusal.problems.length - lines.length
  return more > 0 ? [...lines, words.more(more)] : lines
}
