import { civilDateAt } from '@shebao/kernel'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getLetterhead } from '../letter/index.ts'
import type { Letter } from '../letter/index.ts'
import { issueFirstPasswordCode } from '../one-time-code/index.ts'
import { getLetterName } from './account.repository.ts'
import { lockPrintableReset, markPrinted } from './card-password.repository.ts'
import { firstPasswordLetter } from './first-password-letter.ts'

/**
 * The letter with a new one-time code, for one of the two who looked at the person's ID. Made again, when the printer failed, it
 * holds another code, and the one before opens nothing any more.
 */
export async function printFirstPasswordLetter(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  resetId: string,
): Promise<Letter> {
  const actor = requireMay(asker, 'card-password:print-code')
  return platform.database.transaction(async () => {
    const reset = await lockPrintableReset(platform, resetId)
    if (!reset) throw notFound('request')
    if (actor.accountId !== reset.requestedBy && actor.accountId !== reset.confirmedBy) throw forbidden()
    const issued = await issueFirstPasswordCode(platform, reset.individualId, actor.accountId)
    await markPrinted(platform, reset.id)
    await platform.audit.record({
      actorKind: actor.kind,
      actorId: actor.accountId,
      role: actingRole(actor, 'card-password:print-code'),
      origin,
      action: 'PRINT_ONE_TIME_CODE',
      recordType: 'CardPasswordReset',
      recordId: reset.id,
      change: {
        codeId: issued.id,
        delivery: reset.delivery,
        idMasked: reset.idMasked,
        validUntil: civilDateAt(issued.expiresAt),
      },
    })
    return firstPasswordLetter({
      office: await getLetterhead(platform, actor.officeId),
      name: await getLetterName(platform, reset.individualId),
      address: reset.address,
      code: issued.code,
      today: platform.clock.today(),
      validUntil: civilDateAt(issued.expiresAt),
      url: `${platform.environment.publicUrl}/sign-in/me`,
    })
  })
}
