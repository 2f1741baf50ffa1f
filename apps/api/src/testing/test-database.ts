import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '../platform/database.ts'
import type { Database } from '../platform/database.ts'
import { restoreMigrated } from './migrated-state.ts'

export interface TestDatabase {
  database: Database
  connectionString: string
  close(): Promise<void>
}

let embeddedInUse = false

/** A database of one's own with every migration applied and nothing in it. Close it in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const source = inject('databaseSource')
  if (source.kind === 'embedded') return openEmbedded(source)
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(source.url, `CREATE DATABASE ${name} TEMPLATE ${source.template}`)
  const connectionString = source.url.replace('/postgres?', `/${name}?`)
  const database = openDatabase(connectionString, 4)
  return {
    database,
    connectionString,
    async close() {
      await database.close()
      await administer(source.url, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** The one of this worker, as the migrations left it: no other file runs on it at the same time. */
async function openEmbedded({ urls, schema }: { urls: readonly string[]; schema: string }): Promise<TestDatabase> {
  if (embeddedInUse) throw new Error('A test file has one database at a time: close the first one.')
  const connectionString = urls[Number(process.env['VITEST_POOL_ID']) - 1]
  if (!connectionString) throw new Error('There are more workers than embedded databases.')
  await restoreMigrated(connectionString, schema)
  embeddedInUse = true
  const database = openDatabase(connectionString, 1)
  return {
    database,
    connectionString,
    async close() {
      await database.close()
      embeddedInUse = false
    },
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Two files that copy the template at the same moment refuse each other; the lock puts them in a row.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(sql)
  } finally {
    await client.end()
  }
}
