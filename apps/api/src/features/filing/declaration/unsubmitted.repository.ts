import type { Platform } from '../../../platform/platform.ts'

/** Offices with what they have set; there are few. */
export async function listOfficeSettings({ database }: Platform) {
  return database.prisma.office.findMany({
    select: { region: true, settings: true },
    orderBy: { id: 'asc' },
    take: 1_000,
  })
}

/** Employers of a region that were there before the window closed and have nothing of this year's inspection with the office, by id. */
export async function listUnsubmitted(
  { database }: Platform,
  { region, year, closesOn }: { region: string; year: number; closesOn: string },
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'inspection-unsubmitted',
      text: `SELECT e.id FROM employer e WHERE e.region = $1 AND e.registered_on <= $2 AND ($4::uuid IS NULL OR e.id > $4)
        AND NOT EXISTS (SELECT FROM declaration d WHERE d.employer_id = e.id AND d.kind = 'ANNUAL_INSPECTION' AND d.year = $3
          AND d.status NOT IN ('NOT_STARTED', 'DRAFT', 'RETURNED'))
        ORDER BY e.id LIMIT $5`,
    },
    [region, closesOn, year, after ?? null, limit],
  )
  return rows.map(({ id }) => id)
}
