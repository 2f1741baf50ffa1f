import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findStaffAccount, listStaffAccounts } from '../session/index.ts'
import type { StaffAccountRow } from '../session/index.ts'
import { listAccountHistory } from './account-history.repository.ts'
import type { HistoryRow } from './account-history.repository.ts'

export async function readStaffAccounts(
  platform: Platform,
  asker: Viewer,
  { ended, ...page }: KeysetArgs & { ended: boolean },
): Promise<StaffAccountRow[]> {
  const { officeId } = requireMay(asker, 'account:read')
  const [after] = decodeCursor(page, 1) ?? []
  const from = after === undefined || after === null ? undefined : String(after)
  return listStaffAccounts(platform, officeId, { ended, after: from, limit: pageSize(page) + 1 })
}

export async function readStaffAccount(platform: Platform, asker: Viewer, id: string): Promise<StaffAccountRow> {
  const { officeId } = requireMay(asker, 'account:read')
  const account = await findStaffAccount(platform, officeId, id)
  if (!account) throw notFound('account')
  return account
}

export async function readHistory(platform: Platform, accountId: string, page: KeysetArgs): Promise<HistoryRow[]> {
  const [before] = decodeCursor(page, 1) ?? []
  const beforeSeq = typeof before === 'string' && /^\d{1,18}$/.test(before) ? before : undefined
  return listAccountHistory(platform, accountId, { beforeSeq, limit: pageSize(page) + 1 })
}
