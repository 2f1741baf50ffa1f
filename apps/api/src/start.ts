import type { FastifyInstance } from 'fastify'
import { createLongWork } from './long-work/create-long-work.ts'
import { openPlatform } from './open-platform.ts'
import { lockDirectory } from './platform/lock-directory.ts'
import { keepReading } from './platform/key-ring.ts'
import type { Environment } from './platform/environment.ts'
import type { Logger } from './platform/logger.ts'
import type { Platform } from './platform/platform.ts'
import { asOffice } from './platform/tenancy.ts'
import type { Tracing } from './platform/tracing.ts'
import { createServer } from './server.ts'
import type { ServerParts } from './server.ts'

export interface RunningServer {
  app: FastifyInstance
  platform: Platform
  url: string
  /** From now on it says that it is not ready, goes on answering, and keeps no connection for another request. */
  leave(): void
  /** Finishes what is being answered, then closes the database properly. */
  stop(): Promise<void>
}

/**
 * Brings up everything but the outside: database, migrations, keys, server. `prepare` runs before it listens. Production changes
 * nothing by itself at a start: an office is made and a database upgraded by commands, and whatever is missing is told in one list.
 */
export async function startServer(
  environment: Environment,
  logger: Logger,
  parts: ServerParts,
  prepare: (platform: Platform) => Promise<() => Promise<void>>,
  tracing?: Tracing,
): Promise<RunningServer> {
  const opening = environment.mode === 'production' ? 'TO_SERVE' : 'SET_UP'
  // Whichever database it is: the keys, the files and the sandbox bank's book in this directory are one server's.
  const release = await lockDirectory(environment.dataDirectory, 'server')
  const closing: (() => void | Promise<void>)[] = [release]
  const closeAll = async () => {
    for (const part of closing.toReversed()) await part()
  }
  try {
    const { platform, close } = await openPlatform(environment, logger, opening, tracing)
    closing.push(close)
    if (platform.keyRing)
      closing.push(keepReading(platform.keyRing, (error) => logger.error({ error: String(error) }, 'keys not read')))
    // The embedded database, and one with a single connection for us, has no second for another thread.
    if (environment.databaseUrl && environment.databasePoolSize > 1) {
      const longWork = createLongWork(environment)
      closing.push(() => longWork.close())
      platform.longWork = longWork
    }
    const tidyUp = await asOffice('START', () => prepare(platform))
    closing.push(() => asOffice('START', tidyUp))
    const app = await createServer(platform, parts)
    closing.push(() => app.close())
    const heard = await app.listen({ host: environment.host, port: environment.port })
    const url = environment.certificate ? heard.replace(/^http:/, 'https:') : heard
    return { app, platform, url, leave: () => void (platform.leaving = true), stop: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}
