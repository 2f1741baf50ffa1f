import { hash } from 'node:crypto'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { openSchemaEngine } from './schema-engine.ts'

const folder = import.meta.dirname
const migrationsFolder = join(folder, 'migrations')
const filters = { externalTables: [], externalEnums: [] }

/** Applies every migration the database does not have yet, or those up to one of them. Returns the names applied. */
export async function applyMigrations(connectionString: string, until?: string): Promise<string[]> {
  const migrationsList = await readMigrations(until)
  if (await isDone(connectionString, migrationsList.migrationDirectories)) return []
  const { engine, query, close } = await openEngine(connectionString, await readSchema())
  try {
    await query(takeTurn)
    await query(forgetUndone)
    const result = await engine.applyMigrations({ migrationsList, filters })
    return result.appliedMigrationNames
  } finally {
    // The session of the embedded database outlives this connection.
    await query(endTurn).catch(() => undefined)
    await close()
  }
}

/**
 * Whether the database says of each of these migrations that it is done, word for word, and of no other. It does at nearly every start, and
 * the engine takes longer to load than everything else before the product serves.
 */
async function isDone(connectionString: string, migrations: readonly Migration[]): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const table = await client.query<{ there: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    )
    if (!table.rows[0]?.there) return false
    const { rows } = await client.query<{ name: string; checksum: string; done: boolean }>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    )
    const checksums = new Map(rows.map(({ name, checksum, done }) => [name, done ? checksum : 'under way']))
    return (
      rows.length === migrations.length &&
      migrations.every(({ path, migrationFile }) => checksums.get(path) === hash('sha256', migrationFile.content.value))
    )
  } finally {
    await client.end()
  }
}

type Migration = Awaited<ReturnType<typeof readMigrations>>['migrationDirectories'][number]

/** The engine is loaded where there is something for it to do. */
const openEngine: typeof openSchemaEngine = async (...what) =>
  (await import('./schema-engine.ts')).openSchemaEngine(...what)

// One upgrade at a time. One that was killed holds its turn for as long as the server is busy with its last migration.
const takeTurn = 'SELECT pg_advisory_lock(7304)'
const endTurn = 'SELECT pg_advisory_unlock(7304)'
/**
 * Whoever has the turn finds no migration under way: one that was begun and is not done left nothing behind, as each is one transaction.
 * The engine would refuse to go on until somebody said so by hand.
 */
const forgetUndone = `DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $$`

/**
 * The SQL that brings a database of the `before` schema (the text of an earlier schema.prisma, or none) to what
 * schema.prisma says now; empty when they agree. Two texts are compared because the engine cannot introspect PGlite; it wants some
 * database to connect to all the same.
 */
export async function diffSchemas(connectionString: string, before: string | undefined): Promise<string> {
  const schema = await readSchema()
  const { engine, close } = await openEngine(connectionString, schema)
  try {
    const result = await engine.diff({
      from:
        before === undefined
          ? { tag: 'empty' }
          : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: before }] },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters,
    })
    const sql = result.stdout ?? ''
    return sql.includes('empty migration') ? '' : sql
  } finally {
    await close()
  }
}

/** Writes a new migration folder; the author reads and completes the SQL before committing it. */
export async function writeMigration(name: string, sql: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const target = join(migrationsFolder, `${stamp}_${name}`)
  await mkdir(target, { recursive: true })
  await writeFile(join(target, 'migration.sql'), sql)
  return target
}

async function readSchema() {
  return { path: 'schema.prisma', content: await readFile(join(folder, 'schema.prisma'), 'utf8') }
}

/** The migrations of this release, in their order. */
export async function listMigrations(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function readMigrations(until: string | undefined) {
  const names = (await listMigrations()).filter((name) => until === undefined || name <= until)
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  )
  const lock = await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8')
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}
