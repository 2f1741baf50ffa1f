import type pg from 'pg'
import { quoted } from './tables.ts'

interface Reference {
  table: string
  name: string
  definition: string
}

const referencesNow = `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, conname`
const guardedTables = `SELECT DISTINCT relname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal ORDER BY relname`

/**
 * Rows are put back as they were: what a trigger would count, number or forbid was done when they were first written. References are
 * taken away and come back with a look at every row, in whichever order the tables were filled. The owner of the tables may do both;
 * `session_replication_role` would take a superuser.
 */
export async function withoutGuards(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  const references = (await client.query<Reference>(referencesNow)).rows
  const guarded = (await client.query<{ name: string }>(guardedTables)).rows.map(({ name }) => quoted(name))
  for (const { table, name } of references) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`)
  for (const name of guarded) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
  await work()
  for (const name of guarded) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
  for (const { table, name, definition } of references)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`)
}
