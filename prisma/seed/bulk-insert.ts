/** What seeding needs of the server: plain SQL, and the sealing of personal data with the office's own key. */
export interface SeedTools {
  query(statement: { text: string }, values?: readonly unknown[]): Promise<object[]>
  seal(value: unknown): Uint8Array
  lookupHash(purpose: string, value: string): Uint8Array
}

/** Column name and PostgreSQL type. */
export type Columns = Readonly<
  Record<string, 'uuid' | 'text' | 'bytea' | 'int' | 'bigint' | 'bool' | 'jsonb' | 'timestamptz' | 'timestamp'>
>

const rowsAtOnce = 10_000

/** One statement for many rows: each column travels as one array. Rows are objects keyed by column. */
export async function bulkInsert<C extends Columns>(
  tools: SeedTools,
  table: string,
  columns: C,
  rows: readonly Record<keyof C & string, unknown>[],
): Promise<void> {
  const names = Object.keys(columns) as (keyof C & string)[]
  const text = `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${names
    .map((name, index) => `$${index + 1}::${columns[name]}[]`)
    .join(', ')})`
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce)
    await tools.query(
      { text },
      names.map((name) => part.map((row) => row[name])),
    )
  }
}
