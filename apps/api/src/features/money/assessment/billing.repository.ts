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

/** The unit has its bill of the month, or was deemed to owe it. */
export async function isMonthBilled({ database }: Platform, employerId: string, period: string): Promise<boolean> {
  return (
    (await database.prisma.paymentNotice.count({ where: { employerId, period, kind: { in: ['NORMAL', 'DEEMED'] } } })) >
    0
  )
}

/** Units whose regular declaration of the month was accepted, with its id. */
export async function listDeclaring(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.prisma.declaration.findMany({
    where: { employerId: { in: [...employerIds] }, kind: 'MONTHLY', period, status: 'APPROVED' },
    select: { id: true, employerId: true },
  })
  return new Map(rows.map(({ employerId, id }) => [employerId, id]))
}
