import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ExportedColumn, ExportedTable } from './tables.ts'

// The data dictionary, in the words of the Data Package standard (datapackage.org, version 2), which table readers know.

interface Descriptions {
  table: ReadonlyMap<string, string>
  /** By `table.column`. */
  column: ReadonlyMap<string, string>
}

/** What `schema.prisma` says beside models and fields. */
export async function readDescriptions(): Promise<Descriptions> {
  const file = createRequire(import.meta.url).resolve('@shebao/prisma/schema.prisma')
  return parseDescriptions(await readFile(file, 'utf8'))
}

export function parseDescriptions(schema: string): Descriptions {
  const table = new Map<string, string>()
  const column = new Map<string, string>()
  for (const [, before = '', body = ''] of schema.matchAll(/((?:^\/\/\/.*\n)*)^model \w+ \{\n([\s\S]*?)^\}/gm)) {
    const name = /@@map\("(\w+)"\)/.exec(body)?.[1]
    if (name === undefined) continue
    const said = before
      .replaceAll(/^\/\/\/ ?/gm, '')
      .trim()
      .replaceAll('\n', ' ')
    if (said !== '') table.set(name, said)
    for (const line of body.split('\n')) {
      const [, field, comment] = /^\s+(\w+)\s.*?\s\/\/ (.+)$/.exec(line) ?? []
      if (field && comment) column.set(`${name}.${/@map\("(\w+)"\)/.exec(line)?.[1] ?? field}`, comment.trim())
    }
  }
  return { table, column }
}

/** Where a table's lines stand in the export. */
export const tableFile = (name: string): string => `tables/${name}.jsonl`

export function describePackage(
  tables: readonly ExportedTable[],
  descriptions: Descriptions,
  about: { created: string; release: string },
): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'shebao-office',
    title: 'Everything a social-insurance office keeps in Shebao',
    version: about.release,
    created: about.created,
    resources: tables.map((table) => describeTable(table, descriptions)),
  }
}

function describeTable(table: ExportedTable, { table: ofTables, column: ofColumns }: Descriptions): object {
  const { name, columns, primaryKey, uniqueKeys, foreignKeys } = table
  return {
    name,
    path: tableFile(name),
    ...described(ofTables.get(name)),
    format: 'jsonl',
    mediatype: 'application/jsonl',
    encoding: 'utf-8',
    schema: {
      fields: columns.map((column) => describeField(column, ofColumns.get(`${name}.${column.name}`))),
      primaryKey,
      ...(uniqueKeys.length > 0 ? { uniqueKeys } : {}),
      ...(foreignKeys.length > 0
        ? {
            foreignKeys: foreignKeys.map((key) => ({
              fields: key.columns,
              reference: { resource: key.table, fields: key.references },
            })),
          }
        : {}),
      missingValues: [],
    },
  }
}

const described = (description: string | undefined) => (description === undefined ? {} : { description })

function describeField({ name, type, required }: ExportedColumn, description: string | undefined): object {
  return {
    name,
    ...fieldType(type),
    ...described(description),
    constraints: { required },
    // What the database calls it, for whoever makes tables of it.
    'shebao:column': type,
  }
}

function fieldType(type: string): object {
  if (type.endsWith('[]')) return { type: 'array' }
  if (type === 'jsonb') return { type: 'any' }
  if (type === 'bytea') return { type: 'string', format: 'binary' }
  if (type === 'uuid') return { type: 'string', format: 'uuid' }
  if (type === 'boolean') return { type: 'boolean' }
  if (type === 'bigint' || type === 'integer' || type === 'smallint') return { type: 'integer' }
  if (type.startsWith('timestamp')) return { type: 'datetime' }
  return { type: 'string' }
}
