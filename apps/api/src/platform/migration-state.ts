import { listMigrations } from '@shebao/prisma/migrate'
import type { Database } from './database.ts'

export interface MigrationState {
  applied: readonly string[]
  /** Of this release, and not in the database yet. */
  waiting: readonly string[]
  /** In the database, but of a later release than this one. */
  unknown: readonly string[]
}

export async function readMigrationState({ query }: Pick<Database, 'query'>): Promise<MigrationState> {
  const known = await listMigrations()
  const [table] = await query<{ there: boolean }>({
    text: `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`,
  })
  const rows = table?.there
    ? await query<{ name: string }>({
        text: `SELECT migration_name AS name FROM _prisma_migrations
          WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
      })
    : []
  const applied = rows.map(({ name }) => name)
  return {
    applied,
    waiting: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}
