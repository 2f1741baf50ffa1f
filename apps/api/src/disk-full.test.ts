import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { readEnvironment } from './platform/environment.ts'
import { openFileStore } from './platform/file-store.ts'
import { openSmallDisk } from './testing/small-disk.ts'

const disk = openSmallDisk(120_000_000)
const onDisk = () => {
  if (!disk) throw new Error('There is no small disk.')
  return disk
}
afterAll(() => disk?.close())

it.runIf(disk)(
  'a file that does not fit is refused, leaves nothing behind, and those before it are whole',
  async () => {
    const { folder, leave } = onDisk()
    const store = openFileStore(readEnvironment({ SHEBAO_MODE: 'test', SHEBAO_DATA_DIR: folder }))
    const [kept, refused] = [crypto.randomUUID(), crypto.randomUUID()]
    const bytes = new Uint8Array(100_000).fill(7)
    leave(300_000)
    await store.put(kept, bytes)
    leave(50_000)
    await expect(store.put(refused, bytes)).rejects.toThrow('ENOSPC')
    await expect(store.get(refused)).rejects.toThrow('not in the file store')
    expect(Buffer.compare(await store.get(kept), bytes)).toBe(0)
    const files = readdirSync(join(folder, 'attachments'), { recursive: true, withFileTypes: true })
    expect(files.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([kept])
    leave(300_000)
    await store.put(refused, bytes)
    expect(Buffer.compare(await store.get(refused), bytes)).toBe(0)
  },
)

it.runIf(disk)(
  'the embedded database says so, keeps what it acknowledged, and goes on when there is room',
  { timeout: 120_000 },
  async () => {
    const { folder, leave } = onDisk()
    const dataDirectory = join(folder, 'database')
    leave(100_000_000)
    let database = await startEmbeddedPostgres({ dataDirectory })
    const row = 'x'.repeat(200_000)
    let [acknowledged, refusal] = [0, '']
    const connect = async () => {
      const client = new pg.Client({ connectionString: database.connectionString })
      client.on('error', () => undefined)
      await client.connect()
      return client
    }
    let client = await connect()
    await client.query('CREATE TABLE submission (id int PRIMARY KEY, content text)')
    await client.query('ALTER TABLE submission ALTER content SET STORAGE EXTERNAL')
    leave(1_000_000)
    while (refusal === '' && acknowledged < 500) {
      try {
        await client.query('INSERT INTO submission VALUES ($1, $2)', [acknowledged + 1, row])
        acknowledged += 1
      } catch (error) {
        refusal = String(error)
      }
    }
    expect(refusal).toMatch(/space|could not (extend|write)|terminated|closed/i)
    leave(60_000_000)
    await client.end().catch(() => undefined)
    // A database that could not even write its log has ended, and is started again.
    client = await connect().catch(async () => {
      await database.stop()
      database = await startEmbeddedPostgres({ dataDirectory })
      return connect()
    })
    const count = async () =>
      (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM submission')).rows[0]?.n
    expect(acknowledged).toBeGreaterThan(0)
    expect(await count()).toBe(acknowledged)
    await client.query('INSERT INTO submission VALUES ($1, $2)', [acknowledged + 1, row])
    expect(await count()).toBe(acknowledged + 1)
    await client.end()
    await database.stop()
  },
)
