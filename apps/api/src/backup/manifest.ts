import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { describeFiles, describedFileSchema, findDamages, manifestFile, readManifestFile } from './described-files.ts'

/** What a backup is of, and every file of it: whether it is whole can be told without opening it. */
const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Of the `installation` table; nothing for an office from before there was one. */
  installation: z.string().nullable(),
  /** By which the right key is told from others. */
  keyFingerprint: z.string(),
  /** Not when the key is a setting of the server: then it is kept elsewhere. */
  keyIncluded: z.boolean(),
  /** EMBEDDED: a folder within `data`. SERVER: what pg_dump wrote. */
  database: z.enum(['EMBEDDED', 'SERVER']),
  migrations: z.array(z.string()),
  files: z.array(describedFileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

/** What stood in the data directory. */
export const dataFolder = 'data'
export const dumpFile = 'database.dump'

/** Written last: a folder without it is no backup. */
export async function writeManifest(folder: string, content: Omit<Manifest, 'format' | 'files'>): Promise<Manifest> {
  const manifest: Manifest = { format: 1, ...content, files: await describeFiles(folder) }
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

export type ReadBackup = { ok: true; manifest: Manifest } | { ok: false; damages: readonly string[] }

/** The manifest of a backup of which every file is there as it was written, and no other; else each that is not. */
export async function readBackup(folder: string): Promise<ReadBackup> {
  const parsed = manifestSchema.safeParse(await readManifestFile(folder))
  if (!parsed.success) return { ok: false, damages: [manifestFile] }
  const damages = await findDamages(folder, parsed.data.files)
  return damages.length > 0 ? { ok: false, damages } : { ok: true, manifest: parsed.data }
}
