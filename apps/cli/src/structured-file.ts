import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { parseDocument } from 'yaml'

/** Enough to name a source once and point at it; too few for a file that grows without end when it is read. */
const MOST_ALIASES = 1000

export type StructuredFile =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'UNREADABLE' | 'TOO_LARGE' }
  | { readonly ok: false; readonly code: 'SYNTAX'; readonly reason: string }

/** What a file of JSON or YAML holds. */
export async function readStructuredFile(path: string, mostBytes: number): Promise<StructuredFile> {
  let bytes: Uint8Array
  try {
    if ((await stat(path)).size > mostBytes) return { ok: false, code: 'TOO_LARGE' }
    bytes = await readFile(path)
  } catch {
    return { ok: false, code: 'UNREADABLE' }
  }
  return parseStructured(path, bytes)
}

export function parseStructured(path: string, bytes: Uint8Array): StructuredFile {
  const text = withoutMark(new TextDecoder().decode(bytes))
  try {
    return { ok: true, value: extname(path).toLowerCase() === '.json' ? JSON.parse(text) : parseYaml(text) }
  } catch (error) {
    return { ok: false, code: 'SYNTAX', reason: firstLine(error) }
  }
}

/** YAML 1.2 in its plainest form (JSON is part of it): no tags of its own, no merge keys, few aliases, one document. */
function parseYaml(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'core', customTags: null, merge: false })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) throw problem
  return document.toJS({ maxAliasCount: MOST_ALIASES })
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
