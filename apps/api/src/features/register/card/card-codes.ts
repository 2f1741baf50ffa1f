import { cardTable } from './card.lifecycle.ts'
import { cardBankTable } from './card-bank.lifecycle.ts'
import { cardEvents as toldEvents } from '../../../telling/card-event-codes.ts'

/** States of the social security application of a card, and of its bank application. */
export const cardStatuses = cardTable.states
export type CardStatus = (typeof cardStatuses)[number]
export const cardBankStatuses = cardBankTable.states
export type CardBankStatus = (typeof cardBankStatuses)[number]

/** TEMPORARY: for the weeks until the other is made; no bank function. */
export const cardKinds = ['PERMANENT', 'TEMPORARY'] as const

export const cardApplications = ['SOCIAL', 'BANK'] as const
export type CardApplication = (typeof cardApplications)[number]

/** The way something reached a card. WEB: its holder, signed in. JOB: by itself. */
export const cardChannels = ['WEB', 'WINDOW', 'BANK', 'HOSPITAL', 'HOTLINE', 'JOB'] as const
export type CardChannel = (typeof cardChannels)[number]

/** RECORD: it was here before events were kept. */
export const cardEvents = [...toldEvents, 'RECORD'] as const

/**
 * What was seen or heard at a desk. ID: the holder's. PROXY_ID: that of whoever comes for them. SETTLEMENT: a bill settled with
 * the card. ID_NUMBER, CARD_NUMBER, NAME, CALLER_CHECK: said on the telephone, and that a voice or an agent checked the caller.
 * DEATH_CERTIFICATE, EMIGRATION_PROOF: for which a card is cancelled.
 */
export const cardDocuments = [
  'ID',
  'CARD',
  'PROXY_ID',
  'SETTLEMENT',
  'ID_NUMBER',
  'CARD_NUMBER',
  'NAME',
  'CALLER_CHECK',
  'DEATH_CERTIFICATE',
  'EMIGRATION_PROOF',
] as const
export type CardDocument = (typeof cardDocuments)[number]
