import type { UnemployedListDuty } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type DutyRow = UnemployedListDuty

/** The days by which the unemployed list is reported, with how many people each is about. */
export async function insertDuties(
  { database }: Platform,
  { id, employerId }: { id: string; employerId: string },
  duties: readonly { dueOn: string; people: number }[],
): Promise<void> {
  if (duties.length === 0) return
  await database.prisma.unemployedListDuty.createMany({
    data: duties.map((duty) => ({ ...duty, declarationId: id, employerId })),
  })
}

/** Those that are not reported yet, the first due first. */
export function listOpenDuties({ database }: Platform, employerId: string): Promise<DutyRow[]> {
  return database.prisma.unemployedListDuty.findMany({
    where: { employerId, reportedOn: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: 100,
  })
}

export async function lockDuty({ database }: Platform, id: string): Promise<DutyRow | null> {
  await database.query(
    { name: 'duty-lock', text: 'SELECT 1 FROM unemployed_list_duty WHERE id = $1 FOR NO KEY UPDATE' },
    [id],
  )
  return database.prisma.unemployedListDuty.findUnique({ where: { id } })
}

export async function markReported(
  { database }: Platform,
  id: string,
  reported: { reportedOn: string; reportedBy: string },
): Promise<DutyRow> {
  return database.prisma.unemployedListDuty.update({ where: { id }, data: reported })
}
