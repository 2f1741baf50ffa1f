import { openFileStore } from '../../../platform/file-store.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findPrintRun, forgetParts, listParts, updatePrintRun } from './print-run.repository.ts'

/** Sealed, like everything that is kept outside the database. */
export async function keepFile(platform: Platform, bytes: Uint8Array): Promise<string> {
  const id = crypto.randomUUID()
  await openFileStore(platform.environment).put(id, platform.vault.sealBytes(bytes))
  return id
}

export async function openFile({ environment, vault }: Platform, id: string): Promise<Uint8Array> {
  return vault.openBytes(await openFileStore(environment).get(id))
}

export async function removeParts(platform: Platform, runId: string): Promise<void> {
  const store = openFileStore(platform.environment)
  for (const part of await listParts(platform, runId)) await store.remove(part)
  await forgetParts(platform, runId)
}

/** Parts and file of a run. */
export async function removeFiles(platform: Platform, runId: string): Promise<void> {
  await removeParts(platform, runId)
  const run = await findPrintRun(platform, runId)
  if (!run?.fileId) return
  await openFileStore(platform.environment).remove(run.fileId)
  await updatePrintRun(platform, runId, { fileId: null })
}
