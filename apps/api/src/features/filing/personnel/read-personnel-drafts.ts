import type { PersonnelDraft } from '@shebao/roster'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { DRAFT_VERSION, findHashesActiveElsewhere, findPersonnelPage } from './personnel.repository.ts'
import { openRow } from './personnel-row-codec.ts'

export const DRAFTS_AT_MOST = 2_500

export interface DraftOfPerson {
  rowNo: number
  draft: PersonnelDraft
  idDigitsLost: boolean
  activeElsewhere: boolean
}

export async function readPersonnelDrafts(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  { afterRow, limit }: { afterRow: number; limit: number },
): Promise<DraftOfPerson[]> {
  if (!may(viewer, 'draft:read', declaration)) throw notFound('declaration')
  const page = await findPersonnelPage(platform, {
    declarationId: declaration.id,
    version: DRAFT_VERSION,
    filter: 'ALL',
    afterRow,
    limit,
  })
  const elsewhere = await findHashesActiveElsewhere(
    platform,
    declaration.employerId,
    page.map(({ idHash }) => idHash),
  )
  return page.map((stored) => {
    const { row, draft, idDigitsLost } = openRow(platform.vault, stored)
    const hash = stored.idHash
    return {
      rowNo: row,
      draft,
      idDigitsLost: idDigitsLost === true,
      activeElsewhere: hash !== null && elsewhere.has(Buffer.from(hash).toString('hex')),
    }
  })
}
