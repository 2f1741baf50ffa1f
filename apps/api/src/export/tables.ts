import type pg from 'pg'

// What stands in the database, asked of the database itself: a table that a later release adds is exported without a line here.

export interface ExportedColumn {
  name: string
  /** As PostgreSQL names it: `bigint`, `text[]`, `timestamp(3) without time zone`. */
  type: string
  required: boolean
}

export interface ForeignKey {
  columns: readonly string[]
  table: string
  references: readonly string[]
}

export interface ExportedTable {
  name: string
  /** Not those that the database works out from others. */
  columns: readonly ExportedColumn[]
  primaryKey: readonly string[]
  uniqueKeys: readonly (readonly string[])[]
  foreignKeys: readonly ForeignKey[]
}

/** What says which migrations were applied stands in the manifest; the queue of jobs is a schema of its own and is made by the next start. */
const notOfTheOffice = '_prisma_migrations'

const tablesNow = `SELECT c.relname AS name,
  (SELECT json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'required', attnotnull) ORDER BY attnum)
    FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
  (SELECT json_agg(json_build_object('kind', contype, 'columns', names(conrelid, conkey), 'table', confrelid::regclass::text,
      'references', names(confrelid, confkey)) ORDER BY conname)
    FROM pg_constraint WHERE conrelid = c.oid AND contype IN ('p', 'u', 'f')) AS keys
  FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '${notOfTheOffice}' ORDER BY relname COLLATE "C"`.replaceAll(
  /names\((\w+), (\w+)\)/g,
  `(SELECT json_agg(attname ORDER BY place) FROM unnest($2) WITH ORDINALITY AS key(number, place)
    JOIN pg_attribute ON attrelid = $1 AND attnum = number)`,
)

interface KeyRow {
  kind: 'p' | 'u' | 'f'
  columns: string[]
  table: string
  references: string[] | null
}

/** By name. */
export async function listTables(client: pg.ClientBase): Promise<ExportedTable[]> {
  const { rows } = await client.query<{ name: string; columns: ExportedColumn[]; keys: KeyRow[] | null }>(tablesNow)
  return rows.map(({ name, columns, keys }) => {
    const of = (kind: KeyRow['kind']) => (keys ?? []).filter((key) => key.kind === kind)
    const [primary] = of('p')
    // Its rows would have no order, and the same content more than one hash.
    if (!primary) throw new Error(`${name} has no primary key.`)
    return {
      name,
      columns,
      primaryKey: primary.columns,
      uniqueKeys: of('u').map((key) => key.columns),
      foreignKeys: of('f').map((key) => ({ columns: key.columns, table: key.table, references: key.references ?? [] })),
    }
  })
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const isTimestamp = (type: string) => type.startsWith('timestamp')
const base64 = (bytes: string) => `translate(encode(${bytes}, 'base64'), E'\\n', '')`
/** Whatever JSON would not keep as it is goes as text: a reader's numbers are floats. */
const keptByJson = /^(?:boolean|smallint|integer|uuid|text|character varying(?:\(\d+\))?)(?:\[\])?$/

/** The value of a column as JSON; NULL where there is none. */
function asJson({ name, type }: ExportedColumn): string {
  const column = quoted(name)
  if (type === 'jsonb') return `${column}::text`
  if (type === 'bytea') return `'"' || ${base64(column)} || '"'`
  if (type === 'bytea[]')
    return `CASE WHEN ${column} IS NOT NULL THEN to_json(ARRAY(SELECT ${base64('part')}
      FROM unnest(${column}) WITH ORDINALITY AS parts(part, place) ORDER BY place))::text END`
  if (isTimestamp(type)) return `'"' || to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'`
  if (keptByJson.test(type)) return `to_json(${column})::text`
  return type.endsWith('[]') ? `to_json(${column}::text[])::text` : `to_json(${column}::text)::text`
}

/**
 * The rows in the order of their key, each one line of JSON without spaces of ours. A column without a value is left out: JSON's null
 * is a value of the columns that hold JSON. Text is ordered by its bytes: a database's own order would change the hash.
 */
export function selectLines({ name, columns, primaryKey }: ExportedTable): string {
  const parts = columns.map((column) => `'${JSON.stringify(column.name)}:' || ${asJson(column)}`)
  const types = new Map(columns.map((column) => [column.name, column.type]))
  const order = primaryKey.map((key) => `${quoted(key)}${types.get(key) === 'text' ? ' COLLATE "C"' : ''}`)
  return `SELECT '{' || array_to_string(ARRAY[${parts.join(', ')}], ',') || '}' AS line FROM ${quoted(name)} ORDER BY ${order.join(', ')}`
}

function fromJson({ name, type }: ExportedColumn): string {
  const key = `'${name.replaceAll("'", "''")}'`
  if (type === 'jsonb') return `line -> ${key}`
  if (type === 'bytea') return `decode(line ->> ${key}, 'base64')`
  if (!type.endsWith('[]')) return `(line ->> ${key})::${type}`
  const value = type === 'bytea[]' ? `decode(value, 'base64')` : `value::${type.slice(0, -2)}`
  return `CASE WHEN line ? ${key} THEN ARRAY(SELECT ${value}
    FROM jsonb_array_elements_text(line -> ${key}) WITH ORDINALITY AS parts(value, place) ORDER BY place) END`
}

/**
 * Takes lines back in: the database reads them itself, so that no number passes through a float. OFFSET keeps it from reading a line anew
 * for each of its columns.
 */
export function insertLines({ name, columns }: ExportedTable): string {
  return `INSERT INTO ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${columns.map(fromJson).join(', ')}
    FROM unnest($1::text[]) AS written(text) CROSS JOIN LATERAL (SELECT text::jsonb AS line OFFSET 0) AS read`
}

export interface SequencePlace {
  name: string
  /** The number that was given last; absent where none was. */
  last?: string | undefined
}

/** Series of numbers go on where they were. Asked after the tables, so that no number in them is given again. */
export async function listSequences(client: pg.ClientBase): Promise<SequencePlace[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`,
  )
  return rows.map(({ name, last }) => (last === null ? { name } : { name, last }))
}
