import { importColumns, layoutKey, layoutProblem } from '@shebao/intake'
import type { ColumnLayout, FileHead, FileProblem, ImportKind, OpenedTable } from '@shebao/intake'
import { badInput } from '../../../access/refusal.ts'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findLayout } from './import-layout.repository.ts'
import { openOffThread } from './read-off-thread.ts'

export interface Upload {
  kind: ImportKind
  bytes: Uint8Array
  fileName: string
  /** What the person says of the file's heads; remembered for the next file with the same. */
  layout?: ColumnLayout | undefined
  /** The person wants to say what the columns are, however well they are known. */
  asks?: boolean
}

export type UploadReading =
  | { kind: 'READ'; opened: OpenedTable; headsKey: string }
  | { kind: 'REFUSED'; problem: FileProblem }
  /** Somebody has to say which column is what: some that are needed were not found, or the person wants to say so. */
  | { kind: 'MISSING_COLUMNS'; columns: readonly string[]; unknown: readonly string[]; heads: readonly FileHead[] }

/** Reads a file by what was said of its heads: now, or of an earlier one with the same. */
export async function readUpload(platform: Platform, upload: Upload): Promise<UploadReading> {
  const { kind, bytes, fileName, layout, asks } = upload
  const problem = layout && layoutProblem(layout, importColumns[kind])
  if (problem) throw badInput('layout', problem)
  const read = (known: ColumnLayout | undefined) => openOffThread({ kind, bytes, fileName, layout: known })
  let result = await read(layout)
  if (!result.ok) return { kind: 'REFUSED', problem: result.problem }
  const headsKey = contentHash(layoutKey(result.opened.heads))
  const remembered = layout ? undefined : await findLayout(platform, kind, headsKey)
  if (remembered) result = await read(remembered)
  if (!result.ok) return { kind: 'REFUSED', problem: result.problem }
  const { opened } = result
  const empty: UploadReading = { kind: 'REFUSED', problem: { code: 'EMPTY', params: {} } }
  if (opened.heads.every(({ samples }) => samples.length === 0)) return empty
  const { missing, unknown } = opened.table
  if (missing.length > 0 || asks)
    return { kind: 'MISSING_COLUMNS', columns: missing, unknown, heads: opened.heads.map(disguised) }
  if (opened.rows.length === 0) return empty
  return { kind: 'READ', opened, headsKey }
}

const longestSample = 24

/** Enough to recognise a column by, and not the number of a person or an account. */
function disguised({ samples, ...head }: FileHead): FileHead {
  const shown = samples.map((text) =>
    [...text.replace(/\d{8,}[\dXx]?/g, (digits) => `${digits.slice(0, 3)}***${digits.slice(-2)}`)]
      .slice(0, longestSample)
      .join(''),
  )
  return { ...head, samples: shown }
}
