import type { Audit } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Vault } from './crypto.ts'
import type { Database } from './database.ts'
import type { Environment } from './environment.ts'
import type { JobQueue } from './jobs.ts'
import type { Logger } from './logger.ts'

/** What every use case is handed first: the parts of the server that have state or touch the outside. */
export interface Platform {
  environment: Environment
  database: Database
  clock: Clock
  vault: Vault
  logger: Logger
  audit: Audit
  /** Set once the jobs have started. */
  jobs: JobQueue
}
