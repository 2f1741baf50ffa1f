import { createTypstCompiler } from './typst-compiler.ts'
import type { RenderRequest } from './typst-compiler.ts'

export type WorkerAnswer = { pdf: Uint8Array<ArrayBuffer> } | { failure: string }

const typeset = createTypstCompiler()

/** What the pool calls on its thread. */
export default function render(request: RenderRequest): WorkerAnswer {
  try {
    return { pdf: typeset(request).pdf() }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : 'unknown' }
  }
}
