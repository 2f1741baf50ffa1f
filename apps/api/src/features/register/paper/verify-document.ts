import { oneOf } from '@shebao/kernel'
import { checkToken, signedText } from '@shebao/signed-paper'
import type { Platform } from '../../../platform/platform.ts'
import { listPublishedKeys } from '../signing/index.ts'
import { findDocumentByCode, hasLaterVersion } from './document.repository.ts'
import type { DocumentRow } from './document.repository.ts'
import { documentKinds, signedFacts } from './register-document.ts'
import type { DocumentKind, DocumentSummary } from './register-document.ts'
import { formatVerifyCode, parseVerifyCode } from './verify-code.ts'

export const documentStatuses = ['CURRENT', 'SUPERSEDED', 'WITHDRAWN'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** SIGNED: what the register says is what the office signed. BROKEN: it is not. UNSIGNED: issued before offices signed. */
export const signatureStates = ['SIGNED', 'UNSIGNED', 'BROKEN'] as const
export type SignatureState = (typeof signatureStates)[number]

export interface DocumentSignature {
  state: SignatureState
  /** Which key signed it. */
  keyId: string | undefined
}

export interface VerifiedDocument {
  code: string
  kind: DocumentKind
  number: string
  version: number
  contentHash: string
  status: DocumentStatus
  summary: DocumentSummary
  signature: DocumentSignature
}

/** What the office issued under this code, or nothing. The code is the whole permission: the paper carries it. */
export async function verifyDocument(platform: Platform, text: string): Promise<VerifiedDocument | undefined> {
  const code = parseVerifyCode(text)
  const document = code && (await findDocumentByCode(platform, code))
  if (!document) return undefined
  const later = await hasLaterVersion(platform, document)
  // Written by registerDocument alone, from the type it is read as.
  const summary = document.summary as unknown as DocumentSummary
  return {
    code: formatVerifyCode(document.verifyCode),
    kind: oneOf(documentKinds, document.kind, 'document kind'),
    number: document.number,
    version: document.version,
    contentHash: document.contentHash,
    status: document.withdrawnOn ? 'WITHDRAWN' : later ? 'SUPERSEDED' : 'CURRENT',
    summary,
    signature: await signatureOf(platform, document, summary),
  }
}

/** The signature holds, and over what the register says today: an entry that somebody altered is found out. */
async function signatureOf(
  platform: Platform,
  { signedToken, kind, number, contentHash, verifyCode }: DocumentRow,
  summary: DocumentSummary,
): Promise<DocumentSignature> {
  if (signedToken === null) return { state: 'UNSIGNED', keyId: undefined }
  const verdict = await checkToken(signedToken, await listPublishedKeys(platform))
  if (verdict.state === 'UNREADABLE') return { state: 'BROKEN', keyId: undefined }
  const { keyId, office } = verdict.facts
  const said = signedText({ ...signedFacts({ kind, number, contentHash, verifyCode, summary }), keyId, office })
  const holds = verdict.state === 'GENUINE' && said === signedText(verdict.facts)
  return { state: holds ? 'SIGNED' : 'BROKEN', keyId }
}
