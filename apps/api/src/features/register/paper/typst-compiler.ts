import { withoutHidden } from '@shebao/kernel'
import { dirname, join, resolve } from 'node:path'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { drawList } from './long-list/draw-list.ts'
import { layOutList } from './long-list/lay-out-list.ts'
import type { LaidOutRow, ListFonts, LongList } from './long-list/lay-out-list.ts'
import { openListFont } from './long-list/list-font.ts'
import { TemplateError } from './template-error.ts'

/** Templates import each other by absolute paths from here, as in `#import "/register/paper/templates/official.typ"`. */
export const templateRoot = resolve(import.meta.dirname, '../..')

/** For fewer rows opening the file again and embedding the fonts once more takes longer than Typst's table. */
const fewestDrawn = 150

export interface RenderRequest {
  /** Path of the template below `templateRoot`. */
  template: string
  data: object
  /** Seconds since 1970 written into the file, so that the same document twice is the same bytes. */
  createdAtSeconds: number
  /** What fills the last pages; the template gets it as `data.list`, either whole or as the number of pages to leave empty for it. */
  list?: LongList
}

export interface TypesetDocument {
  pages: number
  title: string | null
  /** What the template marked with the label `<content>`, for tests of what is on the paper. */
  query(selector: string): unknown
  pdf(): Promise<Uint8Array<ArrayBuffer>>
}

/** A compiler with the fonts of the printed forms, warm from the first document on. Not for the event loop: see `pdf-renderer.ts`. */
export function createTypstCompiler(): (request: RenderRequest) => TypesetDocument {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const startCompiler = () =>
    NodeCompiler.create({
      workspace: templateRoot,
      fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '600SemiBold')] }],
    })
  let started: NodeCompiler | undefined
  let listFonts: ListFonts | undefined
  const openListFonts = (): ListFonts => ({
    regular: openListFont(join(fonts, '400Regular/NotoSansSC_400Regular.ttf')),
    semibold: openListFont(join(fonts, '600SemiBold/NotoSansSC_600SemiBold.ttf')),
  })
  return ({ template, data, list: given, createdAtSeconds }) => {
    const compiler = (started ??= startCompiler())
    // Of another document's layouts none is asked for again: kept for ten of them they took 40 MiB more and saved no time.
    compiler.evictCache(0)
    const list = given && cleanList(given)
    const laidOut = list && layOutList(list, (listFonts ??= openListFonts()))
    const drawn = laidOut && list.rows.length >= fewestDrawn ? laidOut : undefined
    const document = compile(
      compiler,
      template,
      list ? { ...data, list: forTemplate(list, laidOut, drawn?.length) } : data,
    )
    return {
      pages: document.numOfPages,
      title: document.title,
      query: (selector) => compiler.query(document, { selector }),
      pdf: async () => {
        const paper = compiler.pdf(document, { creationTimestamp: createdAtSeconds })
        return list && drawn ? drawList(paper, list, drawn, (listFonts ??= openListFonts())) : new Uint8Array(paper)
      },
    }
  }
}

/** The font draws U+2019 as wide as a Han character, which tears English words apart; a rule in the template would look at each text. */
const clean = (text: string): string => withoutHidden(text).replaceAll('\u2019', "'")

/** Either the pages that are drawn on afterwards, without what stands on them, or everything, and which rows fit on one line. */
function forTemplate(list: LongList, laidOut: LaidOutRow[][] | undefined, pages: number | undefined): object {
  const count = list.rows.length
  if (pages !== undefined) return { title: list.title, count, pages }
  const rows = laidOut?.flat().filter(({ kind }) => kind === 'row')
  const oneLine = rows?.map(({ cells }) => cells.every((lines) => lines.length <= 1)) ?? null
  return { ...list, count, oneLine }
}

function cleanList(list: LongList): LongList {
  return {
    ...list,
    headers: list.headers.map(clean),
    rows: list.rows.map((row) => row.map(clean)),
    ...(list.total && { total: list.total.map(clean) }),
  }
}

function compile(compiler: NodeCompiler, template: string, data: object): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFilePath: join(templateRoot, template),
    inputs: { data: clean(JSON.stringify(data)) },
  })
  if (compiled.result) return compiled.result
  // The diagnostics may quote the data; only the template and the messages' first words leave this function.
  const messages = compiled
    .takeDiagnostics()
    ?.shortDiagnostics.map((diagnostic: { message?: string }) => diagnostic.message)
  throw new TemplateError(`${template} does not compile: ${(messages ?? []).join('; ').slice(0, 300)}`)
}
