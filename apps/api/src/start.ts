import type { FastifyInstance } from 'fastify'
import { applyMigrations } from '@shebao/prisma/migrate'
import { createAudit } from './platform/audit.ts'
import { systemClock } from './platform/clock.ts'
import { createVault, loadMasterKey } from './platform/crypto.ts'
import { openDatabase } from './platform/database.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import type { Environment } from './platform/environment.ts'
import { noJobs } from './platform/jobs.ts'
import type { Logger } from './platform/logger.ts'
import type { Platform } from './platform/platform.ts'
import { createServer } from './server.ts'
import type { ServerParts } from './server.ts'

export interface RunningServer {
  app: FastifyInstance
  platform: Platform
  url: string
  /** Finishes what is being answered, then closes the database properly. */
  stop(): Promise<void>
}

/** Brings up everything but the outside: database, migrations, keys, server. `prepare` runs before it listens. */
export async function startServer(
  environment: Environment,
  logger: Logger,
  parts: ServerParts,
  prepare: (platform: Platform) => Promise<() => Promise<void>>,
): Promise<RunningServer> {
  const embedded = environment.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDirectory: environment.dataDirectory })
  const connectionString = environment.databaseUrl ?? embedded?.connectionString ?? ''
  const closing: (() => Promise<void>)[] = [async () => embedded?.stop()]
  const closeAll = async () => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    const applied = await applyMigrations(connectionString)
    if (applied.length > 0) logger.info({ applied }, 'migrations applied')
    const database = openDatabase(connectionString, embedded ? 1 : environment.databasePoolSize)
    closing.push(() => database.close())
    const clock = systemClock(environment.today)
    const platform: Platform = {
      environment,
      logger,
      clock,
      database,
      vault: createVault(loadMasterKey(environment.secretKey, environment.dataDirectory)),
      audit: createAudit(database, clock),
      jobs: noJobs,
    }
    closing.push(await prepare(platform))
    const app = await createServer(platform, parts)
    closing.push(() => app.close())
    const url = await app.listen({ host: environment.host, port: environment.port })
    return { app, platform, url, stop: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}
