import type { DataClient } from '../../../shared/data/data-client.ts'
import { OfficeErrors } from '../../../shared/data/answer.ts'
import { SavePersonnelDocument } from './upload-list.generated.ts'
import type { SavePersonnelMutationVariables } from './upload-list.generated.ts'
import type { ReadRow } from './roster-protocol.ts'

export const ROWS_IN_PART = 1_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

export type UploadOutcome =
  | { kind: 'saved'; revision: number }
  | { kind: 'conflict'; revision: number }
  | { kind: 'refused'; code: string; rows: readonly number[] }
  | { kind: 'stopped' }

export interface UploadOptions {
  declarationId: string
  expectedRevision: number
  mode: 'REPLACE' | 'MERGE'
  /** People of the whole list. */
  total: number
  /** Why values of another list were taken over. */
  reason?: string
  /** Some of them, in the order of the list. */
  people: (from: number, count: number) => Promise<readonly ReadRow[]>
  signal: AbortSignal
  onProgress: (done: number, waiting: boolean) => void
  /** Resolves when it is worth trying again; replaced in tests. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/**
 * Sends the list in parts, one after the other. A lost connection makes it wait and send the same part again; an ended session is
 * renewed by the client's session link, which sends the part itself. Until the last part has come the office keeps the old list.
 */
export async function uploadList(client: DataClient, options: UploadOptions): Promise<UploadOutcome> {
  const { total, people, signal, onProgress, wait = waitForConnection } = options
  const ofParts = Math.max(1, Math.ceil(total / ROWS_IN_PART))
  const uploadId = crypto.randomUUID()
  let pause = FIRST_WAIT_MS
  for (let part = 1; part <= ofParts;) {
    if (signal.aborted) return { kind: 'stopped' }
    onProgress((part - 1) * ROWS_IN_PART, false)
    const partRows = await people((part - 1) * ROWS_IN_PART, ROWS_IN_PART)
    const input = partInput(options, uploadId, part, ofParts, partRows)
    try {
      // Past the cache: it would keep the whole part beside its answer, and write it out to name it.
      const { data } = await client.mutate({
        mutation: SavePersonnelDocument,
        variables: { input },
        fetchPolicy: 'no-cache',
      })
      const result = data?.savePersonnel
      if (result?.__typename === 'PersonnelConflict') return { kind: 'conflict', revision: result.revision }
      if (result?.__typename === 'PersonnelRefused') return { kind: 'refused', code: result.code, rows: result.rows }
      if (result?.__typename !== 'PersonnelSaved') throw new Error('no answer')
      onProgress(Math.min(total, part * ROWS_IN_PART), false)
      if (result.finished) {
        const { personnelRevision, signedList } = result.declaration
        // What other parts of the page show of the declaration.
        client.cache.change(result.declaration, { personnelRevision, signedList })
        return { kind: 'saved', revision: result.revision }
      }
      part += 1
      pause = FIRST_WAIT_MS
    } catch (error) {
      // The office answered: sending the same again would be answered the same.
      if (OfficeErrors.is(error)) throw error
      onProgress((part - 1) * ROWS_IN_PART, true)
      await wait(pause, signal)
      pause = Math.min(LONGEST_WAIT_MS, pause * 2)
    }
  }
  throw new Error('the last part came and the list is not finished')
}

function partInput(
  { declarationId, expectedRevision, mode, reason }: UploadOptions,
  uploadId: string,
  part: number,
  ofParts: number,
  rows: readonly ReadRow[],
): SavePersonnelMutationVariables['input'] {
  return {
    declarationId,
    expectedRevision,
    uploadId,
    mode,
    part,
    ofParts,
    ...(reason === undefined ? {} : { reason }),
    rows: rows.map(({ row, draft, idDigitsLost }) => ({
      rowNo: row,
      draft,
      ...(idDigitsLost ? { idDigitsLost } : {}),
    })),
  }
}

/** After a while, or as soon as the browser says that the connection is back. */
function waitForConnection(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  window.addEventListener('online', () => resolve(), { once: true })
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise.finally(() => clearTimeout(timer))
}
