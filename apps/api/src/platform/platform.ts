import type { Audit } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Vault } from './crypto.ts'
import type { Database } from './database.ts'
import type { Environment } from './environment.ts'
import type { JobQueue } from './jobs.ts'
import type { KeyRing } from './key-ring.ts'
import type { Logger } from './logger.ts'
import type { LongWork } from './long-work.ts'
import type { Room } from './room.ts'
import type { Tracing } from './tracing.ts'

/** Cases of one lifecycle that came into a state. */
export interface MovedCases {
  readonly lifecycle: string
  readonly ids: readonly string[]
  readonly to: string
}

/** What every use case is handed first: the parts of the server that have state or touch the outside. */
export interface Platform {
  environment: Environment
  database: Database
  clock: Clock
  vault: Vault
  /** Where the vault has its keys from; absent where they are what they are, as in most tests. */
  keyRing?: KeyRing
  logger: Logger
  audit: Audit
  /** Set once the jobs have started. */
  jobs: JobQueue
  /** A thread for what takes long, of a server whose database has room for it. */
  longWork?: LongWork
  /** Where the settings name a collector. */
  tracing?: Tracing
  /** It was told to end: it answers as before, and says to whoever leads people here that it is not ready. */
  leaving?: boolean
  /** Whether the database has room, as requests found out; set where the server is put together. */
  room?: Room
  /** Told of every request, or part of one, that failed on our side; set where the server is put together. */
  noteFailure?: () => void
  /** Asked within the transaction of every step; set where the features are put together. */
  afterSteps?: (platform: Platform, moved: MovedCases) => Promise<void>
}
