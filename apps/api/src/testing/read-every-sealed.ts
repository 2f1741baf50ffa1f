import type { Database } from '../platform/database.ts'
import { sealedWithinJson } from '../platform/sealed-places.ts'
import type { SealedForm, SealedTable } from '../platform/sealed-places.ts'

/** Every value that is sealed anywhere, in an order that does not change with how it is sealed or where its row lies. */
export async function readEverySealed(
  database: Pick<Database, 'query'>,
  tables: readonly SealedTable[],
): Promise<{ at: string; sealed: Uint8Array }[]> {
  const found: { at: string; sealed: Uint8Array }[] = []
  for (const { table, columns } of tables)
    for (const [column, form] of Object.entries(columns)) {
      const rows = await database.query<{ at: string; sealed: Uint8Array }>(
        {
          text: `SELECT md5((to_jsonb(${table}) - $1::text[])::text) AS at, one AS sealed FROM ${table}, LATERAL (${oneBy[form](column)}) AS each (one)
          WHERE one IS NOT NULL ORDER BY 1, length(one)`,
        },
        [Object.keys(columns)],
      )
      found.push(...rows.map(({ at, sealed }) => ({ at: `${table}.${column} ${at}`, sealed })))
    }
  return found
}

const oneBy: Record<SealedForm, (column: string) => string> = {
  VALUE: (column) => `SELECT ${column}`,
  LIST: (column) => `SELECT unnest(${column})`,
  WITHIN_JSON: (column) =>
    `SELECT decode(one #>> '{}', 'base64') FROM jsonb_path_query(${column}, '$.**.${sealedWithinJson}') AS one`,
}

/** Columns of text or JSON that hold a sealed value somewhere, in alphabetical order. */
export async function columnsWithSealedText({ query }: Pick<Database, 'query'>): Promise<string[]> {
  const columns = await query<{ table: string; column: string }>({
    text: `SELECT table_name AS table, column_name AS column FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type IN ('jsonb', 'json', 'text') ORDER BY 1, 2`,
  })
  const found: string[] = []
  for (const { table, column } of columns) {
    const rows = await query({
      text: `SELECT 1 AS one FROM "${table}" WHERE "${column}"::text LIKE '%${sealedWithinJson}%' LIMIT 1`,
    })
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}
