import { columnsOfBytes } from '../platform/sealed-columns.ts'
import { sealedTables, sealedWithinJson } from '../platform/sealed-places.ts'
import type { Vault } from '../platform/crypto.ts'
import type { ExportedTable } from './tables.ts'

// What is sealed, opened beside it: for an office that moves to another product, which has no use for our key.

export const readableFolder = 'readable'
export const readableFile = (name: string): string => `${readableFolder}/${name}.jsonl`

interface Opening {
  column: string
  /** Of what stands in a line: a value as it was sealed, or bytes, which go as base64. */
  open: (stored: unknown) => unknown
}

/** How a table's sealed columns are opened; nothing for a table without. Secrets of this installation stay sealed. */
export function openingsOf(
  { name, columns }: Pick<ExportedTable, 'name' | 'columns'>,
  vault: Vault,
): readonly Opening[] {
  const forms = sealedTables.find(({ table }) => table === name)?.columns ?? {}
  return columns.flatMap(({ name: column }): Opening[] => {
    if (forms[column] === 'WITHIN_JSON') return [{ column, open: (stored) => openWithin(vault, stored) }]
    const holds = columnsOfBytes[`${name}.${column}`]
    if (holds === 'DATA') return [{ column, open: openEach((sealed) => vault.open(sealed)) }]
    if (holds !== 'BYTES') return []
    return [{ column, open: openEach((sealed) => Buffer.from(vault.openBytes(sealed)).toString('base64')) }]
  })
}

function openEach(open: (sealed: Uint8Array) => unknown): Opening['open'] {
  const openOne = (stored: unknown) => (typeof stored === 'string' ? open(Buffer.from(stored, 'base64')) : null)
  return (stored) => (Array.isArray(stored) ? stored.map(openOne) : openOne(stored))
}

/** The same JSON, with what is sealed in it opened under the name that it has. */
function openWithin(vault: Vault, stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map((part) => openWithin(vault, part))
  if (typeof stored !== 'object' || stored === null) return stored
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]: [string, unknown]) => [
      name,
      name === sealedWithinJson && typeof value === 'string'
        ? vault.open(Buffer.from(value, 'base64'))
        : openWithin(vault, value),
    ]),
  )
}

/** A line of a table as a line of its key and its opened values. Throws, with the key alone, when one does not open. */
export function openLine(
  { name, primaryKey }: Pick<ExportedTable, 'name' | 'primaryKey'>,
  openings: readonly Opening[],
  line: string,
): string {
  const row = JSON.parse(line) as Record<string, unknown>
  const key = Object.fromEntries(primaryKey.map((column) => [column, row[column]]))
  const opened = openings.flatMap(({ column, open }) => {
    const stored = row[column]
    if (stored === undefined) return []
    try {
      return [[column, open(stored)] as const]
    } catch {
      throw new Error(`${name}.${column} of ${JSON.stringify(key)} does not open.`)
    }
  })
  return JSON.stringify({ ...key, ...Object.fromEntries(opened) })
}
