import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Filing } from './filing.office.ts'

/**
 * The bare limit: the same rows, already written out, streamed into an identical table. Its foreign key costs the database
 * as much as the rows themselves; `withoutForeignKey` is the table that an importer who trusts its file would make.
 */
export async function openCopy({ office, unit }: Filing, { withoutForeignKey = false } = {}) {
  const client = new pg.Client({ connectionString: office.connectionString })
  await client.connect()
  await client.query('DROP TABLE IF EXISTS copied')
  await client.query('CREATE TABLE copied (LIKE personnel_record INCLUDING ALL)')
  if (!withoutForeignKey)
    await client.query('ALTER TABLE copied ADD FOREIGN KEY (declaration_id) REFERENCES declaration')
  const chunks: Buffer[] = []
  const reading = client.query(copyTo('COPY (SELECT * FROM personnel_record WHERE version = 0) TO STDOUT'))
  for await (const chunk of reading) chunks.push(chunk)
  return {
    empty: () => client.query('TRUNCATE copied'),
    async run() {
      const copying = client.query(copyFrom('COPY copied FROM STDIN'))
      await pipeline(Readable.from(chunks), copying)
      if (copying.rowCount !== unit.people.length) throw new Error(`copied ${copying.rowCount} rows`)
      return copying.rowCount
    },
    close: () => client.end(),
  }
}
export type Copy = Awaited<ReturnType<typeof openCopy>>
