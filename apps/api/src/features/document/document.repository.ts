import type { Document, Prisma } from '@shebao/prisma/client'
import type { Platform } from '../../platform/platform.ts'

export type DocumentRow = Document

export async function insertDocument(platform: Platform, document: Prisma.DocumentCreateInput): Promise<DocumentRow> {
  return platform.database.prisma.document.create({ data: document })
}

export async function findDocument(
  platform: Platform,
  key: { kind: string; subjectId: string; version: number },
): Promise<DocumentRow | null> {
  return platform.database.prisma.document.findFirst({ where: key })
}

export async function findDocumentByCode(platform: Platform, verifyCode: string): Promise<DocumentRow | null> {
  return platform.database.prisma.document.findUnique({ where: { verifyCode } })
}

export async function hasLaterVersion(platform: Platform, document: DocumentRow): Promise<boolean> {
  const { kind, subjectId, version } = document
  const later = await platform.database.prisma.document.findFirst({
    where: { kind, subjectId, version: { gt: version } },
    select: { id: true },
  })
  return later !== null
}

export async function markWithdrawn(
  platform: Platform,
  key: { kind: string; subjectId: string; version: number },
  withdrawnOn: string,
): Promise<void> {
  await platform.database.prisma.document.updateMany({ where: { ...key, withdrawnOn: null }, data: { withdrawnOn } })
}
