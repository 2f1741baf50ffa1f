import type { ColumnLayout, ImportKind } from '@shebao/intake'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'

const Stored = z.record(z.string(), z.string().nullable())

/** What somebody has said of files with these heads. */
export async function findLayout(
  { database }: Platform,
  kind: ImportKind,
  headsKey: string,
): Promise<ColumnLayout | undefined> {
  const row = await database.prisma.importLayout.findUnique({ where: { kind_headsKey: { kind, headsKey } } })
  return row ? Stored.parse(row.columns) : undefined
}

export async function saveLayout(
  { database }: Platform,
  {
    kind,
    headsKey,
    layout,
    by,
    at,
  }: { kind: ImportKind; headsKey: string; layout: ColumnLayout; by: string; at: Date },
): Promise<void> {
  const data = { columns: { ...layout }, savedBy: by, savedAt: at }
  await database.prisma.importLayout.upsert({
    where: { kind_headsKey: { kind, headsKey } },
    create: { kind, headsKey, ...data },
    update: data,
  })
}
