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
      result: { newPayments: number; employers: number; proved: number; toIdentify: number; open: number }
    }
  | { kind: 'REPEATED'; day: string; earlier: { fileName: string; importedAt: string; importedByName: string | null } }
  | { kind: 'REFUSED'; problems: StatementProblem[] }
  | { kind: 'UNAVAILABLE' }

/** A file's own word for it, or that it did not get through. */
export type BroughtFile = { name: string; outcome: ImportOutcome | { kind: 'FAILED' } | { kind: 'SIGNED_OUT' } }

const kinds = ['IMPORTED', 'REPEATED', 'REFUSED', 'UNAVAILABLE']

export function isImportOutcome(value: unknown): value is ImportOutcome {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    kinds.includes(value.kind)
  )
}

export async function uploadStatement(file: File): Promise<BroughtFile> {
  const { name } = file
  try {
    const answer = await fetch(`/reconciliation/statements?name=${encodeURIComponent(name)}`, {
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
    return { name, outcome: isImportOutcome(outcome) ? outcome : { kind: 'FAILED' } }
  } catch {
    return { name, outcome: { kind: 'FAILED' } }
  }
}
