import { personNumberOnRecord } from '@shebao/identifiers'
import { guarded } from '../../../access/guess-watch.ts'
import { requireMay } from '../../../access/permissions.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { cardPasswordTable } from './card-password.lifecycle.ts'
import { createReset, findOpenReset, lockIndividualByNumber } from './card-password.repository.ts'
import type { CardPasswordReset } from './card-password.repository.ts'
import type { CodeDelivery } from './session-codes.ts'

export interface CardPasswordRequest {
  idNumber: string
  reason: string
  idShown: boolean
  delivery: CodeDelivery
  /** For delivery by post. */
  address: string | undefined
}

export type CardPasswordRequestOutcome =
  | { outcome: 'REQUESTED'; reset: CardPasswordReset }
  | { outcome: 'REFUSED'; reason: 'NO_SUCH_PERSON' }

const reasonLength = [4, 200] as const
const addressLength = [8, 120] as const

/**
 * After the person's ID was seen: asks for the one-time code of a first sign-in, or for a password to be unlocked and set back to
 * the initial one, which comes to the same: with the code the person chooses a new password (domain specification, section 8). Nothing changes before a second member of staff confirms it (domain specification, section 9). Asking again while a request
 * is open answers with that one.
 */
export async function requestCardPasswordReset(
  platform: Platform,
  origin: string,
  asker: Viewer,
  input: CardPasswordRequest,
): Promise<CardPasswordRequestOutcome> {
  const actor = requireMay(asker, 'card-password:request-reset')
  if (!input.idShown) throw badInput('idShown', 'A card password is reset only for who shows the ID at the window.')
  const reason = requireText('reason', input.reason, reasonLength)
  const address = input.delivery === 'POST' ? requireText('address', input.address ?? '', addressLength) : undefined
  const guess = { door: 'PERSON_NUMBER', by: actor.accountId } as const
  const reset = await guarded(platform, guess, () => openReset(platform, origin, actor, { ...input, reason, address }))
  return reset ? { outcome: 'REQUESTED', reset } : { outcome: 'REFUSED', reason: 'NO_SUCH_PERSON' }
}

/** Nothing for a number that nobody has. */
function openReset(
  platform: Platform,
  origin: string,
  actor: StaffMember,
  { idNumber, reason, delivery, address }: CardPasswordRequest,
): Promise<CardPasswordReset | undefined> {
  return platform.database.transaction(async () => {
    const individualId = await lockIndividualByNumber(platform, personNumberOnRecord(idNumber))
    if (!individualId) return undefined
    const waiting = await findOpenReset(platform, individualId)
    if (waiting) return waiting
    return openCase(platform, cardPasswordTable, {
      event: 'REQUEST',
      actor,
      origin,
      note: reason,
      write: () => createReset(platform, { individualId, requestedBy: actor.accountId, reason, delivery, address }),
      trace: ({ id, idMasked }) => ({
        action: 'REQUEST_CARD_PASSWORD_RESET',
        recordType: 'CardPasswordReset',
        recordId: id,
        reason,
        change: { idMasked, idShown: true, delivery },
      }),
    })
  })
}
