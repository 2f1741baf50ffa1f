import { createHash } from 'node:crypto'
import type { UnitDraft } from '@shebao/declaration-rules'
import type { PersonnelDraft } from '@shebao/roster'

export interface SubmittedContent {
  formNo: string
  unit: UnitDraft
  rows: readonly { row: number; draft: PersonnelDraft }[]
}

/** SHA-256 in hex over everything that was submitted, the same whatever order a database gives the keys back in. */
export function hashContent({ formNo, unit, rows }: SubmittedContent): string {
  const hash = createHash('sha256')
  hash.update(canonical({ formNo, unit }))
  for (const { row, draft } of rows) hash.update(`\n${row} ${canonical(draft)}`)
  return hash.digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const record = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(record).filter((key) => record[key] !== undefined).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`
}
