import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { listMigrations } from '@shebao/prisma/migrate'
import { findOffice } from '../features/register/office/index.ts'
import { openPlatform } from '../open-platform.ts'
import type { OpenPlatform } from '../open-platform.ts'
import { witnessFile } from '../platform/audit-witness.ts'
import type { Environment } from '../platform/environment.ts'
import { openFileStore } from '../platform/file-store.ts'
import { lockDirectory } from '../platform/lock-directory.ts'
import type { Logger } from '../platform/logger.ts'
import { findSecretKeys } from '../platform/secret-key.ts'
import { tableFile } from './data-package.ts'
import { inOneTransaction } from './database-session.ts'
import { attachmentFile, readExport } from './export-manifest.ts'
import type { ExportManifest } from './export-manifest.ts'
import { keyOfFingerprint, originOf } from './manifest-origin.ts'
import { hashTable } from './read-rows.ts'
import { insertLines, listSequences, listTables, quoted } from './tables.ts'
import type { ExportedTable } from './tables.ts'
import { withoutGuards } from './without-guards.ts'

export type ImportRefusal =
  | { kind: 'DAMAGED'; files: readonly string[] }
  | { kind: 'EARLIER_RELEASE'; release: string }
  | { kind: 'LATER_RELEASE'; release: string }
  | { kind: 'KEY_NEEDED'; fingerprint: string }
  | { kind: 'UNSIGNED' }
  | { kind: 'FORGED' }
  | { kind: 'NOT_EMPTY'; found: readonly string[] }
  | { kind: 'DIFFERENT'; tables: readonly string[] }

export type ImportOutcome = { kind: 'IMPORTED'; manifest: ExportManifest } | ImportRefusal

export interface ImportConsent {
  /** Somebody answers for it that the folder is the office's own, although nothing in it shows that. */
  readonly unsignedToo?: boolean | undefined
}

/** Rows that a database has before anything was done in it; `installation` and `vault_key` since it was opened with a secret key. */
export const madeByMigrations: readonly string[] = ['audit_head', 'installation', 'relation_transfer_rule', 'vault_key']

/**
 * Everything of an export into an office in which nothing is yet. What may be wrong is looked for before anything is written; then all
 * rows come in one transaction, which is kept only when every table holds what the export says.
 */
export async function importOffice(
  environment: Environment,
  logger: Logger,
  folder: string,
  { unsignedToo = false }: ImportConsent = {},
): Promise<ImportOutcome> {
  const read = await readExport(folder)
  if (!read.ok) return { kind: 'DAMAGED', files: read.damages }
  const { manifest } = read
  const unfit = await otherRelease(manifest)
  if (unfit) return unfit
  const secretKey = keyOfFingerprint(findSecretKeys(environment), manifest.keyFingerprint)
  if (!secretKey) return { kind: 'KEY_NEEDED', fingerprint: manifest.keyFingerprint }
  const origin = await originOf(folder, secretKey)
  if (origin === 'FORGED' || (origin === 'UNSIGNED' && !unsignedToo)) return { kind: origin }
  const release = await lockDirectory(environment.dataDirectory, 'server')
  try {
    const opened = await openPlatform(environment, logger, 'SET_UP')
    try {
      return await takeIn(opened, folder, manifest)
    } finally {
      await opened.close()
    }
  } finally {
    release()
  }
}

/** The tables of an export are those of one release, to the column. */
async function otherRelease({ migrations, release }: ExportManifest): Promise<ImportRefusal | undefined> {
  const known = await listMigrations()
  if (migrations.some((name) => !known.includes(name))) return { kind: 'LATER_RELEASE', release }
  return migrations.length < known.length ? { kind: 'EARLIER_RELEASE', release } : undefined
}

async function takeIn(
  { platform, connectionString }: OpenPlatform,
  folder: string,
  manifest: ExportManifest,
): Promise<ImportOutcome> {
  const store = openFileStore(platform.environment)
  const outcome = await inOneTransaction(connectionString, 'READ WRITE', async (client): Promise<ImportOutcome> => {
    const tables = await listTables(client)
    const filled = await findFilled(client, tables)
    const foreign = filled.filter((name) => !madeByMigrations.includes(name))
    // The witness of another chain would deny this one.
    if (existsSync(witnessFile(platform.environment))) foreign.push(basename(witnessFile(platform.environment)))
    if (foreign.length > 0) return { kind: 'NOT_EMPTY', found: foreign }
    // Before the rows that name them: what a failure leaves of them is written again by the next attempt.
    for (const id of manifest.attachments) await store.put(id, await readFile(join(folder, attachmentFile(id))))
    await withoutGuards(client, async () => {
      if (filled.length > 0) await client.query(`TRUNCATE ${filled.map(quoted).join(', ')}`)
      for (const table of tables) await loadTable(client, table, join(folder, tableFile(table.name)))
    })
    for (const { name, last } of manifest.sequences)
      if (last !== undefined) await client.query('SELECT setval($1::regclass, $2)', [quoted(name), last])
    const different = await findDifferences(client, tables, manifest)
    if (different.length > 0) throw new Different(different)
    return { kind: 'IMPORTED', manifest }
  }).catch((error: unknown): ImportOutcome => {
    if (error instanceof Different) return { kind: 'DIFFERENT', tables: error.tables }
    throw error
  })
  if (outcome.kind === 'IMPORTED')
    await platform.audit.record({
      actorKind: 'SYSTEM',
      origin: 'terminal',
      action: 'IMPORT_OFFICE',
      recordType: 'Office',
      recordId: (await findOffice(platform))?.id ?? '',
      change: { takenAt: manifest.madeAt },
    })
  return outcome
}

async function findFilled(client: pg.ClientBase, tables: readonly ExportedTable[]): Promise<string[]> {
  const filled: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`)
    if (rowCount === 1) filled.push(name)
  }
  return filled
}

/** By line feeds alone: `readline` also ends a line at U+2028, which may stand within a text. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  for await (const part of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

const bytesAtOnce = 2 * 2 ** 20

async function loadTable(client: pg.ClientBase, table: ExportedTable, file: string): Promise<void> {
  const insert = insertLines(table)
  let [lines, bytes]: [string[], number] = [[], 0]
  const put = async () => {
    if (lines.length > 0) await client.query(insert, [lines])
    ;[lines, bytes] = [[], 0]
  }
  for await (const line of linesOf(file)) {
    lines.push(line)
    bytes += line.length
    if (bytes >= bytesAtOnce) await put()
  }
  await put()
}

class Different extends Error {
  readonly tables: readonly string[]
  constructor(tables: readonly string[]) {
    super(`Not what the export says: ${tables.join(', ')}`)
    this.tables = tables
  }
}

/** Read back from the database as an export reads it, table by table and series by series. */
async function findDifferences(
  client: pg.ClientBase,
  tables: readonly ExportedTable[],
  manifest: ExportManifest,
): Promise<string[]> {
  const said = new Map(manifest.tables.map(({ name, sha256 }) => [name, sha256]))
  const different: string[] = []
  for (const table of tables) {
    if ((await hashTable(client, table)).sha256 !== said.get(table.name)) different.push(table.name)
    said.delete(table.name)
  }
  const places = new Map((await listSequences(client)).map(({ name, last }) => [name, last]))
  const series = manifest.sequences.filter(({ name, last }) => places.get(name) !== last).map(({ name }) => name)
  return [...different, ...said.keys(), ...series]
}
