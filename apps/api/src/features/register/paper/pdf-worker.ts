import { joinPdfs } from './join-pdfs.ts'
import type { JoinRequest } from './join-pdfs.ts'
import { PDFDocument } from '@cantoo/pdf-lib'
import { createStatementPrinter } from './statement-printer.ts'
import type { StatementRequest } from './statement-printer.ts'
import { createTypstCompiler } from './typst-compiler.ts'
import { unpacksWithin } from './unpacks-within.ts'
import type { RenderRequest } from './typst-compiler.ts'

export interface CountRequest {
  /** A PDF, whoever made it. */
  counted: Uint8Array
}
export type WorkerAnswer = { pdf: Uint8Array<ArrayBuffer> } | { pages: number } | { failure: string }

export type PrintRequest = RenderRequest | StatementRequest | JoinRequest

const typeset = createTypstCompiler()
const printStatement = createStatementPrinter(typeset)

/** What the pool calls on its thread. */
export default async function render(request: PrintRequest | CountRequest): Promise<WorkerAnswer> {
  try {
    if ('counted' in request && !unpacksWithin(request.counted)) return { failure: 'it unpacks to too much' }
    if ('counted' in request)
      return { pages: (await PDFDocument.load(request.counted, { updateMetadata: false })).getPageCount() }
    if ('statement' in request) return { pdf: await printStatement(request) }
    return { pdf: 'parts' in request ? await joinPdfs(request) : await typeset(request).pdf() }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : 'unknown' }
  }
}
