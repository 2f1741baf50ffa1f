import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { decodeCursor, keysetPage, pageSize } from '../../../access/keyset.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findOffice } from './office.repository.ts'
import { findPayee } from './payee.ts'
import type { Payee } from './payee.ts'
import { findPayeeChange, listPayeeChanges, listPayees } from './payee-change.repository.ts'
import type { PayeeChangeRow } from './payee-change.repository.ts'

/** More than an office has had; older ones are in the trail [PD]. */
export const mostPayees = 50

export interface HeldPayee extends Payee {
  id: string
  fromDay: string | null
}

/** What the office's money goes to, and has gone to. Nothing of the demonstration's account, which no office has named. */
export async function readPayees(
  platform: Platform,
  asker: Viewer | undefined,
): Promise<{ current: Payee; held: HeldPayee[] }> {
  requireMay(asker, 'payee:read')
  const office = await findOffice(platform)
  const rows = office ? await listPayees(platform, office.id, mostPayees) : []
  // The first account is the one that it has always had, as far as anybody knows.
  const held = rows.map((row) => ({ ...row, fromDay: row.fromDay.startsWith('0001') ? null : row.fromDay }))
  return { current: await findPayee(platform), held }
}

export async function readPayeeChange(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
): Promise<PayeeChangeRow> {
  requireMay(asker, 'payee:read')
  const row = await findPayeeChange(platform, id)
  if (!row) throw notFound('change of the payee account')
  return row
}

export async function readPayeeChanges(
  platform: Platform,
  asker: Viewer | undefined,
  args: { first?: number | null | undefined; after?: string | null | undefined },
) {
  requireMay(asker, 'payee:read')
  const [at, id] = decodeCursor(args, 2) ?? []
  const day = new Date(String(at))
  if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
  const office = await findOffice(platform)
  const before = at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'change of the payee account') }
  const rows = office
    ? await listPayeeChanges(platform, { officeId: office.id, before, limit: pageSize(args) + 1 })
    : []
  return keysetPage(rows, args, (row) => [row.requestedAt.toISOString(), row.id])
}
