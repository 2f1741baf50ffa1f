import { inject } from 'vitest'
import { openDatabase } from '../platform/database.ts'
import type { Database } from '../platform/database.ts'
import { connected } from './connected.ts'
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
  const slot = slots.shift() ?? openSlot(source.url)
  await slot.emptied
  await administer(source.url, `CREATE DATABASE ${slot.name} TEMPLATE ${source.template}`)
  return {
    // An object of its own: what is remembered by database is not remembered from one file to the next.
    database: Object.defineProperties({} as Database, {
      ...Object.getOwnPropertyDescriptors(slot.database),
      close: { value: () => Promise.resolve(), enumerable: true },
    }),
    connectionString: slot.connectionString,
    async close() {
      // The server looks every tenth of a second whether the connections that it ends are gone: the next file is read meanwhile.
      slot.emptied = administer(source.url, `DROP DATABASE ${slot.name} WITH (FORCE)`)
      slot.emptied.catch(() => undefined)
      slots.push(slot)
    },
  }
}

interface Slot {
  name: string
  connectionString: string
  database: Database
  /** Fails where the last file's database could not be dropped, which is for the next one to say. */
  emptied: Promise<void>
}

/**
 * Of this worker: names of databases, and the client of each. A client works out anew how to ask what another has asked before, which takes
 * longer than asking; so it is kept, and finds another database under the same name. Its connections end with the database that is dropped.
 */
const slots: Slot[] = []

function openSlot(url: string): Slot {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const connectionString = url.replace('/postgres?', `/${name}?`)
  return { name, connectionString, database: openDatabase(connectionString, 4), emptied: Promise.resolve() }
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
  await connected(url, async (client) => {
    // Two files that copy the template at the same moment refuse each other; the lock puts them in a row.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(sql)
  })
}
