import type { EnforcementEvidence, Prisma } from '@shebao/prisma/client'
import { isUuid } from '../../../../access/uuid.ts'
import type { Platform } from '../../../../platform/platform.ts'

export type EvidenceRow = EnforcementEvidence

export async function insertEvidence(
  { database }: Platform,
  rows: readonly Prisma.EnforcementEvidenceCreateManyInput[],
): Promise<void> {
  await database.prisma.enforcementEvidence.createMany({ data: [...rows] })
}

export async function findEvidence({ database }: Platform, id: string): Promise<EvidenceRow | undefined> {
  return isUuid(id)
    ? ((await database.prisma.enforcementEvidence.findUnique({ where: { id } })) ?? undefined)
    : undefined
}

/** In the order in which it was handed in. */
export function listEvidence({ database }: Platform, caseId: string): Promise<EvidenceRow[]> {
  return database.prisma.enforcementEvidence.findMany({
    where: { caseId },
    orderBy: [{ revision: 'asc' }, { kind: 'asc' }],
    take: 500,
  })
}
