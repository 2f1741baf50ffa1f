import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffSchemas, writeMigration } from './migrate.ts'

// `node prisma/new-migration.ts <name> [revision]`: writes the migration that leads from the schema.prisma of a
// git revision (HEAD unless named; `none` for an empty database) to the one in the working tree.
const [name, revision = 'HEAD'] = process.argv.slice(2)
if (!name) throw new Error('Usage: node prisma/new-migration.ts <name_in_snake_case> [revision|none]')
const before =
  revision === 'none'
    ? undefined
    : execFileSync('git', ['show', `${revision}:./schema.prisma`], { cwd: import.meta.dirname, encoding: 'utf8' })

const folder = await mkdtemp(join(tmpdir(), 'shebao-migration-'))
const database = await PGlite.create()
const server = new PGLiteSocketServer({ db: database, path: join(folder, '.s.PGSQL.5432') })
await server.start()
try {
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
  const sql = await diffSchemas(url, before)
  console.log(sql ? await writeMigration(name, sql, new Date()) : 'Nothing changed since that revision.')
} finally {
  await server.stop()
  await database.close()
  await rm(folder, { recursive: true })
}
