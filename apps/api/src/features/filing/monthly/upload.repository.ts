import type { Platform } from '../../../platform/platform.ts'
import { asBuffer } from './changes.repository.ts'

/** A part of a list on its way, sealed as a whole; the same part sent again takes the place of the first. */
export async function stagePart(
  { database, clock }: Platform,
  part: { uploadId: string; part: number; declarationId: string; sealed: Uint8Array },
): Promise<void> {
  await database.query(
    {
      name: 'monthly-stage-part',
      text: `INSERT INTO monthly_upload_part (upload_id, part, declaration_id, sealed, created_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (upload_id, part) DO UPDATE SET sealed = EXCLUDED.sealed WHERE monthly_upload_part.declaration_id = EXCLUDED.declaration_id`,
    },
    [part.uploadId, part.part, part.declarationId, asBuffer(part.sealed), clock.now()],
  )
}

export async function listParts(
  { database }: Platform,
  { uploadId, declarationId }: { uploadId: string; declarationId: string },
): Promise<{ part: number; sealed: Uint8Array }[]> {
  return database.prisma.monthlyUploadPart.findMany({
    where: { uploadId, declarationId },
    orderBy: { part: 'asc' },
    select: { part: true, sealed: true },
  })
}

/** Of the list that became changes, and of lists that nobody finished within a day. */
export async function deleteParts(
  { database }: Platform,
  { uploadId, declarationId, before }: { uploadId: string; declarationId: string; before: Date },
): Promise<void> {
  await database.query(
    {
      name: 'monthly-delete-parts',
      text: 'DELETE FROM monthly_upload_part WHERE declaration_id = $1 AND (upload_id = $2 OR created_at < $3)',
    },
    [declarationId, uploadId, before],
  )
}
