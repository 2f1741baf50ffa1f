import { cardPasswordWatch } from '../../../access/card-password-watch.ts'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { requireMark } from '../../../case/case-mark.ts'
import type { CaseMark, Decision } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getPinSources, restoreInitialPassword } from './account.repository.ts'
import { cardPasswordCase } from './card-password-case.ts'
import { closeReset, findOpenResetById, lockOpenReset } from './card-password.repository.ts'
import type { CardPasswordReset } from './card-password.repository.ts'
import { initialPin } from './initial-pin.ts'
import { passwordHashing } from './password-hashing.ts'
import { revokeSessions } from './session.repository.ts'

export type CardPasswordConfirmOutcome =
  | { outcome: 'RESET'; reset: CardPasswordReset }
  | { outcome: 'REFUSED'; reason: 'SAME_PERSON' | 'NO_LONGER_OPEN' }

/**
 * The second pair of eyes: unlocks the password, sets it back to the initial one and ends the person's sessions. From now on the
 * letter with the one-time code can be made, without which the initial password opens nothing.
 */
export async function confirmCardPasswordReset(
  platform: Platform,
  origin: string,
  asker: Viewer,
  { id: resetId, decidedOn }: Decision,
): Promise<CardPasswordConfirmOutcome> {
  const actor = requireMay(asker, 'card-password:confirm-reset')
  const wanted = await findOpenResetById(platform, resetId)
  if (!wanted) return noLongerOpen(platform, resetId, decidedOn)
  if (wanted.requestedBy === actor.accountId) return { outcome: 'REFUSED', reason: 'SAME_PERSON' }
  // The slow hash before the transaction, which then decides again under the lock.
  const { idNumber } = await getPinSources(platform, wanted.individualId)
  const passwordHash = await passwordHashing.hash(initialPin(idNumber))
  return platform.database.transaction(async () => {
    if (!(await lockOpenReset(platform, resetId))) return noLongerOpen(platform, resetId, decidedOn)
    const outcome = await takeStep(platform, cardPasswordCase, {
      id: resetId,
      decidedOn,
      event: 'CONFIRM',
      actor,
      origin,
      facts: noFacts,
      async write(reset) {
        // Who never tried to sign in has no account yet, and nothing to restore.
        const accountId = await restoreInitialPassword(platform, reset.individualId, passwordHash)
        if (accountId) await revokeSessions(platform, accountId)
        await closeReset(platform, reset.id, actor.accountId)
        await cardPasswordWatch().unlocked(platform, { individualId: reset.individualId, actor, origin })
        return accountId
      },
      trace: ({ id, reason, requestedBy }, _status, accountId) =>
        accountId
          ? {
              action: 'RESET_CARD_PASSWORD',
              recordType: 'Account',
              recordId: accountId,
              reason,
              change: { resetId: id, requestedBy },
            }
          : {
              action: 'ALLOW_FIRST_SIGN_IN',
              recordType: 'CardPasswordReset',
              recordId: id,
              reason,
              change: { requestedBy },
            },
    })
    if (outcome.kind === 'TAKEN') return { outcome: 'RESET', reset: outcome.row }
    const samePerson = outcome.kind === 'REFUSED' && outcome.refusal.code === 'SAME_PERSON'
    return { outcome: 'REFUSED', reason: samePerson ? 'SAME_PERSON' : 'NO_LONGER_OPEN' }
  })
}

/** Confirmed by somebody meanwhile, who is named, or older than it may be. */
async function noLongerOpen(
  platform: Platform,
  id: string,
  decidedOn: CaseMark | undefined,
): Promise<CardPasswordConfirmOutcome> {
  await requireMark(platform, { lifecycle: cardPasswordCase.table.lifecycle, id }, 'OPEN', decidedOn)
  return { outcome: 'REFUSED', reason: 'NO_LONGER_OPEN' }
}
