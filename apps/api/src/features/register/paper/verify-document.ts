import { documentKinds } from './register-document.ts'
import { oneOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { findDocumentByCode, hasLaterVersion } from './document.repository.ts'
import type { DocumentKind, DocumentSummary } from './register-document.ts'
import { formatVerifyCode, parseVerifyCode } from './verify-code.ts'

export const documentStatuses = ['CURRENT', 'SUPERSEDED', 'WITHDRAWN'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

export interface VerifiedDocument {
  code: string
  kind: DocumentKind
  number: string
  version: number
  contentHash: string
  status: DocumentStatus
  summary: DocumentSummary
}

/** What the office issued under this code, or nothing. The code is the whole permission: the paper carries it. */
export async function verifyDocument(platform: Platform, text: string): Promise<VerifiedDocument | undefined> {
  const code = parseVerifyCode(text)
  const document = code && (await findDocumentByCode(platform, code))
  if (!document) return undefined
  const later = await hasLaterVersion(platform, document)
  return {
    code: formatVerifyCode(document.verifyCode),
    kind: oneOf(documentKinds, document.kind, 'document kind'),
    number: document.number,
    version: document.version,
    contentHash: document.contentHash,
    status: document.withdrawnOn ? 'WITHDRAWN' : later ? 'SUPERSEDED' : 'CURRENT',
    // Written by registerDocument alone, from the type it is read as.
    summary: document.summary as unknown as DocumentSummary,
  }
}
