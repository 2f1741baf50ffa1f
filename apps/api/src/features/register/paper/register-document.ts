import { civilDateAt } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { paperSigner, signPaper } from '../signing/index.ts'
import type { DocumentRow } from './document.repository.ts'
import {
  findDocument,
  findLatestDocument,
  insertDocument,
  insertDocuments,
  markAllWithdrawn,
  markWithdrawn,
} from './document.repository.ts'
import { newVerifyCode } from './verify-code.ts'

export const documentKinds = [
  'ANNUAL_INSPECTION_FORM',
  'MONTHLY_DECLARATION_FORM',
  'PAYMENT_NOTICE',
  'PAYMENT_VOUCHER',
  'PAYMENT_RECEIPT',
  'UNIT_CERTIFICATE',
  'PERSONAL_CERTIFICATE',
  'RIGHTS_STATEMENT',
  'QUESTION_TRANSFER',
  'TRANSFER_VOUCHER',
  'TRANSFER_ACCEPTANCE',
  'ENFORCEMENT_PAPER',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What anyone who holds the paper may read about it: never a person's name or number but masked. */
export interface DocumentSummary {
  /** The unit, public by law (domain specification, section 9); of a personal certificate the person, masked. */
  unitName: string
  issuedAt: string
  /** Year, month, months or day the document is about: '2026', '2026-11', '2024-07/2026-11' or '2026-11-05'. */
  concerning: string
  people?: number
  totalFen?: number
}

export interface DocumentKey {
  kind: DocumentKind
  subjectId: string
  version: number
}

/** What is issued, and by whom. */
interface IssuedContent {
  number: string
  contentHash: string
  summary: DocumentSummary
  office: { id: string; region: string }
}

/** Of an entry of the register, what the office signs: whoever changes one of the two is found out by the other. */
export function signedFacts({
  summary,
  ...entry
}: Pick<DocumentRow, 'kind' | 'number' | 'contentHash' | 'verifyCode'> & { summary: DocumentSummary }) {
  return {
    ...entry,
    issuedOn: civilDateAt(new Date(summary.issuedAt)),
    concerning: summary.concerning,
    total: summary.totalFen,
    holder: summary.unitName,
  }
}

/**
 * Enters an issued document in the register once; the second call for the same version gives the first entry, so the
 * code on the paper never changes. Belongs inside the transaction that makes the document true.
 */
export async function registerDocument(
  platform: Platform,
  key: DocumentKey,
  issued: IssuedContent,
): Promise<DocumentRow> {
  return platform.database.transaction(async () => {
    const known = await findDocument(platform, key)
    if (known) return known
    const { number, contentHash, summary, office } = issued
    const verifyCode = newVerifyCode()
    const signedToken = await signPaper(
      platform,
      office,
      signedFacts({ kind: key.kind, number, contentHash, verifyCode, summary }),
    )
    return insertDocument(platform, { ...key, number, contentHash, summary: { ...summary }, verifyCode, signedToken })
  })
}

/** One of many documents that are issued at once. */
export type NewDocument = DocumentKey & Omit<IssuedContent, 'office'>

/** Enters documents that are known to be new, all of one office, in one write. Belongs inside the transaction that makes them true. */
export async function registerDocuments(
  platform: Platform,
  office: IssuedContent['office'],
  documents: readonly NewDocument[],
): Promise<DocumentRow[]> {
  const signs = await paperSigner(platform, office)
  return insertDocuments(
    platform,
    documents.map(({ summary, ...document }) => {
      const verifyCode = newVerifyCode()
      const { kind, number, contentHash } = document
      const signedToken = signs(signedFacts({ kind, number, contentHash, verifyCode, summary }))
      return { ...document, summary: { ...summary }, verifyCode, signedToken }
    }),
  )
}

/** The version of a document that can be issued now: the last one, or the one after it when that was taken back. */
export async function versionToIssue(
  platform: Platform,
  subject: Pick<DocumentKey, 'kind' | 'subjectId'>,
): Promise<number> {
  const latest = await findLatestDocument(platform, subject)
  return latest === null ? 1 : latest.version + (latest.withdrawnOn === null ? 0 : 1)
}

/** From now on `/verify` says of all of these, as far as they were issued, that they were taken back. */
export async function withdrawDocuments(
  platform: Platform,
  of: { kind: DocumentKind; subjectIds: readonly string[] },
): Promise<void> {
  await markAllWithdrawn(platform, of, platform.clock.today())
}

/** From now on `/verify` says that this version was taken back. */
export async function withdrawDocument(platform: Platform, key: DocumentKey): Promise<void> {
  await markWithdrawn(platform, key, platform.clock.today())
}
