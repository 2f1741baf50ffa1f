import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { BenchOffice } from './office.ts'

interface CopiedRows {
  table: 'personnel_record' | 'monthly_change'
  version: number
  /** How many there are: a copy of fewer says nothing. */
  rows: number
}

/**
 * The bare limit: the same rows, already written out, streamed into an identical table. Its foreign key costs the database
 * as much as the rows themselves; `withoutForeignKey` is the table that an importer who trusts its file would make.
 */
export async function openCopy(
  { connectionString }: Pick<BenchOffice, 'connectionString'>,
  { table, version, rows }: CopiedRows,
  { withoutForeignKey = false } = {},
) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('DROP TABLE IF EXISTS copied')
  await client.query(`CREATE TABLE copied (LIKE ${table} INCLUDING ALL)`)
  if (!withoutForeignKey)
    await client.query('ALTER TABLE copied ADD FOREIGN KEY (declaration_id) REFERENCES declaration')
  const chunks: Buffer[] = []
  const reading = client.query(copyTo(`COPY (SELECT * FROM ${table} WHERE version = ${version}) TO STDOUT`))
  for await (const chunk of reading) chunks.push(chunk)
  return {
    empty: () => client.query('TRUNCATE copied'),
    async run() {
      const copying = client.query(copyFrom('COPY copied FROM STDIN'))
      await pipeline(Readable.from(chunks), copying)
      if (copying.rowCount !== rows) throw new Error(`copied ${copying.rowCount} rows`)
      return copying.rowCount
    },
    close: () => client.end(),
  }
}
export type Copy = Awaited<ReturnType<typeof openCopy>>
