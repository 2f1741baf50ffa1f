import type { Document, Prisma } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'

export type DocumentRow = Document

export async function insertDocument(platform: Platform, document: Prisma.DocumentCreateInput): Promise<DocumentRow> {
  return asOffice('PAPER_REGISTER', () => platform.database.prisma.document.create({ data: document }))
}

export async function insertDocuments(
  platform: Platform,
  documents: readonly Prisma.DocumentCreateManyInput[],
): Promise<DocumentRow[]> {
  return asOffice('PAPER_REGISTER', () =>
    platform.database.prisma.document.createManyAndReturn({ data: [...documents] }),
  )
}

export async function findDocument(
  platform: Platform,
  key: { kind: string; subjectId: string; version: number },
): Promise<DocumentRow | null> {
  return asOffice('PAPER_REGISTER', () => platform.database.prisma.document.findFirst({ where: key }))
}

export async function findDocumentByCode(platform: Platform, verifyCode: string): Promise<DocumentRow | null> {
  return asOffice('PAPER_REGISTER', () => platform.database.prisma.document.findUnique({ where: { verifyCode } }))
}

export async function hasLaterVersion(platform: Platform, document: DocumentRow): Promise<boolean> {
  const { kind, subjectId, version } = document
  const later = await asOffice('PAPER_REGISTER', () =>
    platform.database.prisma.document.findFirst({
      where: { kind, subjectId, version: { gt: version } },
      select: { id: true },
    }),
  )
  return later !== null
}

export async function findLatestDocument(
  platform: Platform,
  subject: { kind: string; subjectId: string },
): Promise<DocumentRow | null> {
  return asOffice('PAPER_REGISTER', () =>
    platform.database.prisma.document.findFirst({ where: subject, orderBy: { version: 'desc' } }),
  )
}

/** Every version of each that is still valid. */
export async function markAllWithdrawn(
  platform: Platform,
  { kind, subjectIds }: { kind: string; subjectIds: readonly string[] },
  withdrawnOn: string,
): Promise<void> {
  await asOffice('PAPER_REGISTER', () =>
    platform.database.prisma.document.updateMany({
      where: { kind, subjectId: { in: [...subjectIds] }, withdrawnOn: null },
      data: { withdrawnOn },
    }),
  )
}

export async function markWithdrawn(
  platform: Platform,
  key: { kind: string; subjectId: string; version: number },
  withdrawnOn: string,
): Promise<void> {
  await asOffice('PAPER_REGISTER', () =>
    platform.database.prisma.document.updateMany({ where: { ...key, withdrawnOn: null }, data: { withdrawnOn } }),
  )
}
