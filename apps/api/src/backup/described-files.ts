import { createHash, hash as hashAtOnce } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

// What a backup and an export have in common: a manifest that names every file of the folder with its hash.

export const manifestFile = 'manifest.json'

export async function readManifestFile(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined)
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export const describedFileSchema = z.object({
  path: z.string().regex(/^(?!\/)(?!.*\.\.)/),
  bytes: z.number(),
  sha256: z.string().length(64),
})
export type DescribedFile = z.infer<typeof describedFileSchema>

/** Every file of a folder but its manifest. */
export async function describeFiles(folder: string): Promise<DescribedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => path !== manifestFile)
    .sort()
  const files: DescribedFile[] = []
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

/** The files that are not there as they were written, and those that were added. */
export async function findDamages(folder: string, files: readonly DescribedFile[]): Promise<string[]> {
  const known = new Map(files.map((file) => [file.path, file.sha256]))
  const found = new Map((await describeFiles(folder)).map((file) => [file.path, file.sha256]))
  return [...new Set([...known.keys(), ...found.keys()])].filter((path) => known.get(path) !== found.get(path))
}
