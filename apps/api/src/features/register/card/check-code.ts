import { guarded } from '../../../access/guess-watch.ts'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { PartnerOperator, StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { acceptCode, findCard, findHolder, isPasswordLocked } from './card.repository.ts'
import type { CardHolder, CardRow } from './card.repository.ts'
import { makeCode, openCode } from './electronic-code.ts'
import type { ElectronicCode } from './electronic-code.ts'

/** Undefined while the social security application is not in use, and for a card of somebody else. */
export async function showCode(
  platform: Platform,
  asker: Viewer | undefined,
  cardId: string,
): Promise<ElectronicCode | undefined> {
  const { individualId } = requireMay(asker, 'card:show-code')
  const card = await findCard(platform, cardId)
  if (card?.individualId !== individualId || !(await isUsable(platform, card))) return undefined
  return makeCode(platform, card.id)
}

/**
 * UNKNOWN: this office made no such code. EXPIRED: its minute is over. REPLAYED: it, or a newer one of the card, was accepted before.
 * NOT_USABLE: the card is not in use now.
 */
export const codeOutcomes = ['VALID', 'EXPIRED', 'REPLAYED', 'NOT_USABLE', 'UNKNOWN'] as const
export interface CheckedCode {
  outcome: (typeof codeOutcomes)[number]
  /** Of a valid one alone. */
  card?: CardRow
  holder?: CardHolder
}

/** What a desk learns of a code that somebody shows: whether it holds, and the masked name of whose it is. Each is accepted once. */
export async function checkCode(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  token: string,
): Promise<CheckedCode> {
  const actor = requireMay(asker, 'card:check-code')
  const guess = { door: 'CARD_CODE', by: actor.accountId, from: origin } as const
  const checked = await guarded(platform, guess, async () => {
    const known = await judgeAndNote(platform, actor, origin, token)
    return known.outcome === 'UNKNOWN' ? undefined : known
  })
  return checked ?? { outcome: 'UNKNOWN' }
}

function judgeAndNote(
  platform: Platform,
  actor: StaffMember | PartnerOperator,
  origin: string,
  token: string,
): Promise<CheckedCode> {
  return platform.database.transaction(async () => {
    const { card, ...found } = await judge(platform, token)
    await platform.audit.record({
      actorKind: actor.kind,
      actorId: actor.accountId,
      ...(actor.kind === 'STAFF' ? { role: actingRole(actor, 'card:check-code') } : {}),
      origin,
      action: 'CARD_CODE_CHECKED',
      // Only who was shown to somebody was looked at: the entry then stands with the person, who reads it.
      recordType: found.holder ? 'Individual' : 'Card',
      recordId: found.holder?.id ?? card?.id ?? '',
      change: {
        codeOutcome: found.outcome,
        ...(card ? { cardMasked: card.numberMasked } : {}),
        ...(actor.kind === 'PARTNER' ? { partnerId: actor.partnerId } : {}),
      },
    })
    return found.outcome === 'VALID' && card ? { ...found, card } : found
  })
}

async function judge(platform: Platform, token: string): Promise<CheckedCode> {
  const code = openCode(platform, token)
  const card = code && (await findCard(platform, code.cardId))
  if (!code || !card) return { outcome: 'UNKNOWN' }
  if (code.expired) return { outcome: 'EXPIRED', card }
  if (!(await isUsable(platform, card))) return { outcome: 'NOT_USABLE', card }
  if (!(await acceptCode(platform, card.id, code.madeAt))) return { outcome: 'REPLAYED', card }
  const holder = await findHolder(platform, card.individualId)
  return holder ? { outcome: 'VALID', card, holder } : { outcome: 'UNKNOWN' }
}

/** In use, its last day not over, and the password not locked this moment: a job may not have put the card right yet. */
async function isUsable(platform: Platform, { status, validTo, individualId }: CardRow): Promise<boolean> {
  if (status !== 'NORMAL' || (validTo !== null && validTo < platform.clock.today())) return false
  return !(await isPasswordLocked(platform, individualId))
}
