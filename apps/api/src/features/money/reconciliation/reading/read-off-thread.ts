import { Worker } from 'node:worker_threads'
import { readStatement } from './read-statement.ts'
import type { ReadingOrder } from './read-statement.ts'
import type { ReadResult } from './read-statement.types.ts'

/** Below this a file is read in less time than a thread takes to start. */
const smallBytes = 256 * 1024

/** `readStatement`, on a thread of its own when the file is large: 50,000 entries take a second that nobody should wait. */
export function readOffThread(bytes: Uint8Array, order: ReadingOrder): Promise<ReadResult> {
  if (bytes.length <= smallBytes) return Promise.resolve(readStatement(bytes, order))
  const { promise, resolve, reject } = Promise.withResolvers<ReadResult>()
  const worker = new Worker(new URL('./statement-worker.ts', import.meta.url), { workerData: { bytes, order } })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The reader ended with ${code} and without an answer.`)))
  return promise
}
