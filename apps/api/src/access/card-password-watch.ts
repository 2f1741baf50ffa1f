import type { Platform } from '../platform/platform.ts'
import type { Actor } from './viewer.ts'

/** Whoever must know what happens to a card password: the card stands in the register, its password with sign-in. */
export interface CardPasswordWatch {
  /** Too many wrong tries, by whatever way. */
  locked(platform: Platform, individualId: string): Promise<void>
  /** Set back at the window by two of the staff. Within their transaction. */
  unlocked(platform: Platform, order: { individualId: string; actor: Actor; origin: string }): Promise<void>
  /** The holder chose a new one. Within that transaction. */
  changed(platform: Platform, individualId: string): Promise<void>
}

const nobody: CardPasswordWatch = {
  locked: async () => undefined,
  unlocked: async () => undefined,
  changed: async () => undefined,
}
let provided = nobody

/** Once, by the feature that keeps the cards; sign-in does not know it. */
export function watchCardPasswords(watch: CardPasswordWatch): void {
  provided = watch
}

export const cardPasswordWatch = (): CardPasswordWatch => provided
