import { may } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { fineCase } from './fine-case.ts'
import { findFine, findFineOf, findKnownFineOf } from './fine.repository.ts'
import type { FineRow } from './fine.repository.ts'

addAttachmentSubject('FINE', { permission: 'fine:read', owner: findFine })

/** A fine as it is, or as it was known before an instant. */
export type FineRead = FineRow & { readonly until?: Date }

function sees(viewer: Viewer, row: FineRow): boolean {
  const { see } = fineCase
  return may(viewer, typeof see === 'function' ? see(row, viewer) : see, row)
}

/** The fine beside a case of SIL 63, for whom it is there: the court, which enforces premiums, has no part in it. */
export async function readFineOf(
  platform: Platform,
  viewer: Viewer | undefined,
  enforcementId: string,
): Promise<FineRow | null> {
  const row = viewer && (await findFineOf(platform, enforcementId))
  return viewer && row && sees(viewer, row) ? row : null
}

/** The same as it was known before an instant; nothing of it is done in the past. */
export async function readKnownFineOf(
  platform: Platform,
  viewer: Viewer | undefined,
  { enforcementId, until }: { enforcementId: string; until: Date },
): Promise<FineRead | null> {
  const row = viewer && (await findKnownFineOf(platform, enforcementId, until))
  return viewer && row && sees(viewer, row) ? { ...row, until } : null
}

export async function readFine(platform: Platform, viewer: Viewer | undefined, id: string): Promise<FineRow> {
  const row = viewer && (await findFine(platform, id))
  if (!viewer || !row || !sees(viewer, row)) throw notFound('fine')
  return row
}
