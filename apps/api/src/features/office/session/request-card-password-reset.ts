import { normaliseIdentifier } from '@shebao/identifiers'
import type { Viewer } from '../../../graphql/context.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { createReset, findOpenReset, lockIndividualByNumber } from './card-password.repository.ts'
import type { CardPasswordReset } from './card-password.repository.ts'
import { requireWindowStaff } from './session.policy.ts'

export interface CardPasswordRequest {
  idNumber: string
  reason: string
  idShown: boolean
}

export type CardPasswordRequestOutcome =
  | { outcome: 'REQUESTED'; reset: CardPasswordReset }
  | { outcome: 'REFUSED'; reason: 'NO_SUCH_PERSON' | 'NEVER_SIGNED_IN' }

const shortestReason = 4
const longestReason = 200

/**
 * At the window, after the ID was seen: asks for an insured person's password to be unlocked and set back to the initial one.
 * Nothing changes before a second member of staff confirms it (domain specification, section 9). Asking again while a request
 * is open answers with that one.
 */
export async function requestCardPasswordReset(
  platform: Platform,
  origin: string,
  viewer: Viewer,
  input: CardPasswordRequest,
): Promise<CardPasswordRequestOutcome> {
  requireWindowStaff(viewer)
  if (!input.idShown) throw badInput('idShown', 'A card password is reset only for who shows the ID at the window.')
  const reason = input.reason.trim()
  if (reason.length < shortestReason || reason.length > longestReason) {
    throw badInput('reason', `A reason of ${shortestReason} to ${longestReason} characters is needed.`)
  }
  return platform.database.transaction(async () => {
    const person = await lockIndividualByNumber(platform, normaliseIdentifier(input.idNumber))
    if (!person) return { outcome: 'REFUSED', reason: 'NO_SUCH_PERSON' }
    if (!person.hasAccount) return { outcome: 'REFUSED', reason: 'NEVER_SIGNED_IN' }
    const waiting = await findOpenReset(platform, person.id)
    if (waiting) return { outcome: 'REQUESTED', reset: waiting }
    const reset = await createReset(platform, { individualId: person.id, requestedBy: viewer.accountId, reason })
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: viewer.roles.join(' '),
      origin,
      action: 'REQUEST_CARD_PASSWORD_RESET',
      recordType: 'CardPasswordReset',
      recordId: reset.id,
      reason,
      change: { idMasked: reset.idMasked, idShown: true },
    })
    return { outcome: 'REQUESTED', reset }
  })
}
