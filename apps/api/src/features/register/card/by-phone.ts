import { isKeyedAs, normaliseIdentifier, personNumberOnRecord } from '@shebao/identifiers'
import type { Actor } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { activateCard } from './activate-card.ts'
import { findHolderByNumber, listCards, listCardsOfNumbers } from './card.repository.ts'
import type { CardRow } from './card.repository.ts'
import { endLoss, writeLoss } from './report-loss.ts'
import type { CardOutcome } from './take-card-step.ts'

/** What the hotline does with a card. */
export type PhoneDeed = 'ACTIVATE' | 'REPORT_LOSS' | 'WITHDRAW_LOSS'

/** A card number as a telephone can say it: a letter in front has no key. */
const digitsOf = (number: string) => normaliseIdentifier(number).replace(/^[A-Z]/, '')

/** What a telephone can say of a person and their card. */
export interface NumbersBySound {
  readonly idNumber: string
  /** Keys of a number with letters, in place of the number. */
  readonly otherKeys?: string | undefined
  readonly cardNumber: string
}

/** The card of this person with these digits, whatever its state; nothing tells which of the two was wrong. */
export async function findCardBySaid(platform: Platform, said: NumbersBySound): Promise<CardRow | undefined> {
  if (said.otherKeys !== undefined) return findCardByKeys(platform, said.otherKeys, digitsOf(said.cardNumber))
  const holder = await findHolderByNumber(platform, personNumberOnRecord(said.idNumber))
  if (!holder) return undefined
  const digits = digitsOf(said.cardNumber)
  const cards = await listCards(platform, holder.id)
  return cards.find(({ numberCipher }) => digitsOf(platform.vault.open<string>(numberCipher)) === digits)
}

/** Nine characters, of which a telephone leaves out the letter in front; with a digit there all nine are keyed. */
const firstCharacters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/**
 * Keys of letters are several numbers, so they are asked of the few who hold a card with these digits. Two of them with the same keys
 * are nobody: a person has to listen.
 */
async function findCardByKeys(platform: Platform, keys: string, digits: string): Promise<CardRow | undefined> {
  const numbers = digits.length === 8 ? firstCharacters.map((first) => `${first}${digits}`) : [digits]
  const cards = await listCardsOfNumbers(platform, numbers)
  const meant = cards.filter(({ individual: { personal } }) =>
    isKeyedAs(platform.vault.open<{ idNumber: string }>(personal).idNumber, keys),
  )
  return meant.length === 1 ? meant[0] : undefined
}

/** Of a caller who was checked: the same steps as everywhere, by the channel of the hotline. */
export async function workCardByPhone(
  platform: Platform,
  deed: Decision & { readonly actor: Actor; readonly origin: string; readonly does: PhoneDeed },
): Promise<CardOutcome> {
  const { does, id, decidedOn, actor, origin } = deed
  if (does === 'ACTIVATE') {
    const documents = ['ID_NUMBER', 'CARD_NUMBER', 'NAME', 'CALLER_CHECK'] as const
    return activateCard(platform, actor, origin, { cardId: id, channel: 'HOTLINE', documents, decidedOn })
  }
  const loss = { id, decidedOn, actor, origin, channel: 'HOTLINE' } as const
  return does === 'REPORT_LOSS' ? writeLoss(platform, loss) : endLoss(platform, loss)
}
