import { joinPdfs } from './join-pdfs.ts'
import type { JoinRequest } from './join-pdfs.ts'
import { createTypstCompiler } from './typst-compiler.ts'
import type { RenderRequest } from './typst-compiler.ts'

export type WorkerAnswer = { pdf: Uint8Array<ArrayBuffer> } | { failure: string }

const typeset = createTypstCompiler()

/** What the pool calls on its thread. */
export default async function render(request: RenderRequest | JoinRequest): Promise<WorkerAnswer> {
  try {
    return { pdf: 'parts' in request ? await joinPdfs(request) : await typeset(request).pdf() }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : 'unknown' }
  }
}
