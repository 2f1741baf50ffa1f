import type { CardDocument, CardStatus } from './card.generated.ts'

/** What the window can do with a card. */
export type WindowDeed =
  | 'MAKE'
  | 'ISSUE'
  | 'ACTIVATE'
  | 'REPORT_LOSS'
  | 'WITHDRAW_LOSS'
  | 'CONFIRM_LOSS'
  | 'RELEASE'
  | 'FREEZE'
  | 'UNFREEZE'
  | 'REPLACE'
  | 'PROLONG'
  | 'CANCEL'

/** In each state, what is asked for most often first. */
export const deedsInState: Record<CardStatus, readonly WindowDeed[]> = {
  APPLIED: ['MAKE', 'CANCEL'],
  MADE: ['ISSUE', 'CANCEL'],
  INACTIVE: ['ACTIVATE', 'REPORT_LOSS', 'CONFIRM_LOSS', 'REPLACE', 'FREEZE', 'CANCEL'],
  NORMAL: ['REPORT_LOSS', 'CONFIRM_LOSS', 'REPLACE', 'FREEZE', 'PROLONG', 'CANCEL'],
  ORAL_LOSS: ['CONFIRM_LOSS', 'WITHDRAW_LOSS', 'REPLACE', 'CANCEL'],
  WRITTEN_LOSS: ['RELEASE', 'REPLACE', 'CANCEL'],
  FROZEN: ['UNFREEZE', 'CANCEL'],
  PIN_LOCKED: ['CONFIRM_LOSS', 'REPLACE', 'FREEZE', 'CANCEL'],
  REPLACED: [],
  CANCELLED: [],
}

interface Asked {
  /** Papers to be seen, of the holder. */
  readonly documents?: readonly CardDocument[]
  /** Somebody may come for the holder, with both IDs. */
  readonly proxy?: true
  readonly reason?: true
  /** Takes something away for good. */
  readonly grave?: true
}

/** What each asks for at the window; the office decides by its own list. */
export const askedFor: Record<WindowDeed, Asked> = {
  MAKE: {},
  ISSUE: { documents: ['ID'], proxy: true },
  ACTIVATE: { documents: ['ID', 'CARD'], proxy: true },
  REPORT_LOSS: {},
  WITHDRAW_LOSS: {},
  CONFIRM_LOSS: { documents: ['ID'], proxy: true },
  RELEASE: { documents: ['ID', 'CARD'] },
  FREEZE: { reason: true },
  UNFREEZE: { reason: true },
  REPLACE: { grave: true },
  PROLONG: {},
  CANCEL: { grave: true },
}
export const proofOf = { DEATH: 'DEATH_CERTIFICATE', EMIGRATION: 'EMIGRATION_PROOF' } as const
