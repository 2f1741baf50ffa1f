import { Worker } from 'node:worker_threads'
import { importColumns, openTable } from '@shebao/intake'
import type { ImportKind, TableResult } from '@shebao/intake'
import { importLimits } from './import-limits.ts'

/** Below this a file is read in less time than a thread takes to start. */
const smallBytes = 256 * 1024

/** `openTable`, on a thread of its own when the file is large, so that fifty thousand rows keep nobody waiting. */
export function openOffThread(kind: ImportKind, bytes: Uint8Array, fileName: string): Promise<TableResult> {
  if (bytes.length <= smallBytes) return Promise.resolve(openTable(bytes, fileName, importColumns[kind], importLimits))
  const { promise, resolve, reject } = Promise.withResolvers<TableResult>()
  const worker = new Worker(new URL('./import-file-worker.ts', import.meta.url), {
    workerData: { kind, bytes, fileName },
  })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The reader ended with ${code} and without an answer.`)))
  return promise
}
