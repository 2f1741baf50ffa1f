import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from './declaration.repository.ts'
import { findClerkName } from './last-saved.repository.ts'

/** UNIT_FORM: the answers of the unit form. LIST: the people of an inspection, or the changes of a month. */
export const draftParts = ['UNIT_FORM', 'LIST'] as const
export type DraftPart = (typeof draftParts)[number]

export interface LastSaved {
  name: string
  at: Date
  /** The asker, perhaps on another device. */
  mine: boolean
}

/** Who changed a part of the draft last: for those who write in it, too. Nobody where it was not kept, or the account is gone. */
export async function lastSaved(
  platform: Platform,
  viewer: Viewer | undefined,
  row: DeclarationRow,
  part: DraftPart,
): Promise<LastSaved | null> {
  const { accountId } = requireMay(viewer, 'draft:edit', row, 'declaration')
  const [by, at] =
    part === 'UNIT_FORM' ? [row.unitSavedBy, row.unitSavedAt] : [row.personnelSavedBy, row.personnelSavedAt]
  if (by === null || at === null) return null
  const name = await findClerkName(platform, by)
  return name === undefined ? null : { name, at, mine: by === accountId }
}
