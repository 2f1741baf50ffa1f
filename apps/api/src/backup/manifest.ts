import { createHash, hash as hashAtOnce } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

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
  files: z.array(
    z.object({ path: z.string().regex(/^(?!\/)(?!.*\.\.)/), bytes: z.number(), sha256: z.string().length(64) }),
  ),
})
export type Manifest = z.infer<typeof manifestSchema>

const manifestFile = 'manifest.json'
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
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined)
  const parsed = manifestSchema.safeParse(text === undefined ? undefined : parseJson(text))
  if (!parsed.success) return { ok: false, damages: [manifestFile] }
  const known = new Map(parsed.data.files.map((file) => [file.path, file]))
  const found = new Map((await describeFiles(folder)).map((file) => [file.path, file]))
  const damages = [...new Set([...known.keys(), ...found.keys()])].filter(
    (path) => known.get(path)?.sha256 !== found.get(path)?.sha256,
  )
  return damages.length > 0 ? { ok: false, damages } : { ok: true, manifest: parsed.data }
}

async function describeFiles(folder: string): Promise<Manifest['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => path !== manifestFile)
    .sort()
  const files: Manifest['files'] = []
  // One after the other: as many open files as a database has would be too many at once.
  for (const path of paths) {
    const file = join(folder, path)
    const bytes = (await stat(file)).size
    files.push({ path: path.split(sep).join('/'), bytes, sha256: await hashOf(file, bytes) })
  }
  return files
}

/** A database is a thousand small files: a stream for each costs more than what is in it. */
const atOnce = 2 ** 20

async function hashOf(file: string, bytes: number): Promise<string> {
  if (bytes <= atOnce) return hashAtOnce('sha256', await readFile(file))
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
