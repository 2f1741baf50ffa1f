import type { Platform } from '../../../platform/platform.ts'
import { csvColumns } from './reading/csv-words.ts'
import type { CsvLayout } from './reading/csv-words.ts'

type Columns = CsvLayout['columns']

/** What somebody has said the columns of this account's bank are called. */
export async function findLayout({ database }: Platform, account: string): Promise<Columns | undefined> {
  const row = await database.prisma.statementLayout.findUnique({ where: { account } })
  if (!row || typeof row.columns !== 'object' || row.columns === null) return undefined
  const columns: Record<string, Columns[string]> = {}
  for (const [word, column] of Object.entries(row.columns)) {
    const known = column === 'IGNORED' ? column : csvColumns.find((one) => one === column)
    if (known) columns[word] = known
  }
  return columns
}

export async function saveLayout(
  { database }: Platform,
  { account, columns, by, at }: { account: string; columns: Columns; by: string; at: Date },
): Promise<void> {
  const data = { columns: { ...columns }, savedBy: by, savedAt: at }
  await database.prisma.statementLayout.upsert({ where: { account }, create: { account, ...data }, update: data })
}
