import { mkdir, readdir, rm } from 'node:fs/promises'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { listMigrations } from '@shebao/prisma/migrate'
import { fingerprintOfSecret } from '../platform/crypto.ts'
import { openDatabase, serverLimits } from '../platform/database.ts'
import type { Environment } from '../platform/environment.ts'
import { fingerprintText } from '../platform/installation.ts'
import { Unfit } from '../fitness/lack.ts'
import { letTenantsIn, prepareTenantRoles } from '../platform/tenant-roles.ts'
import { lockDirectory } from '../platform/lock-directory.ts'
import { dataFolder, dumpFile, readBackup } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { restoreDatabase } from './postgres-programs.ts'

export type RestoreRefusal =
  | { kind: 'DAMAGED'; files: readonly string[] }
  | { kind: 'OTHER_DATABASE'; database: Manifest['database'] }
  | { kind: 'LATER_RELEASE' }
  | { kind: 'KEY_NEEDED'; fingerprint: string }
  | { kind: 'NOT_EMPTY'; what: 'DATA' | 'DATABASE' }

export type RestoreOutcome = { kind: 'RESTORED'; manifest: Manifest; upgradeNeeded: boolean } | RestoreRefusal

/** Puts a whole backup where nothing is yet. Whatever may be wrong is looked for before anything is written. */
export async function restoreBackup(environment: Environment, folder: string): Promise<RestoreOutcome> {
  const read = await readBackup(folder)
  if (!read.ok) return { kind: 'DAMAGED', files: read.damages }
  const { manifest } = read
  const release = await lockDirectory(environment.dataDirectory, 'server')
  try {
    const refusal = await findRefusal(environment, manifest)
    if (refusal) return refusal
    await putBack(environment, folder)
    const known = await listMigrations()
    return { kind: 'RESTORED', manifest, upgradeNeeded: known.length > manifest.migrations.length }
  } finally {
    release()
  }
}

async function findRefusal(environment: Environment, manifest: Manifest): Promise<RestoreRefusal | undefined> {
  const { database, keyIncluded, keyFingerprint, migrations } = manifest
  if ((database === 'SERVER') !== (environment.databaseUrl !== undefined)) return { kind: 'OTHER_DATABASE', database }
  const known = await listMigrations()
  if (migrations.some((name) => !known.includes(name))) return { kind: 'LATER_RELEASE' }
  const fits = environment.secretKey
    ? fingerprintText(fingerprintOfSecret(Buffer.from(environment.secretKey, 'hex'))) === keyFingerprint
    : keyIncluded
  if (!fits) return { kind: 'KEY_NEEDED', fingerprint: keyFingerprint }
  if (!(await isEmptyFolder(environment.dataDirectory))) return { kind: 'NOT_EMPTY', what: 'DATA' }
  if (environment.databaseUrl && !(await isEmptyDatabase(environment.databaseUrl)))
    return { kind: 'NOT_EMPTY', what: 'DATABASE' }
  return undefined
}

async function putBack(environment: Environment, folder: string): Promise<void> {
  const { dataDirectory, databaseUrl } = environment
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const data = join(folder, dataFolder)
  const names = existsSync(data) ? await readdir(data) : []
  try {
    for (const name of names) cpSync(join(data, name), join(dataDirectory, name), { recursive: true })
    if (databaseUrl)
      await withTenantRoles(environment, databaseUrl, () =>
        restoreDatabase(environment, databaseUrl, join(folder, dumpFile)),
      )
  } catch (error) {
    // Half an office is none: the next attempt begins from nothing as well.
    for (const name of names) await rm(join(dataDirectory, name), { recursive: true, force: true })
    throw error
  }
}

/** Policies name the role that tenants are asked as, which is the server's: it is there before them, and has its privileges after. */
async function withTenantRoles(
  { language }: Environment,
  databaseUrl: string,
  restore: () => Promise<void>,
): Promise<void> {
  const database = openDatabase(databaseUrl, 1, serverLimits)
  try {
    if (!(await prepareTenantRoles(database))) throw new Unfit(['TENANT_ROLES'], language)
    await restore()
    await letTenantsIn(database)
  } finally {
    await database.close()
  }
}

/** Besides this command's own lock. */
async function isEmptyFolder(folder: string): Promise<boolean> {
  return (await readdir(folder)).every((name) => /\.(?:lock|pid|log)$/.test(name))
}

async function isEmptyDatabase(databaseUrl: string): Promise<boolean> {
  const database = openDatabase(databaseUrl, 1, serverLimits)
  try {
    const [row] = await database.query<{ tables: bigint }>({
      text: `SELECT count(*) AS tables FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    })
    return row?.tables === 0n
  } finally {
    await database.close()
  }
}
