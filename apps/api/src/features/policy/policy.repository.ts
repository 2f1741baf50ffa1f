import { ParameterRow } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'

/** Changes whenever a row is added or approved; rows in force are never edited, only followed by others. */
export async function findRevision({ database }: Platform): Promise<string> {
  const [row] = await database.query<{ rows: bigint; latest: string | null }>({
    name: 'policy-revision',
    text: 'SELECT count(*) AS rows, max(id::text) AS latest FROM policy_parameter WHERE approved_by IS NOT NULL',
  })
  return `${row?.rows ?? 0n}:${row?.latest ?? ''}`
}

/** Every row in force or once in force. Drafts (not approved) are left out. */
export async function listParameterRows({ database }: Platform): Promise<ParameterRow[]> {
  const rows = await database.prisma.policyParameter.findMany({ where: { approvedBy: { not: null } } })
  return rows.map((row) =>
    ParameterRow.parse({
      region: row.region,
      insurance: row.insurance,
      side: row.payerSide,
      category: row.category,
      name: row.name,
      value: row.choice ?? Number(row.value),
      validFrom: row.validFrom,
      validTo: row.validTo,
      docNo: row.docNo,
      publishedOn: row.publishedOn,
      source: row.source,
      verified: row.verified,
    }),
  )
}

/** Adds rows that are not there yet; a row that is there stays as it is. Returns how many were added. */
export async function addParameterRows(
  { database }: Platform,
  rows: readonly ParameterRow[],
  approvedBy: string,
): Promise<number> {
  // The trigger against overlaps speaks before ON CONFLICT does, so rows that are there are left out here.
  const known = await database.prisma.policyParameter.findMany({
    select: { region: true, insurance: true, payerSide: true, category: true, name: true, validFrom: true },
  })
  const keys = new Set(known.map((row) => keyOf({ ...row, side: row.payerSide })))
  const added = await database.prisma.policyParameter.createMany({
    skipDuplicates: true,
    data: rows
      .filter((row) => !keys.has(keyOf(row)))
      .map(({ side, value, ...row }) => ({
        ...row,
        payerSide: side,
        value: typeof value === 'number' ? BigInt(value) : null,
        choice: typeof value === 'string' ? value : null,
        approvedBy,
      })),
  })
  return added.count
}

function keyOf(row: {
  region: string
  insurance: string
  side: string
  category: string
  name: string
  validFrom: string
}): string {
  return [row.region, row.insurance, row.side, row.category, row.name, row.validFrom].join('|')
}
