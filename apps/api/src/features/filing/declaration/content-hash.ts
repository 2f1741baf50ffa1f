import { createHash } from 'node:crypto'
import type { CompleteDeclaration } from '@shebao/declaration-rules'
import { inTurns } from '../../../platform/in-turns.ts'

export interface SubmittedContent {
  formNo: string
  unit: object
  rows: readonly { row: number; draft: object }[]
}

const chunkLength = 64 * 1024

/** SHA-256 in hex over everything that was submitted: form and people as they were said. */
export function hashContent(formNo: string, { unit, people }: CompleteDeclaration): Promise<string> {
  return inTurns(hashing({ formNo, unit: unit.draft, rows: people }))
}

/** One line for the form and one a person, the same whatever order a database gives the keys back in. */
export function hashLines(content: SubmittedContent): string {
  const lines = hashing(content)
  for (;;) {
    const step = lines.next()
    if (step.done) return step.value
  }
}

function* hashing({ formNo, unit, rows }: SubmittedContent): Generator<void, string> {
  const hash = createHash('sha256')
  let chunk = canonical({ formNo, unit })
  for (const { row, draft } of rows) {
    chunk += `\n${row} ${canonical(draft)}`
    if (chunk.length >= chunkLength) {
      hash.update(chunk)
      chunk = ''
    }
    yield
  }
  return hash.update(chunk).digest('hex')
}

const canonical = (value: unknown): string => JSON.stringify(sortKeys(value)) ?? 'null'

/** The same value with its keys in order, for `JSON.stringify` to write: much faster than writing the text here. */
function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sortKeys)
  const record = value as Readonly<Record<string, unknown>>
  const sorted: Record<string, unknown> = {}
  for (const key of Object.keys(record).sort()) sorted[key] = sortKeys(record[key])
  return sorted
}
