import { Piscina } from 'piscina'
import type { JoinRequest } from './join-pdfs.ts'
import type { RenderRequest } from './typst-compiler.ts'
import { TemplateError } from './template-error.ts'
import type { WorkerAnswer } from './pdf-worker.ts'

/** A thousand-row form takes a fifth of a second, so this is the longest anyone waits before being asked to come back. */
const longestQueue = 64
/** After this long without work the thread and its fonts are let go. */
const idleMs = 60_000

/** More forms are waiting than can be printed soon. The caller answers 503 and asks to try again. */
export class PrintingBusy extends Error {}

export interface PdfRenderer {
  render(request: RenderRequest | JoinRequest): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** Typesets on a worker thread, one document after the other; the event loop never does. */
export function createPdfRenderer(): PdfRenderer {
  let pool: Piscina<RenderRequest | JoinRequest, WorkerAnswer> | undefined
  const start = () =>
    new Piscina<RenderRequest | JoinRequest, WorkerAnswer>({
      filename: new URL('./pdf-worker.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleMs,
    })
  return {
    async render(request) {
      pool ??= start()
      // One is being typeset, the others wait.
      if (pool.queueSize >= longestQueue - 1) throw new PrintingBusy('Too many documents are waiting.')
      const answer = await pool.run(request)
      if ('failure' in answer) throw new TemplateError(answer.failure)
      return answer.pdf
    },
    async close() {
      const closing = pool
      pool = undefined
      await closing?.destroy()
    },
  }
}
