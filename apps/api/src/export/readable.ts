import { columnsOfBytes } from '../platform/sealed-columns.ts'
import type { Vault } from '../platform/crypto.ts'
import type { ExportedTable } from './tables.ts'

// What is sealed, opened beside it: for an office that moves to another product, which has no use for our key.

export const readableFolder = 'readable'
export const readableFile = (name: string): string => `${readableFolder}/${name}.jsonl`

interface Opening {
  column: string
  /** A value as it was sealed, or bytes, which go as base64. */
  open: (sealed: Uint8Array) => unknown
}

/** How a table's sealed columns are opened; nothing for a table without. Secrets of this installation stay sealed. */
export function openingsOf({ name, columns }: ExportedTable, vault: Vault): readonly Opening[] {
  return columns.flatMap((column): Opening[] => {
    const holds = columnsOfBytes[`${name}.${column.name}`]
    if (holds === 'DATA') return [{ column: column.name, open: (sealed) => vault.open(sealed) }]
    if (holds !== 'BYTES') return []
    return [{ column: column.name, open: (sealed) => Buffer.from(vault.openBytes(sealed)).toString('base64') }]
  })
}

/** A line of a table as a line of its key and its opened values. Throws, with the key alone, when one does not open. */
export function openLine({ name, primaryKey }: ExportedTable, openings: readonly Opening[], line: string): string {
  const row = JSON.parse(line) as Record<string, unknown>
  const key = Object.fromEntries(primaryKey.map((column) => [column, row[column]]))
  const opened = openings.flatMap(({ column, open }) => {
    const sealed = row[column]
    if (sealed === undefined) return []
    try {
      return [
        [column, Array.isArray(sealed) ? sealed.map((one) => openOne(open, one)) : openOne(open, sealed)] as const,
      ]
    } catch {
      throw new Error(`${name}.${column} of ${JSON.stringify(key)} does not open.`)
    }
  })
  return JSON.stringify({ ...key, ...Object.fromEntries(opened) })
}

const openOne = (open: Opening['open'], sealed: unknown): unknown =>
  typeof sealed === 'string' ? open(Buffer.from(sealed, 'base64')) : null
