import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, forbidden } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listOpenRequests, listRefusedReplies } from './bank-request.repository.ts'
import type { BankReplyRow, BankRequestRow } from './bank-request.repository.ts'
import { findEnforcementsByIds } from './enforcement.repository.ts'
import type { EnforcementRow } from './enforcement.repository.ts'
import { accountAt } from './standing.ts'

/** A request with the case that it is of. */
export interface BankRequestView {
  request: BankRequestRow
  row: EnforcementRow
}

/** What waits for the bank of who asks, and nothing of another's. */
export async function readBankRequests(
  platform: Platform,
  asker: Viewer | undefined,
  args: KeysetArgs,
): Promise<BankRequestView[]> {
  const viewer = requireMay(asker, 'enforcement:bank-desk')
  if (viewer.kind !== 'PARTNER') throw forbidden()
  const page = { after: placeIn(args), limit: pageSize(args) + 1 }
  const requests = await listOpenRequests(platform, viewer.partnerId, page)
  const rows = await findEnforcementsByIds(
    platform,
    requests.map(({ caseId }) => caseId),
  )
  return requests.flatMap((request) => {
    const row = rows.get(request.caseId)
    return row ? [{ request, row }] : []
  })
}

/** The bank's own account that a notice names; an inquiry names none. */
export function accountOfRequest({ vault }: Platform, { request, row }: BankRequestView): string | null {
  const { query } = row.standing
  const sealed = request.kind === 'ALLOCATION' && query && accountAt(query, request.partnerId)?.accountSealed
  return sealed ? vault.open<string>(Buffer.from(sealed, 'base64')) : null
}

/** For the agency: answers of banks that were not taken. */
export function readRefusedReplies(
  platform: Platform,
  asker: Viewer | undefined,
  args: KeysetArgs,
): Promise<BankReplyRow[]> {
  requireMay(asker, 'enforcement:prepare')
  return listRefusedReplies(platform, { before: placeIn(args), limit: pageSize(args) + 1 })
}

function placeIn(args: KeysetArgs): { at: Date; id: string } | undefined {
  const place = decodeCursor(args, 2)
  if (!place) return undefined
  const at = new Date(String(place[0]))
  if (Number.isNaN(at.getTime())) throw badInput('after', 'This is no cursor of this list.')
  return { at, id: requireUuid(String(place[1]), 'place in a list') }
}
