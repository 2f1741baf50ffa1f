import { Worker } from 'node:worker_threads'
import type { WorkerAnswer } from './pdf-worker.ts'
import type { RenderRequest } from './typst-compiler.ts'
import { TemplateError } from './typst-compiler.ts'

/** A thousand-row form takes a third of a second, so this is the longest anyone waits before being asked to come back. */
const longestQueue = 64
/** After this long without work the thread and its fonts are let go. */
const idleMs = 60_000

/** More forms are waiting than can be printed soon. The caller answers 503 and asks to try again. */
export class PrintingBusy extends Error {}

interface Waiting {
  resolve(pdf: Uint8Array<ArrayBuffer>): void
  reject(error: Error): void
}

export interface PdfRenderer {
  render(request: RenderRequest): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** Typesets on a worker thread, one document after the other; the event loop never does. */
export function createPdfRenderer(): PdfRenderer {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let nextId = 1

  const stop = async () => {
    clearTimeout(idle)
    const stopping = worker
    worker = undefined
    await stopping?.terminate()
  }
  const rest = () => {
    clearTimeout(idle)
    if (waiting.size > 0) return
    worker?.unref()
    idle = setTimeout(() => void stop(), idleMs).unref()
  }
  const start = () => {
    const started = new Worker(new URL('./pdf-worker.ts', import.meta.url))
    started.on('message', (answer: WorkerAnswer) => {
      const request = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('pdf' in answer) request?.resolve(answer.pdf)
      else request?.reject(new TemplateError(answer.failure))
      rest()
    })
    const fail = (error: Error) => {
      if (worker === started) worker = undefined
      for (const request of waiting.values()) request.reject(error)
      waiting.clear()
    }
    started.on('error', fail)
    return started
  }

  return {
    render(request) {
      if (waiting.size >= longestQueue) return Promise.reject(new PrintingBusy('Too many documents are waiting.'))
      clearTimeout(idle)
      worker ??= start()
      worker.ref()
      const id = nextId++
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...request })
      return promise
    },
    close: stop,
  }
}
