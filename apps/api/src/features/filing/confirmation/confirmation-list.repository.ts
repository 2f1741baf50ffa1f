import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import type { ConfirmationState, ConfirmationWay } from './confirmation-codes.ts'
import { numberTries } from './confirmation-codes.ts'

export interface ListedRow {
  rowNo: number
  /** The last asking. */
  askingId: string | null
  idMasked: string
  personal: Uint8Array
  content: object
  state: ConfirmationState
  way: ConfirmationWay | null
  askedAt: Date | null
  expiresAt: Date | null
  answeredAt: Date | null
  said: Uint8Array | null
}

// Somebody who stands in the list twice shows the same in both rows; which of them is wrong the rules say.
const asked = `LEFT JOIN personnel_confirmation c ON c.declaration_id = r.declaration_id AND c.id_hash = r.id_hash AND c.current
  LEFT JOIN notification_delivery sent ON sent.notification_id = c.notification_id AND sent.channel = 'SMS'`
const joinsAndBases = (of: string) => `(${of}.change_type LIKE 'ADD%' OR ${of}.change_type = 'BASE_CHANGE')`
/** What is being written stands under the version that it will be handed in as (ADR 39). */
const standing = `(SELECT CASE WHEN status IN ('SUBMITTED', 'UNDER_REVIEW', 'APPROVED') THEN version ELSE version + 1 END
    FROM declaration WHERE id = $1)`
/** Of a month, whoever joins or gets another base, at the first of their rows: they are asked once about all. */
const listed: Readonly<Record<string, string>> = {
  ANNUAL_INSPECTION: `FROM personnel_record r ${asked} WHERE r.declaration_id = $1 AND r.version = 0`,
  MONTHLY: `FROM monthly_change r ${asked} WHERE r.declaration_id = $1 AND r.version = ${standing} AND ${joinsAndBases('r')}
    AND NOT EXISTS (SELECT 1 FROM monthly_change earlier WHERE earlier.declaration_id = r.declaration_id AND earlier.version = r.version
      AND earlier.id_hash = r.id_hash AND earlier.row_no < r.row_no AND ${joinsAndBases('earlier')})`,
}
type OfList = Pick<DeclarationRow, 'id' | 'kind'>
const state = `CASE WHEN c.id IS NULL THEN 'NOT_ASKED' WHEN c.stale THEN 'CHANGED' WHEN c.status = 'CONFIRMED' THEN 'CONFIRMED'
  WHEN c.status = 'DISAGREED' THEN 'DISAGREED' WHEN c.status = 'UNREACHED' OR sent.state = 'GIVEN_UP' THEN 'UNREACHED'
  WHEN c.expires_at <= $2::timestamp OR c.failures >= ${numberTries} THEN 'EXPIRED' ELSE 'WAITING' END`

const utc = (instant: Date) => instant.toISOString().replace('Z', '')

/** In the order of the list's rows. */
export function listConfirmations(
  { database, clock }: Platform,
  { id, kind }: OfList,
  wanted: { state: ConfirmationState | null; afterRow: number; limit: number },
): Promise<ListedRow[]> {
  return database.query<ListedRow>(
    {
      name: `confirmation-list-${kind}`,
      text: `SELECT * FROM (SELECT r.row_no AS "rowNo", c.id AS "askingId", r.id_masked AS "idMasked", r.personal, r.content, ${state} AS state, c.way,
          c.asked_at AS "askedAt", c.expires_at AS "expiresAt", c.answered_at AS "answeredAt", c.said
        ${listed[kind] ?? ''} AND r.row_no > $3) found WHERE $4::text IS NULL OR state = $4 ORDER BY "rowNo" LIMIT $5`,
    },
    [id, utc(clock.now()), wanted.afterRow, wanted.state, wanted.limit],
  )
}

export function countStates(
  { database, clock }: Platform,
  { id, kind }: OfList,
): Promise<{ state: ConfirmationState; people: number }[]> {
  return database.query(
    {
      name: `confirmation-count-${kind}`,
      text: `SELECT ${state} AS state, count(*)::int AS people ${listed[kind] ?? ''} GROUP BY 1`,
    },
    [id, utc(clock.now())],
  )
}

/** Where a person stands in the open list; the first row that bears their number, as they were asked by. */
export async function findRowOf(
  { database }: Platform,
  declarationId: string,
  idHash: Uint8Array,
): Promise<number | undefined> {
  const [row] = await database.query<{ first: number | null }>(
    {
      name: 'confirmation-row-of',
      text: 'SELECT min(row_no) AS first FROM personnel_record WHERE declaration_id = $1 AND version = 0 AND id_hash = $2',
    },
    [declarationId, Buffer.from(idHash)],
  )
  return row?.first ?? undefined
}
