import { applyMigrations } from '@shebao/prisma/migrate'
import { lackOfKey, lacksOfDatabase, lacksOfOffice, lacksOfSettings } from './fitness/find-lacks.ts'
import { Unfit } from './fitness/lack.ts'
import type { Lack } from './fitness/lack.ts'
import { createAudit } from './platform/audit.ts'
import { fileWitness, witnessFile } from './platform/audit-witness.ts'
import { systemClock } from './platform/clock.ts'
import { openDatabase, serverLimits } from './platform/database.ts'
import type { Database } from './platform/database.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import type { Environment } from './platform/environment.ts'
import { noJobs } from './platform/jobs.ts'
import { longWorkConnections } from './platform/long-work.ts'
import { keepKeys, openKeyRing } from './platform/key-ring.ts'
import { createLogger } from './platform/logger.ts'
import type { Logger } from './platform/logger.ts'
import type { Platform } from './platform/platform.ts'
import type { Tracing } from './platform/tracing.ts'
import { findSecretKeys, makeSecretKey } from './platform/secret-key.ts'
import { asOffice } from './platform/tenancy.ts'
import { prepareTenantRoles } from './platform/tenant-roles.ts'

export interface OpenPlatform {
  platform: Platform
  connectionString: string
  close(): Promise<void>
}

/**
 * How it is opened. SET_UP brings the database up to this release and makes the key of a new office. AS_IT_IS changes nothing and
 * refuses a database that this release cannot work on; TO_SERVE refuses also what production may not begin without; BEFORE_UPGRADE
 * takes one of an earlier release as well, to be looked at and copied.
 */
export type Opening = 'SET_UP' | 'AS_IT_IS' | 'TO_SERVE' | 'BEFORE_UPGRADE'

/** The database, its key and what stands on them, for the server and for the commands of the terminal. */
export const openPlatform = (
  environment: Environment,
  logger: Logger,
  opening: Opening,
  tracing?: Tracing,
): Promise<OpenPlatform> => asOffice('START', () => open(environment, logger, opening, tracing))

async function open(
  environment: Environment,
  logger: Logger,
  opening: Opening,
  tracing: Tracing | undefined,
): Promise<OpenPlatform> {
  const embedded = environment.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDirectory: environment.dataDirectory })
  const connectionString = environment.databaseUrl ?? embedded?.connectionString ?? ''
  const closing: (() => Promise<void>)[] = [async () => embedded?.stop()]
  const close = async () => {
    for (const part of closing.toReversed()) await part()
  }
  try {
    const database = embedded
      ? openDatabase(connectionString, 1, undefined, undefined, tracing)
      : openDatabase(connectionString, environment.databasePoolSize, serverLimits, environment.replicaUrl, tracing)
    closing.push(() => database.close())
    if (opening === 'SET_UP') await setUp(environment, logger, connectionString, database)
    const lacks = opening === 'SET_UP' ? [] : await findLacks(environment, database, opening)
    const secretKeys = lacks.length === 0 ? findSecretKeys(environment) : []
    if (secretKeys.length === 0) throw new Unfit(lacks, environment.language)
    if (opening !== 'BEFORE_UPGRADE') await keepKeys(database, secretKeys)
    const keyRing = await openKeyRing(database, secretKeys)
    const { vault } = keyRing
    const clock = systemClock(environment.today)
    const witness = fileWitness(witnessFile(environment), vault.derivedKey('shebao/audit-head/1'))
    const audit = createAudit(database, clock, witness)
    const parts = { environment, logger, clock, database, vault, keyRing, audit, jobs: noJobs }
    return { platform: { ...parts, ...(tracing ? { tracing } : {}), afterSteps }, connectionString, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What the thread for long work stands on: the office as the server has opened it, with connections of its own. */
export async function openWorkPlatform(environment: Environment): Promise<Platform> {
  const database = openDatabase(environment.databaseUrl ?? '', longWorkConnections, serverLimits)
  return asOffice('START', async () => {
    const keyRing = await openKeyRing(database, findSecretKeys(environment))
    const { vault } = keyRing
    const clock = systemClock(environment.today)
    const logger = createLogger(environment.logLevel)
    const audit = createAudit(database, clock)
    return { environment, logger, clock, database, vault, keyRing, audit, jobs: noJobs, afterSteps }
  })
}

/** The features are loaded with the first step: most commands of the terminal take none. */
const afterSteps: NonNullable<Platform['afterSteps']> = async (platform, moved) =>
  (await import('./after-steps.ts')).afterSteps(platform, moved)

async function findLacks(environment: Environment, database: Database, opening: Opening): Promise<Lack[]> {
  if (opening === 'AS_IT_IS') return lacksOfDatabase(environment, database)
  if (opening === 'BEFORE_UPGRADE')
    return (await lacksOfDatabase(environment, database)).filter((lack) => lack !== 'MIGRATIONS')
  return [
    ...lacksOfSettings(environment),
    ...(await lacksOfDatabase(environment, database, () => lacksOfOffice(database))),
  ]
}

/** A key is made only where nothing was sealed yet: it would read nothing that another one sealed. */
async function setUp(
  environment: Environment,
  logger: Logger,
  connectionString: string,
  database: Database,
): Promise<void> {
  if (!(await prepareTenantRoles(database))) throw new Unfit(['TENANT_ROLES'], environment.language)
  const applied = await applyMigrations(connectionString)
  if (applied.length > 0) logger.info({ applied }, 'migrations applied')
  const lack = await lackOfKey(environment, database)
  if (lack === 'KEY_MISSING') makeSecretKey(environment)
  else if (lack) throw new Unfit([lack], environment.language)
}
