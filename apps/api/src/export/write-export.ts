import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { listMigrations } from '@shebao/prisma/migrate'
import { releaseOf } from '@shebao/prisma/releases'
import { findOffice } from '../features/register/office/index.ts'
import { openFileStore } from '../platform/file-store.ts'
import { findInstallation, fingerprintText } from '../platform/installation.ts'
import type { Platform } from '../platform/platform.ts'
import { findSecretKeys } from '../platform/secret-key.ts'
import { describePackage, readDescriptions, tableFile } from './data-package.ts'
import { inOneTransaction } from './database-session.ts'
import { attachmentFile, writeExportManifest } from './export-manifest.ts'
import type { ExportManifest } from './export-manifest.ts'
import { instructions } from './instructions.ts'
import { keyOfFingerprint, signManifest } from './manifest-origin.ts'
import { openLine, openingsOf, readableFile, readableFolder } from './readable.ts'
import { readLines } from './read-rows.ts'
import type { TableContent } from './read-rows.ts'
import { listSequences, listTables } from './tables.ts'
import type { ExportedTable } from './tables.ts'

export interface ExportAsked {
  /** The new folder is made below it. */
  into: string
  /** Sealed values opened beside the tables, and why; without it everything stays sealed. */
  readable?: { reason: string } | undefined
}

export interface Exported {
  folder: string
  manifest: ExportManifest
}

type Facts = Omit<
  ExportManifest,
  'kind' | 'format' | 'files' | 'tables' | 'sequences' | 'attachments' | 'missingAttachments'
>

/** In the trail: who has the server in hand, not who signed in. */
const origin = 'terminal'

/**
 * Everything the office keeps, as of one moment while it works: every table as lines of JSON, its dictionary, every attached file. That
 * it was taken stands in the trail before it is taken, and so in the export itself.
 */
export async function exportOffice(
  platform: Platform,
  connectionString: string,
  { into, readable }: ExportAsked,
): Promise<Exported> {
  const installation = await findInstallation(platform.database)
  await platform.audit.record({
    actorKind: 'SYSTEM',
    origin,
    action: 'EXPORT_OFFICE',
    recordType: 'Office',
    recordId: (await findOffice(platform))?.id ?? '',
    reason: readable?.reason,
    change: { readable: readable !== undefined },
  })
  await platform.audit.link()
  const migrations = await listMigrations()
  const facts: Facts = {
    madeAt: new Date().toISOString(),
    release: releaseOf(migrations),
    migrations,
    installation: installation?.id ?? null,
    keyFingerprint: fingerprintText(installation?.keyFingerprint ?? platform.vault.fingerprints[0] ?? new Uint8Array()),
    readable: readable !== undefined,
  }
  const folder = join(into, `shebao-export-${facts.madeAt.replaceAll(/[-:]|\.\d+/g, '')}`)
  const unfinished = `${folder}.partial`
  await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  try {
    const manifest = await inOneTransaction(connectionString, 'READ ONLY', (client) =>
      writeAll(platform, client, unfinished, facts),
    )
    const secretKey = keyOfFingerprint(findSecretKeys(platform.environment), facts.keyFingerprint)
    if (secretKey) await signManifest(unfinished, secretKey)
    await rename(unfinished, folder)
    return { folder, manifest }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function writeAll(platform: Platform, client: pg.Client, folder: string, facts: Facts): Promise<ExportManifest> {
  const tables = await listTables(client)
  const contents: TableContent[] = []
  for (const table of tables) contents.push(await writeTable(client, table, folder))
  if (facts.readable) await writeReadable(platform, client, tables, folder)
  const { attachments, missingAttachments } = await writeAttachments(platform, client, folder, facts.readable)
  const sequences = await listSequences(client)
  const about = { created: facts.madeAt, release: facts.release }
  const dictionary = describePackage(tables, await readDescriptions(), about)
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(dictionary, null, 2)}\n`)
  await writeFile(join(folder, 'README.md'), instructions)
  return writeExportManifest(folder, { ...facts, tables: contents, sequences, attachments, missingAttachments })
}

async function writeTable(client: pg.Client, table: ExportedTable, folder: string): Promise<TableContent> {
  const hash = createHash('sha256')
  let rows = 0
  async function* text() {
    for await (const lines of readLines(client, table)) {
      rows += lines.length
      const part = `${lines.join('\n')}\n`
      hash.update(part)
      yield part
    }
  }
  await writeStream(join(folder, tableFile(table.name)), text())
  return { name: table.name, rows, sha256: hash.digest('hex') }
}

async function writeReadable(
  { vault }: Platform,
  client: pg.Client,
  tables: readonly ExportedTable[],
  folder: string,
): Promise<void> {
  await mkdir(join(folder, readableFolder), { mode: 0o700 })
  for (const table of tables) {
    const openings = openingsOf(table, vault)
    if (openings.length === 0) continue
    async function* text() {
      for await (const lines of readLines(client, table))
        yield lines.map((line) => `${openLine(table, openings, line)}\n`).join('')
    }
    await writeStream(join(folder, readableFile(table.name)), text())
  }
}

/** Every column that names a file of the store; a test names the features that use it. */
const attachedFiles = `SELECT id FROM attachment WHERE removed_at IS NULL
  UNION SELECT file_id FROM print_run WHERE file_id IS NOT NULL UNION SELECT part_id FROM print_item WHERE part_id IS NOT NULL ORDER BY 1`

/** As they lie in the store, sealed; one that was removed since the moment of the export, or is lost, is named. */
async function writeAttachments(
  { environment, vault }: Platform,
  client: pg.Client,
  folder: string,
  readable: boolean,
): Promise<{ attachments: string[]; missingAttachments: string[] }> {
  const store = openFileStore(environment)
  const { rows } = await client.query<{ id: string }>(attachedFiles)
  const [attachments, missingAttachments]: [string[], string[]] = [[], []]
  for (const { id } of rows) {
    const sealed = await store.find(id)
    if (!sealed) {
      missingAttachments.push(id)
      continue
    }
    attachments.push(id)
    await writeBytes(join(folder, attachmentFile(id)), sealed)
    if (readable) await writeBytes(join(folder, readableFolder, attachmentFile(id)), vault.openBytes(sealed))
  }
  return { attachments, missingAttachments }
}

async function writeBytes(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, bytes, { mode: 0o600 })
}

const writeStream = (file: string, text: AsyncIterable<string>) =>
  pipeline(Readable.from(text), createWriteStream(file, { mode: 0o600 }))
