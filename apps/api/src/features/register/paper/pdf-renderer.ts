import { createWorkThread } from '../../../platform/work-thread.ts'
import { TemplateError } from './template-error.ts'
import type { CountRequest, PrintRequest, WorkerAnswer } from './pdf-worker.ts'

/** A thousand-row form takes a fifth of a second, so this is the longest anyone waits before being asked to come back. */
const longestQueue = 64
/** After this long without work the thread and its fonts are let go. */
const idleMs = 60_000

/** More forms are waiting than can be printed soon. The caller answers 503 and asks to try again. */
export class PrintingBusy extends Error {}

export interface PdfRenderer {
  render(request: PrintRequest): Promise<Uint8Array<ArrayBuffer>>
  /** Nothing for what cannot be read, such as a locked file. */
  countPages(pdf: Uint8Array): Promise<number | undefined>
  close(): Promise<void>
}

/** Typesets on a worker thread, one document after the other; the event loop never does. */
export function createPdfRenderer(): PdfRenderer {
  const thread = createWorkThread<PrintRequest | CountRequest, WorkerAnswer>(
    new URL('./pdf-worker.ts', import.meta.url),
    {
      idleMs,
    },
  )
  const run = (request: PrintRequest | CountRequest): Promise<WorkerAnswer> => {
    // One is being typeset, the others wait.
    if (thread.waiting() >= longestQueue - 1) throw new PrintingBusy('Too many documents are waiting.')
    return thread.run(request)
  }
  return {
    async render(request) {
      const answer = await run(request)
      if ('pdf' in answer) return answer.pdf
      throw new TemplateError('failure' in answer ? answer.failure : 'no paper')
    },
    async countPages(counted) {
      const answer = await run({ counted })
      return 'pages' in answer ? answer.pages : undefined
    },
    close: thread.close,
  }
}
