import type { DifferenceKind, Resolution } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'

export interface SettledRow {
  id: string
  kind: DifferenceKind
  rowNo: number | null
  idMasked: string
  nameMasked: string
  resolution: Resolution
  reason: string | null
  stopReason: string | null
}

export function findSettledPage(
  { database }: Platform,
  declarationId: string,
  afterId: string | undefined,
  limit: number,
): Promise<SettledRow[]> {
  return database.query<SettledRow>(
    {
      name: 'staff-settled',
      text: `SELECT id, kind, row_no AS "rowNo", id_masked AS "idMasked", name_masked AS "nameMasked", resolution, reason, stop_reason AS "stopReason"
      FROM roster_difference WHERE declaration_id = $1 AND resolution IS NOT NULL AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    },
    [declarationId, afterId ?? null, limit],
  )
}
