import { tellDeed } from '../../../shared/lib/deeds.ts'

/** What an import answers; the same from an upload and from asking the bank. */
export interface StatementProblem {
  code: string
  line?: number
  field?: string
  stated?: string
  expected?: string
}

export type ImportOutcome =
  | {
      kind: 'IMPORTED'
      day: string
      source: 'BANK' | 'TREASURY'
      entries: number
      pending: number
      corrects: boolean
      held: boolean
      result: { newPayments: number; employers: number; proved: number; toIdentify: number; open: number }
    }
  | { kind: 'REPEATED'; day: string; earlier: { fileName: string; importedAt: string; importedByName: string | null } }
  | { kind: 'WAITING_FOR_PAGES'; day: string; number: string; here: number[]; missing: number[] }
  | { kind: 'REFUSED'; problems: StatementProblem[]; table?: string[][] }
  | { kind: 'SEVERAL'; outcomes: ImportOutcome[]; otherAccounts: string[] }
  | { kind: 'UNAVAILABLE' }

/** A file's own word for it, or that it did not get through. */
export interface BroughtFile {
  name: string
  outcome: ImportOutcome | { kind: 'FAILED' } | { kind: 'SIGNED_OUT' }
  /** The file itself, where it was uploaded: once its columns are named it is read again. */
  file?: File
}

/** What the columns of a bank's CSV are, and what the file itself does not say. */
export interface CsvLayout {
  columns: Record<string, string>
  stated?: Record<string, string>
}

const kinds = ['IMPORTED', 'REPEATED', 'WAITING_FOR_PAGES', 'REFUSED', 'SEVERAL', 'UNAVAILABLE']

export function isImportOutcome(value: unknown): value is ImportOutcome {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    kinds.includes(value.kind)
  )
}

export async function uploadStatement(file: File, layout?: CsvLayout): Promise<BroughtFile> {
  const { name } = file
  try {
    const query = new URLSearchParams({ name, ...(layout ? { layout: JSON.stringify(layout) } : {}) })
    const answer = await fetch(`/reconciliation/statements?${query.toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (answer.status === 401) return { name, outcome: { kind: 'SIGNED_OUT' } }
    if (answer.status === 413)
      return {
        name,
        outcome: { kind: 'REFUSED', problems: [{ code: 'TOO_LARGE', stated: String(file.size), expected: '≤ 48 MB' }] },
      }
    const outcome: unknown = await answer.json()
    tellDeed()
    return { name, outcome: isImportOutcome(outcome) ? outcome : { kind: 'FAILED' }, file }
  } catch {
    return { name, outcome: { kind: 'FAILED' } }
  }
}

/** A file that was refused again keeps the table whose columns are being named. */
export function keepTable(again: BroughtFile, before: BroughtFile): BroughtFile {
  if (again.outcome.kind !== 'REFUSED' || again.outcome.table || before.outcome.kind !== 'REFUSED') return again
  const { table } = before.outcome
  return table ? { ...again, outcome: { ...again.outcome, table } } : again
}
