import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connected } from '../connected.ts'

// An office as the release before left it: four units and their people out of the demo office that 0.1.0 made of itself, with the rows
// it makes no example of (a refund, a back payment, a run …) entered by hand. Sealed with the key 07…07.

export const lastRelease = '0.1.0'

interface TableRows {
  table: string
  rows: Record<string, unknown>[]
}

interface Kept {
  tables: readonly TableRows[]
  sequences: Readonly<Record<string, string>>
}

export function readOffice(): Kept {
  const file = join(import.meta.dirname, `office-of-${lastRelease}.jsonl`)
  const parts = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  const isTable = (part: unknown): part is TableRows => typeof part === 'object' && part !== null && 'table' in part
  const rest = parts.find((part) => !isTable(part)) as Pick<Kept, 'sequences'>
  return { tables: parts.filter(isTable), sequences: rest.sequences }
}

/** Into a database that has the migrations of that release and nothing else. As a replica takes rows: what a trigger says was said there. */
export async function loadOffice(connectionString: string, { tables, sequences }: Kept): Promise<void> {
  await connected(connectionString, async (client) => {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica')
    for (const { table, rows } of tables) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ')
      await client.query(
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
        [JSON.stringify(rows)],
      )
    }
    for (const [name, last] of Object.entries(sequences))
      await client.query('SELECT setval($1::regclass, $2)', [name, last])
    await client.query('COMMIT')
  })
}
