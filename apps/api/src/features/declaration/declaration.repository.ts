import type { Declaration } from '@shebao/prisma/client'
import type { Platform } from '../../platform/platform.ts'

export type DeclarationRow = Declaration

export const annualInspection = 'ANNUAL_INSPECTION'

export async function findDeclaration(platform: Platform, id: string): Promise<DeclarationRow | null> {
  return platform.database.prisma.declaration.findUnique({ where: { id } })
}

/** Reads the row and keeps it for this transaction: whoever else wants to change it waits. */
export async function lockDeclaration(platform: Platform, id: string): Promise<DeclarationRow | null> {
  await platform.database.query({ name: 'declaration-lock', text: 'SELECT 1 FROM declaration WHERE id = $1 FOR UPDATE' }, [id])
  return findDeclaration(platform, id)
}

export async function findByYear(platform: Platform, employerId: string, year: number): Promise<DeclarationRow | null> {
  return platform.database.prisma.declaration.findUnique({
    where: { employerId_kind_year: { employerId, kind: annualInspection, year } },
  })
}

/** Counts the list's revision up, so that who holds an older one is told. */
export async function incrementPersonnelRevision(platform: Platform, id: string): Promise<number> {
  const { personnelRevision } = await platform.database.prisma.declaration.update({
    where: { id }, data: { personnelRevision: { increment: 1 } }, select: { personnelRevision: true },
  })
  return personnelRevision
}
