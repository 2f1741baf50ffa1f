import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { cpSync, existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import { openPlatform } from '../open-platform.ts'
import type { Environment } from '../platform/environment.ts'
import { findInstallation, fingerprintText } from '../platform/installation.ts'
import { lockDirectory } from '../platform/lock-directory.ts'
import type { Logger } from '../platform/logger.ts'
import { readMigrationState } from '../platform/migration-state.ts'
import { secretKeyFile } from '../platform/secret-key.ts'
import { backupStateFile, keepBackupState } from './backup-state.ts'
import { dataFolder, dumpFile, writeManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { dumpDatabase } from './postgres-programs.ts'

export interface Backup {
  folder: string
  manifest: Manifest
}

type Facts = Omit<Manifest, 'format' | 'files'>

/** Where an upgrade leaves its backup unless it is told otherwise; no part of the next one. */
export const backupsFolder = ({ dataDirectory }: Pick<Environment, 'dataDirectory'>): string =>
  join(dataDirectory, 'backups')

/**
 * The database, the key where it is kept in the data directory, and whatever else stands there, in a new folder below `into`. A
 * server's database is copied as of one moment while it is used; the embedded one, only while nobody uses it.
 */
export async function makeBackup(environment: Environment, logger: Logger, into: string): Promise<Backup> {
  try {
    const made = await copyOffice(environment, logger, into)
    await keepBackupState(environment, 'MADE')
    return made
  } catch (error) {
    await keepBackupState(environment, 'FAILED')
    throw error
  }
}

async function copyOffice(environment: Environment, logger: Logger, into: string): Promise<Backup> {
  const facts = await readFacts(environment, logger)
  const folder = join(into, `shebao-${facts.madeAt.replaceAll(/[-:]|\.\d+/g, '')}`)
  const unfinished = `${folder}.partial`
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  try {
    if (environment.databaseUrl) {
      await dumpDatabase(environment, environment.databaseUrl, join(unfinished, dumpFile))
      await copyData(environment, unfinished)
    } else {
      const release = await lockDirectory(environment.dataDirectory, 'database')
      await copyData(environment, unfinished).finally(release)
    }
    const manifest = await writeManifest(unfinished, facts)
    await rename(unfinished, folder)
    return { folder, manifest }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

/** Opening the embedded database also brings it to rest: what a killed server left unfinished is finished before it is copied. */
async function readFacts(environment: Environment, logger: Logger): Promise<Facts> {
  const { platform, close } = await openPlatform(environment, logger, 'BEFORE_UPGRADE')
  try {
    const { applied } = await readMigrationState(platform.database)
    const hasIdentity = applied.some((name) => name.endsWith('_installation'))
    const installation = hasIdentity ? await findInstallation(platform.database) : undefined
    // While the secret key is being replaced there are two: the one that this database is under is named.
    const fingerprint = installation?.keyFingerprint ?? platform.vault.fingerprints[0] ?? new Uint8Array()
    return {
      madeAt: new Date().toISOString(),
      installation: installation?.id ?? null,
      keyFingerprint: fingerprintText(fingerprint),
      keyIncluded: !environment.secretKey,
      database: environment.databaseUrl ? 'SERVER' : 'EMBEDDED',
      migrations: [...applied],
    }
  } finally {
    await close()
  }
}

/** What belongs to a running process, and not to the office. */
const passing = /\.(?:lock|pid|log)$/

async function copyData(environment: Environment, folder: string): Promise<void> {
  const { dataDirectory, secretKey } = environment
  const leftOut = [
    backupsFolder(environment),
    backupStateFile(environment),
    ...(secretKey ? [secretKeyFile(environment)] : []),
  ]
  const names = existsSync(dataDirectory) ? await readdir(dataDirectory) : []
  await mkdir(join(folder, dataFolder))
  for (const name of names) {
    const source = join(dataDirectory, name)
    // Nor the folder that the copy is being made in.
    if (passing.test(name) || leftOut.includes(source) || isWithin(folder, source)) continue
    cpSync(source, join(folder, dataFolder, name), { recursive: true })
  }
}

const isWithin = (path: string, folder: string) => path.startsWith(folder + sep)
