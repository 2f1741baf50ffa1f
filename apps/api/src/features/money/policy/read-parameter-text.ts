import { LARGEST_PROPOSAL, readParameterFile } from '@shebao/premium'
import type { ParameterFileProblem, ParameterRow } from '@shebao/premium'
import { parseDocument } from 'yaml'

/** Ten times what the largest proposal needs. */
export const largestImportCharacters = 2_000_000
/** Enough to name a source once and point at it; too few for a file that grows without end when it is read. */
const mostAliases = 200

export type TextReading =
  | { ok: true; rows: readonly ParameterRow[]; unchanged: number }
  | {
      ok: false
      reason: 'TOO_LARGE' | 'SYNTAX' | 'PROBLEMS' | 'SEVERAL_REGIONS' | 'TOO_MANY_ROWS'
      detail: string
      problems: readonly ParameterFileProblem[]
    }

/** The rows of one region that are not published yet from the text of a parameter file, JSON or YAML, or everything wrong with it. */
export function readParameterText(text: string, published: readonly ParameterRow[]): TextReading {
  const refused = (
    reason: Exclude<TextReading, { ok: true }>['reason'],
    detail = '',
    problems: readonly ParameterFileProblem[] = [],
  ) => ({ ok: false, reason, detail, problems }) as const
  if (text.length > largestImportCharacters) return refused('TOO_LARGE')
  let value: unknown
  try {
    value = parseYaml(text.replace(/^\uFEFF/u, ''))
  } catch (error) {
    return refused('SYNTAX', firstLine(error))
  }
  const reading = readParameterFile(value, published)
  if (!reading.ok) return refused('PROBLEMS', '', reading.problems)
  if (reading.rows.length > LARGEST_PROPOSAL) return refused('TOO_MANY_ROWS', String(reading.rows.length))
  const regions = new Set(reading.rows.map(({ region }) => region))
  if (regions.size > 1) return refused('SEVERAL_REGIONS', [...regions].toSorted().join(', '))
  return reading
}

/** YAML 1.2 in its plainest form, of which JSON is a part: no tags of its own, no merge keys, few aliases, one document. */
function parseYaml(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'core', customTags: null, merge: false })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem) throw problem
  return document.toJS({ maxAliasCount: mostAliases })
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
