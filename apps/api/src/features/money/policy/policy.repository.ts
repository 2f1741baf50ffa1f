import { findOverlaps, parameterKey } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { listPublishedRows } from './published.repository.ts'

/** Changes whenever a row is added or approved; rows in force are never edited, only followed by others. */
export async function findRevision({ database }: Platform): Promise<string> {
  const [row] = await database.query<{ rows: bigint; latest: string | null }>({
    name: 'policy-revision',
    text: 'SELECT count(*) AS rows, max(id::text) AS latest FROM policy_parameter',
  })
  return `${row?.rows ?? 0n}:${row?.latest ?? ''}`
}

/** Every row in force or once in force; drafts are proposals and stand elsewhere. */
export async function listParameterRows(platform: Platform): Promise<ParameterRow[]> {
  return (await listPublishedRows(platform)).map(({ row }) => row)
}

/**
 * Adds shipped rows whose months nothing covers yet; what is there stays as it is, the office's own rows above all.
 * Returns how many were added.
 */
export async function addParameterRows(
  platform: Platform,
  rows: readonly ParameterRow[],
  approvedBy: string,
): Promise<number> {
  const known = Map.groupBy(await listParameterRows(platform), keyOf)
  const free = rows.filter(
    (row) => !(known.get(keyOf(row)) ?? []).some((other) => findOverlaps([other, row]).length > 0),
  )
  const added = await platform.database.prisma.policyParameter.createMany({
    skipDuplicates: true,
    data: free.map(({ side, value, ...row }) => ({
      ...row,
      payerSide: side,
      value: typeof value === 'number' ? BigInt(value) : null,
      choice: typeof value === 'string' ? value : null,
      approvedBy,
    })),
  })
  return added.count
}

const keyOf = (row: ParameterRow) => `${row.region}|${parameterKey(row)}`
