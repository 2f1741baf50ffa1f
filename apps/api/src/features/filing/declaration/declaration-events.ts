import { annualLifecycle } from '@shebao/declaration-rules'
import { listCaseEvents } from '../../../case/case-event.repository.ts'
import type { Platform } from '../../../platform/platform.ts'

/** One step in the life of a declaration. */
export interface DeclarationEventRow {
  id: string
  version: number
  action: string
  status: string
  actorKind: string
  actorId: string | null
  at: Date
  note: string | null
}

/** Oldest first. */
export async function listDeclarationEvents(
  platform: Platform,
  id: string,
  lifecycle: string = annualLifecycle.lifecycle,
): Promise<DeclarationEventRow[]> {
  const events = await listCaseEvents(platform, { lifecycle, id })
  return events.map(({ seq, event, toState, revision, accountId, ...row }) => ({
    id: `${id}:${seq}`,
    version: revision,
    action: event,
    status: toState,
    actorKind: row.actorKind,
    actorId: accountId,
    at: row.at,
    note: row.note,
  }))
}
