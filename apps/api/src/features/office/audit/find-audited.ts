import { maskIdNumber, personNumberOnRecord } from '@shebao/identifiers'
import { guarded } from '../../../access/guess-watch.ts'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findAuditedPerson } from './find-audited.repository.ts'
import type { AuditedPerson } from './find-audited.repository.ts'

/**
 * Whose entries are looked for: by the whole number, with a reason, found or not written down. The number stands in no address; the
 * entries are then asked for by the identifier.
 */
export async function findPersonOfTrail(
  platform: Platform,
  asker: Viewer | undefined,
  { number: written, reason: given, origin }: { number: string; reason: string; origin: string },
): Promise<AuditedPerson | undefined> {
  const viewer = requireMay(asker, 'audit:read')
  const number = personNumberOnRecord(written)
  if (number.length < 6 || number.length > 40) throw badInput('number', 'The whole number is needed.')
  const reason = requireText('reason', given)
  return guarded(platform, { door: 'PERSON_NUMBER', by: viewer.accountId }, async () => {
    const person = await findAuditedPerson(platform, platform.vault.lookupHash('person-id', number))
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      role: actingRole(viewer, 'audit:read'),
      origin,
      action: 'FIND_AUDITED_PERSON',
      recordType: 'Individual',
      recordId: person?.id ?? '',
      reason,
      change: { idMasked: person?.idMasked ?? maskIdNumber(number), found: person !== undefined },
    })
    return person
  })
}
