import type { Platform } from '../../../platform/platform.ts'
import { eachInTurns } from '../../../platform/in-turns.ts'
import { openRow } from './personnel-row-codec.ts'
import type { NumberedRow, StoredRow } from './personnel-row-codec.ts'

const READ_PAGE = 2_000

/**
 * All people of a version in row order, opened in turns with what others ask; the database reads the next page while this one is unsealed.
 */
export async function loadRows(platform: Platform, declarationId: string, version: number): Promise<NumberedRow[]> {
  const rows: NumberedRow[] = []
  let page = await loadSealedPage(platform, declarationId, version, -1)
  for (;;) {
    const last = page.length === READ_PAGE ? page.at(-1) : undefined
    const next = last && loadSealedPage(platform, declarationId, version, last.rowNo)
    // Nobody waits for it while this page is opened; a failure is told below.
    void next?.catch(() => undefined)
    try {
      await eachInTurns(page, (stored) => rows.push(openRow(platform.vault, stored)))
    } finally {
      page = (await next) ?? []
    }
    if (!next) return rows
  }
}

/** A few people of a version by their rows. */
export async function loadRowsAt(
  platform: Platform,
  declarationId: string,
  version: number,
  rows: readonly number[],
): Promise<NumberedRow[]> {
  if (rows.length === 0) return []
  const stored = await platform.database.query<SealedRow>(
    {
      name: 'personnel-load-some',
      text: `SELECT row_no AS "rowNo", personal, content FROM personnel_record
      WHERE declaration_id = $1 AND version = $2 AND row_no = ANY($3::int[])`,
    },
    [declarationId, version, rows],
  )
  return stored.map((row) => openRow(platform.vault, row))
}

type SealedRow = Pick<StoredRow, 'rowNo' | 'personal' | 'content'>

/** People of a version behind a row, as many at most. */
export async function loadRowsBehind(
  platform: Platform,
  declarationId: string,
  version: number,
  { afterRow, limit }: { afterRow: number; limit: number },
): Promise<NumberedRow[]> {
  const stored = await loadSealedPage(platform, declarationId, version, afterRow, limit)
  return stored.map((row) => openRow(platform.vault, row))
}

function loadSealedPage(
  { database }: Platform,
  declarationId: string,
  version: number,
  afterRow: number,
  limit = READ_PAGE,
): Promise<SealedRow[]> {
  return database.query<SealedRow>(
    {
      name: 'personnel-load',
      text: `SELECT row_no AS "rowNo", personal, content FROM personnel_record
      WHERE declaration_id = $1 AND version = $2 AND row_no > $3 ORDER BY row_no LIMIT $4`,
    },
    [declarationId, version, afterRow, limit],
  )
}
