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

/**
 * SQL: a declaration of the unit's month, from the day it was handed in: whoever handed in has declared (SIL 62, R259 10), and waits for
 * nothing of their own doing. One that was returned, refused or withdrawn covers nothing.
 */
export const declaredMonth = (declaration: string, unit: string, period: string) =>
  `${declaration}.employer_id = ${unit} AND ${declaration}.kind = 'MONTHLY' AND ${declaration}.period = ${period}
    AND ${declaration}.status IN ('SUBMITTED', 'UNDER_REVIEW', 'APPROVED')`

/** Units that may still declare the month by a decision of the office, on this day. */
export async function listExtended(
  { database, clock }: Platform,
  employerIds: readonly string[],
  period: string,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'billing-extended',
      text: `SELECT DISTINCT employer_id AS id FROM waiver WHERE employer_id = ANY($1::uuid[]) AND period = $2
        AND kind = 'FILING_DEADLINE' AND status IN ('STANDING', 'ENDED') AND to_on >= $3`,
    },
    [employerIds, period, clock.today()],
  )
  return rows.map(({ id }) => id)
}

/** Units that declared the month; ACCEPTED where the office has accepted it, so that the month can be billed as it was declared. */
export async function listDeclaring(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
): Promise<ReadonlyMap<string, 'ACCEPTED' | 'IN_HAND'>> {
  const rows = await database.query<{ id: string; accepted: boolean }>(
    {
      name: 'billing-declaring',
      text: `SELECT unit.id, bool_or(filed.status = 'APPROVED') AS accepted FROM unnest($1::uuid[]) AS unit(id)
        JOIN declaration filed ON ${declaredMonth('filed', 'unit.id', '$2')} GROUP BY unit.id`,
    },
    [employerIds, period],
  )
  return new Map(rows.map(({ id, accepted }) => [id, accepted ? 'ACCEPTED' : 'IN_HAND']))
}
