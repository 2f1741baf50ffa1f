import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  describeFiles,
  describedFileSchema,
  findDamages,
  manifestFile,
  readManifestFile,
} from '../backup/described-files.ts'
import { originFile } from './manifest-origin.ts'

/** What an export is of: its tables with the hash of what they hold, and every file of the folder. */
const exportSchema = z.object({
  kind: z.literal('SHEBAO_EXPORT'),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  release: z.string(),
  migrations: z.array(z.string()),
  installation: z.string().nullable(),
  /** Of the key that sealed values open with. */
  keyFingerprint: z.string(),
  /** Whether the folder `readable` is there. */
  readable: z.boolean(),
  tables: z.array(z.object({ name: z.string(), rows: z.number(), sha256: z.string().length(64) })),
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^\d+$/).optional() })),
  /** Attached files, by the names under which rows name them. */
  attachments: z.array(z.uuid()),
  /** Named by a row and not in the file store. */
  missingAttachments: z.array(z.uuid()),
  files: z.array(describedFileSchema),
})
export type ExportManifest = z.infer<typeof exportSchema>

export const attachmentFile = (id: string): string => `attachments/${id.slice(0, 2)}/${id}`

/** Written last: a folder without it is no export. */
export async function writeExportManifest(
  folder: string,
  content: Omit<ExportManifest, 'kind' | 'format' | 'files'>,
): Promise<ExportManifest> {
  const manifest: ExportManifest = {
    kind: 'SHEBAO_EXPORT',
    format: 1,
    ...content,
    files: await describeFiles(folder),
  }
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

export type ReadExport = { ok: true; manifest: ExportManifest } | { ok: false; damages: readonly string[] }

/** The manifest of an export of which every file is there as it was written, and no other; else each that is not. */
export async function readExport(folder: string): Promise<ReadExport> {
  const parsed = exportSchema.safeParse(await readManifestFile(folder))
  if (!parsed.success) return { ok: false, damages: [manifestFile] }
  // The code of origin is made of the manifest, so the manifest cannot name it.
  const damages = (await findDamages(folder, parsed.data.files)).filter((path) => path !== originFile)
  return damages.length > 0 ? { ok: false, damages } : { ok: true, manifest: parsed.data }
}
