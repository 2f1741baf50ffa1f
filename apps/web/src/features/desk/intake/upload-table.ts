import { tellDeed } from '../../../shared/lib/deeds.ts'
import type { FileProblemCode } from '@shebao/roster'
import type { ImportKind, ImportState } from './intake.generated.ts'

/** A head of a file, what it was taken for, and what stands under it. */
export interface FileHead {
  header: string
  takenFor: string | null
  samples: string[]
}

/** What somebody says the heads are; null for one that is not used. */
export type ColumnLayout = Readonly<Record<string, string | null>>

/** What the office answers to a file. */
export type Uploaded =
  | { kind: 'UPLOADED'; id: string }
  | { kind: 'REPEATED'; id: string; uploadedAt: string; state: ImportState }
  | { kind: 'REFUSED'; problem: { code: FileProblemCode } }
  | { kind: 'MISSING_COLUMNS'; columns: string[]; unknown: string[]; heads: FileHead[] }
  | { kind: 'FAILED' | 'SIGNED_OUT' | 'NOT_ALLOWED' }

const kinds = ['UPLOADED', 'REPEATED', 'REFUSED', 'MISSING_COLUMNS']

function isUploaded(value: unknown): value is Uploaded {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    kinds.includes(value.kind)
  )
}

interface Saying {
  layout?: ColumnLayout
  /** To be told the heads, whether they are known or not. */
  asks?: boolean
}

export async function uploadTable(kind: ImportKind, file: File, { layout, asks }: Saying = {}): Promise<Uploaded> {
  const query = new URLSearchParams({ kind, name: file.name })
  if (layout) query.set('layout', JSON.stringify(layout))
  else if (asks) query.set('asks', 'yes')
  try {
    const answer = await fetch(`/register/imports?${query.toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (answer.status === 401) return { kind: 'SIGNED_OUT' }
    if (answer.status === 403) return { kind: 'NOT_ALLOWED' }
    if (answer.status === 413) return { kind: 'REFUSED', problem: { code: 'TOO_LARGE' } }
    const outcome: unknown = await answer.json()
    tellDeed()
    return isUploaded(outcome) ? outcome : { kind: 'FAILED' }
  } catch {
    return { kind: 'FAILED' }
  }
}
