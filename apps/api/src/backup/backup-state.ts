import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../platform/environment.ts'

/** What became of the last backups, for whoever watches. Beside the data, since the embedded database is closed while it is copied. */
const BackupState = z.object({ madeAt: z.string().nullable(), failedAt: z.string().nullable() })
export type BackupState = z.infer<typeof BackupState>

export const backupStateFile = ({ dataDirectory }: Pick<Environment, 'dataDirectory'>): string =>
  join(dataDirectory, 'last-backup.json')

/** Nothing where none was tried, or what stands there cannot be read. */
export async function readBackupState(
  environment: Pick<Environment, 'dataDirectory'>,
): Promise<BackupState | undefined> {
  try {
    return BackupState.parse(JSON.parse(await readFile(backupStateFile(environment), 'utf8')))
  } catch {
    return undefined
  }
}

/** A backup that was made counts also where this cannot be written. */
export async function keepBackupState(environment: Environment, outcome: 'MADE' | 'FAILED'): Promise<void> {
  const now = new Date().toISOString()
  const before = await readBackupState(environment)
  const state: BackupState =
    outcome === 'MADE' ? { madeAt: now, failedAt: null } : { madeAt: before?.madeAt ?? null, failedAt: now }
  await writeFile(backupStateFile(environment), JSON.stringify(state)).catch(() => undefined)
}
