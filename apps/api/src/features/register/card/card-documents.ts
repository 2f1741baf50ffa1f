import type { CardChannel, CardDocument } from './card-codes.ts'

/** What was shown or said, against what the deed asks for. */
export interface DocumentsSeen {
  readonly needs: readonly CardDocument[]
  readonly seen: readonly CardDocument[]
  /** Somebody came for the holder: then both IDs are seen (domain 8). */
  readonly byProxy: boolean
}

export function missingDocuments({
  needs,
  seen,
  byProxy,
}: DocumentsSeen): readonly ('DOCUMENTS_MISSING' | 'PROXY_NEEDS_BOTH_IDS')[] {
  if (byProxy && !(seen.includes('ID') && seen.includes('PROXY_ID'))) return ['PROXY_NEEDS_BOTH_IDS']
  return needs.every((document) => seen.includes(document)) ? [] : ['DOCUMENTS_MISSING']
}

/** The four ways a card is activated (domain 8), each with its step and with what is needed. */
export const activationWays = {
  WINDOW: { event: 'ACTIVATE', needs: ['ID', 'CARD'] },
  BANK: { event: 'ACTIVATE_AT_BANK', needs: ['ID', 'CARD'] },
  HOSPITAL: { event: 'ACTIVATE_BY_SETTLEMENT', needs: ['CARD', 'SETTLEMENT'] },
  HOTLINE: { event: 'ACTIVATE_BY_PHONE', needs: ['ID_NUMBER', 'CARD_NUMBER', 'NAME', 'CALLER_CHECK'] },
} as const satisfies Partial<Record<CardChannel, { readonly event: string; readonly needs: readonly CardDocument[] }>>
export type ActivationChannel = keyof typeof activationWays

/** What the other deeds of the window ask for. A card that is lost is not shown. */
export const windowNeeds = {
  ISSUE: ['ID'],
  CONFIRM_LOSS: ['ID'],
  RELEASE_LOSS: ['ID', 'CARD'],
  RELEASE_LOSS_UNUSED: ['ID', 'CARD'],
} as const satisfies Record<string, readonly CardDocument[]>

/** Why a card ends for good, with the proof of it. A replacement ends it in its own way. */
export const cancelGrounds = { DEATH: ['DEATH_CERTIFICATE'], EMIGRATION: ['EMIGRATION_PROOF'] } as const
export type CancelGround = keyof typeof cancelGrounds
export const cancelGroundNames = ['DEATH', 'EMIGRATION'] as const satisfies readonly CancelGround[]
