import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { drawStatement } from './drawn/draw-statement.ts'
import type { PaperPrograms, StatementPaper } from './drawn/draw-statement.ts'
import { openFontProgram } from './drawn/font-program.ts'
import { CannotDraw } from './drawn/paper-font.ts'
import type { RenderRequest, TypesetDocument } from './typst-compiler.ts'
import { verifySvg } from './verify-squares.ts'

const template = 'register/paper/templates/statement.typ'

export interface StatementRequest {
  statement: StatementPaper
  /** Seconds since 1970 written into the file, so that the same document twice is the same bytes. */
  createdAtSeconds: number
}

/** Draws statements, with fonts that are read once; what cannot be drawn is typeset, and looks the same. Not for the event loop. */
export function createStatementPrinter(typeset: (request: RenderRequest) => TypesetDocument) {
  let programs: PaperPrograms | undefined
  return async ({ statement, createdAtSeconds }: StatementRequest): Promise<Uint8Array<ArrayBuffer>> => {
    try {
      return drawStatement(statement, (programs ??= openPrograms()), createdAtSeconds)
    } catch (error) {
      if (!(error instanceof CannotDraw)) throw error
    }
    const mark = { ...statement.mark, qrSvg: await verifySvg(statement.mark.link) }
    return typeset({ template, data: { ...statement, mark }, createdAtSeconds }).pdf()
  }
}

function openPrograms(): PaperPrograms {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  return {
    regular: openFontProgram(join(fonts, '400Regular/NotoSansSC_400Regular.ttf')),
    semibold: openFontProgram(join(fonts, '600SemiBold/NotoSansSC_600SemiBold.ttf')),
  }
}
