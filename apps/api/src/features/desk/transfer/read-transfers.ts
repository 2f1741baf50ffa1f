import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { noteRead } from '../../../access/note-read.ts'
import { requireMay, requireRow } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { findTransfer, listForDesk, listTransfersOf } from './relation-transfer.repository.ts'
import type { DeskTransfer, TransferDirection, TransferRow, TransferState } from './relation-transfer.repository.ts'

addAttachmentSubject('RELATION_TRANSFER', {
  permission: 'relation-transfer:read',
  owner: async (platform, id) => (await findTransfer(platform, id)) ?? undefined,
})

/** One transfer; that staff looked at a person's months and account is noted with the person. */
export async function readTransfer(
  platform: Platform,
  asker: Viewer | undefined,
  from: { readonly origin: string },
  id: string,
): Promise<TransferRow> {
  const viewer = requireMay(asker, 'relation-transfer:read')
  const row = requireRow(viewer, 'relation-transfer:read', await findTransfer(platform, id), 'transfer of insurance')
  if (viewer.kind === 'STAFF') {
    const subject = { action: 'READ_TRANSFER', recordType: 'Individual', recordId: row.individualId } as const
    await noteRead(platform, viewer, 'relation-transfer:read', { ...subject, change: { number: row.number } }, from)
  }
  return row
}

/** The signed-in person's own, newest first. */
export function readOwnTransfers(platform: Platform, asker: Viewer | undefined): Promise<TransferRow[]> {
  const viewer = requireMay(asker, 'relation-transfer:read')
  return viewer.kind === 'INSURED' ? listTransfersOf(platform, viewer.individualId) : Promise.resolve([])
}

export function readDeskTransfers(
  platform: Platform,
  asker: Viewer | undefined,
  {
    state,
    direction,
    ...args
  }: KeysetArgs & { state: TransferState | undefined; direction: TransferDirection | undefined },
): Promise<DeskTransfer[]> {
  requireMay(asker, 'relation-transfer:list')
  return listForDesk(platform, { state, direction }, decodeCursor(args, 1), pageSize(args) + 1)
}
