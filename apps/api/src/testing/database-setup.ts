import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations } from '@shebao/prisma/migrate'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import type { EmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { connected } from './connected.ts'
import { rememberMigrated } from './migrated-state.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What test files work on: a migrated embedded database for each worker, or a PostgreSQL server to copy one on. */
    databaseSource:
      | { kind: 'embedded'; urls: readonly string[]; schema: string }
      | { kind: 'server'; url: string; template: string }
  }
}

/** Once for all test files of the project: migrated databases that each of them begins from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-test-'))
  return project.name === 'api-postgres' ? setUpServer(project, folder) : setUpEmbedded(project, folder)
}

async function setUpEmbedded(project: TestProject, folder: string): Promise<() => Promise<void>> {
  const databases: EmbeddedPostgres[] = []
  const tearDown = async () => {
    await Promise.all(databases.map((database) => database.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const first = await startEmbeddedPostgres({ dataDirectory: undefined })
    databases.push(first)
    await applyMigrations(first.connectionString)
    const schema = await rememberMigrated(first.connectionString)
    const archiveFile = join(folder, 'migrated.tar')
    await first.dump(archiveFile)
    const copies = Array.from({ length: project.config.maxWorkers - 1 }, async () => {
      databases.push(await startEmbeddedPostgres({ dataDirectory: undefined, archiveFile }))
    })
    // One that fails does not leave another behind that is still starting.
    await Promise.allSettled(copies)
    await Promise.all(copies)
    project.provide('databaseSource', {
      kind: 'embedded',
      urls: databases.map(({ connectionString }) => connectionString),
      schema,
    })
  } catch (error) {
    await tearDown()
    throw error
  }
  return tearDown
}

async function setUpServer(project: TestProject, folder: string): Promise<() => Promise<void>> {
  // Its databases live for seconds: nobody cleans up in them, and a torn page is of no interest.
  const server = startPostgresServer(folder, ['full_page_writes = off', 'autovacuum = off', 'max_wal_size = 4GB'])
  const template = 'shebao_migrated'
  try {
    await connected(server.url('postgres'), (admin) => admin.query(`CREATE DATABASE ${template}`))
    await applyMigrations(server.url(template))
  } catch (error) {
    server.stop()
    throw error
  }
  project.provide('databaseSource', { kind: 'server', url: server.url('postgres'), template })
  return async () => {
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The folder of PostgreSQL's server programs, or undefined where none is installed. */
export function findPostgresPrograms(): string | undefined {
  const versions = ['18', '17', '16', '15']
  const folders = [
    process.env['PG_BIN'],
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
    '/usr/local/bin',
    '/usr/bin',
    '/opt/homebrew/bin',
  ]
  return folders.find((folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}

export interface PostgresServer {
  /** Where its data lies. */
  data: string
  url(database: string): string
  /** One of PostgreSQL's programs, as the user whose server this is. */
  run(program: string, args: string[]): Promise<void>
  /** As a power cut stops it: nobody is waited for, and what was committed is found again by recovery. */
  stop(): void
  start(): void
}

/** A throw-away PostgreSQL server on a private Unix socket, with further lines of its configuration. PostgreSQL refuses to run as root, so root hands it over. */
export function startPostgresServer(folder: string, settings: readonly string[] = []): PostgresServer {
  const programs = findPostgresPrograms()
  if (!programs) throw new Error('No PostgreSQL server programs were found.')
  const asRoot = process.getuid?.() === 0
  const owner = asRoot ? (ownerOf('postgres') ?? ownerOf('nobody')) : undefined
  if (asRoot && !owner) throw new Error('PostgreSQL cannot run as root and there is no other user to run it as.')
  const run = (program: string, args: string[]) => {
    const result = spawnSync(join(programs, program), args, { encoding: 'utf8', cwd: folder, stdio: 'pipe', ...owner })
    if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr || result.stdout}`)
  }
  const data = join(folder, 'pg')
  mkdirSync(data, { mode: 0o700 })
  if (owner) {
    chownSync(folder, owner.uid, owner.gid)
    chownSync(data, owner.uid, owner.gid)
  }
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    [
      "listen_addresses = ''",
      `unix_socket_directories = '${folder}'`,
      'fsync = off',
      'max_connections = 60',
      ...settings,
      '',
    ].join('\n'),
  )
  const start = () => run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'pg.log'), 'start'])
  start()
  return {
    data,
    run: async (program, args) => {
      const child = spawn(join(programs, program), args, { cwd: folder, stdio: 'ignore', ...owner })
      const [code] = (await once(child, 'exit')) as [number | null]
      if (code !== 0) throw new Error(`${program} ended with ${code}.`)
    },
    url: (database) => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    stop: () => run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']),
    start,
  }
}

function ownerOf(user: string): { uid: number; gid: number } | undefined {
  const ask = (flag: string) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim() || Number.NaN)
  const [uid, gid] = [ask('-u'), ask('-g')]
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined
}
