import { withoutHidden } from '@shebao/kernel'
import { dirname, join, resolve } from 'node:path'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** Templates import each other by absolute paths from here, as in `#import "/register/paper/templates/official.typ"`. */
export const templateRoot = resolve(import.meta.dirname, '../..')

/** Memoized layouts grow without end: 1.2 GB after 3,000 documents (design, section 6). */
const documentsBetweenEvictions = 20
const evictionAge = 10

export interface RenderRequest {
  /** Path of the template below `templateRoot`. */
  template: string
  data: unknown
  /** Seconds since 1970 written into the file, so that the same document twice is the same bytes. */
  createdAtSeconds: number
  /** Marks up the structure for screen readers; it makes a list of a thousand people twelve times as large. True unless said. */
  tagged?: boolean
}

export interface TypesetDocument {
  pages: number
  title: string | null
  /** What the template marked with the label `<content>`, for tests of what is on the paper. */
  query(selector: string): unknown
  pdf(): Uint8Array<ArrayBuffer>
}

export class TemplateError extends Error {}

/** A warm compiler with the fonts of the printed forms. Not for the event loop: see `pdf-renderer.ts`. */
export function createTypstCompiler(): (request: RenderRequest) => TypesetDocument {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const compiler = NodeCompiler.create({
    workspace: templateRoot,
    fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '600SemiBold')] }],
  })
  let documents = 0
  return (request) => {
    documents += 1
    if (documents % documentsBetweenEvictions === 0) compiler.evictCache(evictionAge)
    const document = compile(compiler, request)
    return {
      pages: document.numOfPages,
      title: document.title,
      query: (selector) => compiler.query(document, { selector }),
      pdf: () =>
        new Uint8Array(
          compiler.pdf(document, { creationTimestamp: request.createdAtSeconds, pdfTags: request.tagged ?? true }),
        ),
    }
  }
}

/** The font draws U+2019 as wide as a Han character, which tears English words apart; a rule in the template would look at each text. */
const asTypeset = (data: unknown): string => withoutHidden(JSON.stringify(data)).replaceAll('\u2019', "'")

function compile(compiler: NodeCompiler, { template, data }: RenderRequest): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFilePath: join(templateRoot, template),
    inputs: { data: asTypeset(data) },
  })
  if (compiled.result) return compiled.result
  // The diagnostics may quote the data; only the template and the messages' first words leave this function.
  const messages = compiled
    .takeDiagnostics()
    ?.shortDiagnostics.map((diagnostic: { message?: string }) => diagnostic.message)
  throw new TemplateError(`${template} does not compile: ${(messages ?? []).join('; ').slice(0, 300)}`)
}
