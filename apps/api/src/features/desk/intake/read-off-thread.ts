import { Worker } from 'node:worker_threads'
import { importColumns, openTable } from '@shebao/intake'
import type { ColumnLayout, ImportKind, TableResult } from '@shebao/intake'
import { importLimits } from './import-limits.ts'

/** Below this a file is read in less time than a thread takes to start. */
const smallBytes = 256 * 1024

export interface FileToRead {
  kind: ImportKind
  bytes: Uint8Array
  fileName: string
  /** What somebody said of its heads. */
  layout: ColumnLayout | undefined
}

/** `openTable`, on a thread of its own when the file is large, so that fifty thousand rows keep nobody waiting. */
export function openOffThread(file: FileToRead): Promise<TableResult> {
  const { kind, bytes, fileName, layout } = file
  if (bytes.length <= smallBytes)
    return Promise.resolve(
      openTable(bytes, fileName, importColumns[kind], { limits: importLimits, layout, unknownHeads: true }),
    )
  const { promise, resolve, reject } = Promise.withResolvers<TableResult>()
  const worker = new Worker(new URL('./import-file-worker.ts', import.meta.url), {
    workerData: file,
  })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The reader ended with ${code} and without an answer.`)))
  return promise
}
