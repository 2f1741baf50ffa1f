import { createHash } from 'node:crypto'
import type pg from 'pg'
import { selectLines } from './tables.ts'
import type { ExportedTable } from './tables.ts'

const wantedBytes = 2 * 2 ** 20
const mostRows = 10_000

/** So many rows that the next fetch holds some two megabytes: a row is a code of ten bytes in one table and a list of a year in another. */
export function nextFetch(rows: number, bytes: number): number {
  const fitting = Math.floor((wantedBytes * rows) / Math.max(bytes, 1))
  return Math.max(1, Math.min(fitting, rows * 4, mostRows))
}

/** A table's rows as lines, a few at a time and within the open transaction, so that a table of any size takes the same memory. */
export async function* readLines(client: pg.ClientBase, table: ExportedTable): AsyncGenerator<string[]> {
  await client.query(`DECLARE exported_rows NO SCROLL CURSOR FOR ${selectLines(table)}`)
  try {
    for (let many = 100; ;) {
      const { rows } = await client.query<{ line: string }>(`FETCH ${many} FROM exported_rows`)
      if (rows.length > 0) yield rows.map(({ line }) => line)
      if (rows.length < many) return
      many = nextFetch(
        rows.length,
        rows.reduce((sum, { line }) => sum + line.length, 0),
      )
    }
  } finally {
    // After an error of the database nothing is open any more, and the error is what matters.
    await client.query('CLOSE exported_rows').catch(() => undefined)
  }
}

export interface TableContent {
  name: string
  rows: number
  /** Of its lines in the order of their key: the same content has the same hash, in whichever database it stands. */
  sha256: string
}

/** What a table holds, without keeping it. */
export async function hashTable(client: pg.ClientBase, table: ExportedTable): Promise<TableContent> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const lines of readLines(client, table)) {
    rows += lines.length
    hash.update(`${lines.join('\n')}\n`)
  }
  return { name: table.name, rows, sha256: hash.digest('hex') }
}
