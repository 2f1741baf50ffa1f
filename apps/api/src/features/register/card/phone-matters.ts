import { cardTable } from './card.lifecycle.ts'
import type { CardState, CardStep } from './card-case.ts'
import type { CardRow } from './card.repository.ts'
import { stateRefusals } from './take-card-step.ts'
import type { CardRefusalCode } from './take-card-step.ts'

/** What a caller may ask of their card: the first three are done by telephone, the others somewhere else (domain 8). */
export const phoneMatters = [
  'REPORT_LOSS',
  'ACTIVATE',
  'WITHDRAW_LOSS',
  'CONFIRM_LOSS',
  'RELEASE_LOSS',
  'REPLACE',
  'UNLOCK_PIN',
  'UNFREEZE',
  'CANCEL',
  'BANK_PASSWORD',
] as const
export type PhoneMatterName = (typeof phoneMatters)[number]

/** PHONE: here. WINDOW: with a valid ID. WEB_OR_WINDOW: signed in, too. BANK: the issuing bank alone. */
export const phonePlaces = ['PHONE', 'WINDOW', 'WEB_OR_WINDOW', 'BANK'] as const
export type PhonePlace = (typeof phonePlaces)[number]

export interface PhoneMatter {
  readonly matter: PhoneMatterName
  readonly place: PhonePlace
  /** Why it cannot be done as the card is; nothing where it can. */
  readonly reason: CardRefusalCode | null
}

const elsewhere = [
  ['CONFIRM_LOSS', 'WINDOW', ['CONFIRM_LOSS']],
  ['RELEASE_LOSS', 'WINDOW', ['RELEASE_LOSS', 'RELEASE_LOSS_UNUSED']],
  ['REPLACE', 'WEB_OR_WINDOW', ['REPLACE']],
  ['UNLOCK_PIN', 'WINDOW', ['UNLOCK_PIN']],
  ['UNFREEZE', 'WINDOW', ['UNFREEZE', 'UNFREEZE_UNUSED']],
  ['CANCEL', 'WINDOW', ['CANCEL']],
] as const satisfies readonly (readonly [PhoneMatterName, PhonePlace, readonly CardStep[]])[]

const leaves = (status: string, events: readonly CardStep[]): boolean =>
  cardTable.steps.some(({ event, from }) => events.includes(event) && from.some((state) => state === status))

/** What may be asked of a card by telephone, by the card's own table: done here, refused as it is, or done somewhere else. */
export function phoneMattersOf(
  state: CardState,
  { activatedOn, bankStatus, kind }: Pick<CardRow, 'activatedOn' | 'bankStatus' | 'kind'>,
): PhoneMatter[] {
  const steps = {
    REPORT_LOSS: ['REPORT_LOSS'],
    ACTIVATE: ['ACTIVATE_BY_PHONE'],
    WITHDRAW_LOSS: [activatedOn ? 'WITHDRAW_LOSS' : 'WITHDRAW_LOSS_UNUSED'],
  } as const satisfies Partial<Record<PhoneMatterName, readonly CardStep[]>>
  const here = (['REPORT_LOSS', 'ACTIVATE', 'WITHDRAW_LOSS'] as const).map((matter) => ({
    matter,
    place: 'PHONE' as const,
    reason: leaves(state, steps[matter]) ? null : stateRefusals[state],
  }))
  const there = elsewhere
    .filter(([matter, , events]) => leaves(state, events) && (matter !== 'REPLACE' || kind !== 'TEMPORARY'))
    .map(([matter, place]) => ({ matter, place, reason: null }))
  const bank = bankStatus === null ? [] : [{ matter: 'BANK_PASSWORD' as const, place: 'BANK' as const, reason: null }]
  return [...here, ...there, ...bank]
}
