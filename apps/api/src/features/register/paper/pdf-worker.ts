import { parentPort } from 'node:worker_threads'
import { createTypstCompiler } from './typst-compiler.ts'
import type { RenderRequest } from './typst-compiler.ts'

export interface WorkerRequest extends RenderRequest {
  id: number
}

export type WorkerAnswer = { id: number; pdf: Uint8Array<ArrayBuffer> } | { id: number; failure: string }

const port = parentPort
if (!port) throw new Error('pdf-worker.ts runs as a worker thread.')
const typeset = createTypstCompiler()

port.on('message', ({ id, ...request }: WorkerRequest) => {
  try {
    const pdf = typeset(request).pdf()
    port.postMessage({ id, pdf } satisfies WorkerAnswer, [pdf.buffer])
  } catch (error) {
    port.postMessage({ id, failure: error instanceof Error ? error.message : 'unknown' } satisfies WorkerAnswer)
  }
})
