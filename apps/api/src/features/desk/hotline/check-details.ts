import { normaliseIdentifier, personNumberOnRecord } from '@shebao/identifiers'
import type { Platform } from '../../../platform/platform.ts'
import { findCardBySaid } from '../../register/card/index.ts'
import type { CardRow, NumbersBySound } from '../../register/card/index.ts'
import { holdTried, insertTry, isCallerBlocked, isSubjectBlocked } from './hotline.repository.ts'

export type Details =
  | { readonly kind: 'NO_MATCH' }
  | { readonly kind: 'BLOCKED' }
  | { readonly kind: 'MATCH'; readonly card: CardRow }

/** The card of both numbers. What does not fit counts against the caller, the person and the card, right or wrong as each may be. Belongs inside a transaction. */
export async function checkDetails(
  platform: Platform,
  callerHash: Uint8Array<ArrayBuffer> | null,
  said: NumbersBySound,
): Promise<Details> {
  const { vault } = platform
  const subject = {
    idHash: vault.lookupHash('hotline-id', said.otherKeys ?? personNumberOnRecord(said.idNumber)),
    cardHash: vault.lookupHash('hotline-card', normaliseIdentifier(said.cardNumber).replace(/^[A-Z]/, '')),
  }
  await holdTried(platform, { callerHash, ...subject })
  if ((await isCallerBlocked(platform, callerHash)) || (await isSubjectBlocked(platform, subject)))
    return { kind: 'BLOCKED' }
  const card = await findCardBySaid(platform, said)
  if (card) return { kind: 'MATCH', card }
  await insertTry(platform, { callerHash, ...subject })
  return { kind: 'NO_MATCH' }
}
