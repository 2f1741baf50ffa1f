import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '../platform/database.ts'
import type { Database } from '../platform/database.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'

export interface TestDatabase {
  database: Database
  connectionString: string
  close(): Promise<void>
}

/** A database of one's own with every migration applied and nothing in it. Close it in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const source = inject('databaseSource')
  if (source.kind === 'embedded') {
    const embedded = await startEmbeddedPostgres({ dataDirectory: undefined, archiveFile: source.archiveFile })
    const database = openDatabase(embedded.connectionString, 1)
    return {
      database,
      connectionString: embedded.connectionString,
      async close() {
        await database.close()
        await embedded.stop()
      },
    }
  }
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
