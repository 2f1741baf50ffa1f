import type { Platform } from '../../../platform/platform.ts'
import type { SubjectKind } from './attachment-rules.ts'
import { listAttachments } from './attachment.repository.ts'
import type { AttachmentRow } from './attachment.repository.ts'

/** A case with what was handed in for it, where it came out of a list that asked for all of them at once. */
export type WithFiles<Row> = Row & { readonly files?: readonly AttachmentRow[] }

/** Cases of one kind with their files: one question for a whole page. */
export async function withFiles<Row extends { id: string }>(
  platform: Platform,
  kind: SubjectKind,
  rows: readonly Row[],
): Promise<(Row & { readonly files: readonly AttachmentRow[] })[]> {
  const files = await listAttachments(
    platform,
    kind,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, files: files.get(row.id) ?? [] }))
}

export async function filesOf(
  platform: Platform,
  kind: SubjectKind,
  { id, files }: WithFiles<{ id: string }>,
): Promise<readonly AttachmentRow[]> {
  return files ?? (await listAttachments(platform, kind, [id])).get(id) ?? []
}
