import { readToken } from '@shebao/signed-paper'
import type { Platform } from '../../../platform/platform.ts'
import type { DocumentRow } from './document.repository.ts'
import type { LongList } from './long-list/lay-out-list.ts'
import { createPdfRenderer } from './pdf-renderer.ts'
import type { StatementPaper } from './drawn/draw-statement.ts'
import type { PrintedMark } from './drawn/statement-marks.ts'
import { formatVerifyCode } from './verify-code.ts'
import { verifySvg } from './verify-squares.ts'

/** One printing thread for the process; it starts with the first document. */
const renderer = createPdfRenderer()

/** Typesets `template` (a path below src/features) with `data`, and a long list on its last pages, away from the event loop. */
export async function renderPdf(
  template: string,
  data: object,
  createdAt: Date = new Date(0),
  list?: LongList,
): Promise<Uint8Array<ArrayBuffer>> {
  const createdAtSeconds = Math.floor(createdAt.getTime() / 1000)
  return renderer.render({ template, data, createdAtSeconds, ...(list && { list }) })
}

/** A statement, which is printed by the thousand: drawn where it can be; on the same thread. */
export function renderStatement(statement: StatementPaper, createdAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  return renderer.render({ statement, createdAtSeconds: Math.floor(createdAt.getTime() / 1000) })
}

/** Papers that are typeset already, as one file; on the same thread. */
export function joinPapers(
  parts: readonly Uint8Array[],
  title: string,
  createdAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  return renderer.render({ parts, title, createdAtSeconds: Math.floor(createdAt.getTime() / 1000) })
}

/** Of a paper of ours or a scan; on the same thread. Nothing for what cannot be read. */
export const countPages = (pdf: Uint8Array): Promise<number | undefined> => renderer.countPages(pdf)

export interface VerifyMark {
  code: string
  /** What the office signed, for the file's metadata; nothing on what was issued before offices signed. */
  token: string | null
  /** Which key signed it. */
  key: string | null
  /** Where a person checks the paper, printed in words beside the QR code. */
  url: string
  qrSvg: string
}

type MarkedDocument = Pick<DocumentRow, 'verifyCode' | 'signedToken'>

/**
 * The QR code and words that lead from the paper to the public verification page. Behind the `#`, which no browser sends, stands
 * what the office signed: a phone opens the page, the offline page checks it without asking anybody.
 */
export async function verifyMark(platform: Platform, document: MarkedDocument): Promise<VerifyMark> {
  const { link, ...mark } = linkMark(platform, document)
  return { ...mark, qrSvg: await verifySvg(link) }
}

/** The same with the link itself, where the code is drawn with the paper. */
export function linkMark(
  platform: Pick<Platform, 'environment'>,
  { verifyCode, signedToken }: MarkedDocument,
): Omit<PrintedMark, 'contentHash'> {
  const page = `${platform.environment.publicUrl}/verify`
  const link = `${page}/${verifyCode}${signedToken === null ? '' : `#${signedToken}`}`
  const key = signedToken === null ? undefined : readToken(signedToken)?.facts.keyId
  return { code: formatVerifyCode(verifyCode), url: page, link, token: signedToken, key: key ?? null }
}
