import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { findTokens } from '@shebao/signed-paper'

export interface JoinRequest {
  parts: readonly Uint8Array[]
  title: string
  createdAtSeconds: number
}

/** Several papers as one file, page after page. What was signed of each goes along in the keywords, where the offline page looks. */
export async function joinPdfs({ parts, title, createdAtSeconds }: JoinRequest): Promise<Uint8Array<ArrayBuffer>> {
  const joined = await PDFDocument.create({ updateMetadata: false })
  const tokens = new Set<string>()
  for (const part of parts) {
    const paper = await PDFDocument.load(part, { updateMetadata: false })
    for (const token of findTokens(paper.getKeywords() ?? '')) tokens.add(token)
    for (const page of await joined.copyPages(paper, paper.getPageIndices())) joined.addPage(page)
  }
  const createdAt = new Date(createdAtSeconds * 1000)
  joined.setTitle(title)
  joined.setCreationDate(createdAt)
  joined.setModificationDate(createdAt)
  const info = joined.context.lookup(joined.context.trailerInfo.Info, PDFDict)
  // As plain text: the library itself would write them in hexadecimal digits of UTF-16.
  info.set(PDFName.of('Keywords'), PDFString.of([...tokens].join(' ')))
  return new Uint8Array(await joined.save({ useObjectStreams: false }))
}
