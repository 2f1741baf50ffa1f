import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { proveLedger } from '../features/money/ledger/index.ts'
import { openPlatform } from '../open-platform.ts'
import type { Opening } from '../open-platform.ts'
import type { Environment } from '../platform/environment.ts'
import { opensEverySample } from '../platform/installation.ts'
import type { Logger } from '../platform/logger.ts'
import { readMigrationState } from '../platform/migration-state.ts'
import { dataFolder, dumpFile, readBackup } from './manifest.ts'
import { listDump } from './postgres-programs.ts'

export type CheckName = 'FILES' | 'DUMP' | 'MIGRATIONS' | 'KEY' | 'LEDGER' | 'AUDIT'

/** `details`: what does not hold, by numbers that name no person. */
export interface Check {
  name: CheckName
  ok: boolean
  details: readonly string[]
}

const check = (name: CheckName, details: readonly string[]): Check => ({ name, ok: details.length === 0, details })

/** Whether the office's data is as it should be: release, key, every balance, the whole audit chain. */
export async function verifyOffice(environment: Environment, logger: Logger, opening: Opening): Promise<Check[]> {
  const { platform, close } = await openPlatform(environment, logger, opening)
  try {
    const { waiting } = await readMigrationState(platform.database)
    const key = check(
      'KEY',
      (await opensEverySample(platform.database, platform.vault)) ? [] : ['sealed data does not open'],
    )
    // The checks below are those of this release, and so is what they read.
    if (waiting.length > 0) return [check('MIGRATIONS', waiting), key]
    const { breaks } = await proveLedger(platform)
    const { firstBreak, missing } = await platform.audit.check()
    const audit = [
      ...(firstBreak === undefined ? [] : [`entry ${firstBreak}`]),
      ...(missing === 0n ? [] : [`${missing} missing at the end`]),
    ]
    return [check('MIGRATIONS', []), key, check('LEDGER', breaks), check('AUDIT', audit)]
  } finally {
    await close()
  }
}

/**
 * Whether a backup is whole and can be worked with: the files against the manifest, then an embedded database in a copy that is thrown
 * away. A dump of a server is read to its end; only restoring it into an empty database shows more.
 */
export async function verifyBackup(environment: Environment, logger: Logger, folder: string): Promise<Check[]> {
  const read = await readBackup(folder)
  if (!read.ok) return [check('FILES', read.damages)]
  const files = check('FILES', [])
  if (read.manifest.database === 'SERVER') {
    await listDump(environment, join(folder, dumpFile))
    return [files, check('DUMP', [])]
  }
  const scratch = await mkdtemp(join(tmpdir(), 'shebao-verify-'))
  try {
    cpSync(join(folder, dataFolder), scratch, { recursive: true })
    const copy = { ...environment, databaseUrl: undefined, dataDirectory: scratch }
    return [files, ...(await verifyOffice(copy, logger, 'BEFORE_UPGRADE'))]
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
