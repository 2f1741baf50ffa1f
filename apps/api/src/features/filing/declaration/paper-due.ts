import { addDays, civilDateAt } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { listDeclarationEvents } from './declaration-events.ts'
import type { DeclarationRow } from './declaration.repository.ts'

const accepted: ReadonlySet<string> = new Set(['APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED'])

/**
 * When the stamped paper is due: so many days after acceptance, before which none is taken and no day is named (domain 4.1) [PD].
 * The steps of the declaration, its print page and what is due all ask here.
 */
export async function paperDueOn(
  platform: Platform,
  { id, status, submittedAt }: Pick<DeclarationRow, 'id' | 'status' | 'submittedAt'>,
  paperDays: number,
): Promise<string | undefined> {
  if (!accepted.has(status)) return undefined
  const events = await listDeclarationEvents(platform, id)
  const from = events.findLast(({ action }) => action === 'APPROVE')?.at ?? submittedAt
  return from ? addDays(civilDateAt(from), paperDays) : undefined
}
