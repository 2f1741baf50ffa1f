import type { Platform } from '../../../platform/platform.ts'

/** What a declaration notes about its list and the comparison; its status and revisions belong to the declaration feature. */

export async function forgetListSignature(platform: Platform, declarationId: string): Promise<void> {
  await platform.database.prisma.declaration.update({ where: { id: declarationId }, data: { signedList: false } })
}

export async function setListSignature(platform: Platform, declarationId: string, signedList: boolean): Promise<void> {
  await platform.database.prisma.declaration.update({ where: { id: declarationId }, data: { signedList } })
}

export async function noteDownload(platform: Platform, declarationId: string, rosterVersion: number): Promise<void> {
  await platform.database.prisma.declaration.update({
    where: { id: declarationId },
    data: { downloadedRosterVersion: rosterVersion },
  })
}

export async function noteComparison(
  platform: Platform,
  declarationId: string,
  revision: number,
  rosterVersion: number,
): Promise<void> {
  await platform.database.prisma.declaration.update({
    where: { id: declarationId },
    data: { comparedRevision: revision, comparedRosterVersion: rosterVersion },
  })
}

/** Which list was compared with which roster, and what holds now. */
export async function getComparisonMarks(platform: Platform, declarationId: string) {
  return platform.database.prisma.declaration.findUniqueOrThrow({
    where: { id: declarationId },
    select: {
      employerId: true,
      personnelRevision: true,
      downloadedRosterVersion: true,
      comparedRevision: true,
      comparedRosterVersion: true,
    },
  })
}
