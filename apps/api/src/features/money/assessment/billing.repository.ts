import type { Platform } from '../../../platform/platform.ts'

/** Whom a notice is for. What is assessed and written stands in `assess-units.repository.ts` and `notices.repository.ts`. */

export async function findDeclaringEmployer(
  { database }: Platform,
  declarationId: string,
): Promise<string | undefined> {
  const found = await database.prisma.declaration.findUnique({
    where: { id: declarationId },
    select: { employerId: true },
  })
  return found?.employerId
}

export async function findNoticeOfPeriod({ database }: Platform, employerId: string, period: string) {
  return database.prisma.paymentNotice.findUnique({
    where: { employerId_period_kind_sequence: { employerId, period, kind: 'NORMAL', sequence: 0 } },
  })
}
