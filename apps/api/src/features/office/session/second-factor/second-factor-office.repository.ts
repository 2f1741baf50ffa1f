import type { Platform } from '../../../../platform/platform.ts'

/** What an authenticator app shows beside the codes. */
export async function findOfficeName({ database }: Platform, officeId: string): Promise<string> {
  const office = await database.prisma.office.findUnique({ where: { id: officeId }, select: { nameZh: true } })
  return office?.nameZh ?? 'Shebao'
}
