import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findActing } from '@shebao/api/src/features/office/session/membership.repository.ts'
import { createSession } from '@shebao/api/src/features/office/session/session.repository.ts'
import { startEmbeddedPostgres } from '@shebao/api/src/platform/embedded-postgres.ts'
import { readEnvironment } from '@shebao/api/src/platform/environment.ts'
import { createLogger } from '@shebao/api/src/platform/logger.ts'
import type { Platform } from '@shebao/api/src/platform/platform.ts'
import { serverParts } from '@shebao/api/src/server-parts.ts'
import { startServer } from '@shebao/api/src/start.ts'
import { applyMigrations } from '@shebao/prisma/migrate'
import { seedCalendar } from '@shebao/prisma/seed'
import { findPostgresPrograms, startPostgresServer } from '@shebao/api/src/testing/database-setup.ts'
import pg from 'pg'

/** The product as it is deployed, with an empty migrated database and a port of its own; nothing is left after `close`. */
export interface BenchOffice {
  platform: Platform
  /** Which of the two databases it stands on: a server when one is installed. */
  databaseKind: string
  connectionString: string
  /** Where the API listens. */
  url: string
  /** A session of an employer's clerk. */
  signIn(employerId: string): Promise<Clerk>
  close(): Promise<void>
}

export interface Clerk {
  /** The session's token, for a browser of its own. */
  token: string
  /** Sends a body that was made beforehand over a real socket, as a browser does, and gives the answer's `data`. */
  post<Data>(body: string): Promise<Data>
}

/** The day the office is open. */
export const today = '2026-11-23'

export async function openOffice(): Promise<BenchOffice> {
  const database = await startDatabase()
  try {
    const running = await startServer(
      readEnvironment({
        SHEBAO_MODE: 'test',
        SHEBAO_TODAY: today,
        SHEBAO_DATA_DIR: join(database.folder, 'state'),
        PORT: '0',
        DATABASE_URL: database.connectionString,
        SHEBAO_POOL_SIZE: database.poolSize,
      }),
      createLogger('silent'),
      serverParts,
      async ({ database, vault }) => {
        // Due dates need the published years.
        await seedCalendar({ ...vault, query: (text, values) => database.query(text, values) }, today)
        return async () => undefined
      },
    )
    return {
      platform: running.platform,
      databaseKind: database.kind,
      connectionString: database.connectionString,
      url: running.url,
      signIn: (employerId) => signIn(running.platform, running.url, employerId),
      async close() {
        await running.stop()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

interface BenchDatabase {
  kind: string
  connectionString: string
  poolSize: string
  /** Everything the office writes; removed with the database. */
  folder: string
  stop(): Promise<void>
}

async function startDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-bench-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  if (!findPostgresPrograms()) {
    // Its process ends with ours, whatever ends ours.
    const embedded = await startEmbeddedPostgres({ dataDirectory: undefined })
    const stop = () => embedded.stop().finally(removeFolder)
    return { kind: 'embedded PostgreSQL', connectionString: embedded.connectionString, poolSize: '1', folder, stop }
  }
  server ??= await startServerOnce()
  const name = `office_${randomUUID().replaceAll('-', '')}`
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const { url } = server
  const stop = () => administer({ url }, `DROP DATABASE ${name} WITH (FORCE)`).finally(removeFolder)
  return { kind: 'PostgreSQL server', connectionString: url(name), poolSize: '10', folder, stop }
}

interface Server {
  url(database: string): string
}
const template = 'migrated'
/** Of all benches of a run: each office is a copy of its migrated database. */
let server: Server | undefined

async function startServerOnce(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-bench-server-'))
  const started = startPostgresServer(folder)
  // The server is a daemon: nothing that ends us may leave it behind.
  process.on('exit', () => {
    started.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  await administer(started, `CREATE DATABASE ${template}`)
  await applyMigrations(started.url(template))
  return started
}

async function administer({ url }: Server, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url('postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function signIn(platform: Platform, url: string, employerId: string): Promise<Clerk> {
  const account = await platform.database.prisma.account.create({
    data: {
      kind: 'EMPLOYER',
      displayName: 'bench',
      passwordHash: '',
      memberships: {
        create: {
          role: 'CLERK',
          scopeKind: 'EMPLOYER',
          scopeId: employerId,
          validFrom: '2020-01-01',
          duties: ['ADMINISTER', 'PREPARE', 'SUBMIT', 'PAY'],
        },
      },
    },
  })
  const { token } = await createSession(platform, account, {
    acting: await findActing(platform, account.id),
    userAgent: 'bench',
    stage: 'FULL',
  })
  return {
    token,
    async post<Data>(body: string) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `shebao_session=${token}` },
        body,
      })
      const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] }
      if (answer.data && !answer.errors) return answer.data
      throw new Error(`The API refused: ${answer.errors?.[0]?.message ?? response.status}`)
    },
  }
}

/** From here on a commit waits for the disk, which it otherwise does not here: where durable answers are compared, or held up by a lock. */
export async function commitToDisk({ database }: Platform): Promise<void> {
  await database.query({ text: 'ALTER SYSTEM SET fsync = on' })
  await database.query({ text: 'SELECT pg_reload_conf()' })
}
