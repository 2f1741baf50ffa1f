import type { Platform } from '../platform/platform.ts'
import { tooMany } from './refusal.ts'

/** Where numbers and codes can be tried one after the other; each door counts for itself. */
export type GuessedDoor = 'PARTNER_DESK' | 'CARD_CODE' | 'PERSON_NUMBER' | 'PAPER_CODE'

export interface Guess {
  door: GuessedDoor
  /** The account that tries, or the address where nobody signed in. */
  by: string
  /** What it is tried on, so that many who try the same one are no more than one. */
  of?: readonly string[]
}

/** Counts a guess before it is looked at, so that none passes beside another, and takes it back when it was right. */
export interface GuessWatch {
  /** Until when whoever tries waits, or what is tried is left alone. */
  take(platform: Platform, guess: Guess): Promise<Date | undefined>
  forgive(platform: Platform, guess: Guess): Promise<void>
}

let provided: GuessWatch | undefined

/** Once, by the feature that keeps sign-in; those who ask do not know it. */
export function provideGuessWatch(watch: GuessWatch): void {
  provided = watch
}

/**
 * Looks something up that was typed, and counts it where nothing was found. Who tried too often is refused before anything is looked
 * at, so that the refusal does not tell what exists from what does not.
 */
export async function guarded<Found>(
  platform: Platform,
  guess: Guess,
  look: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  if (!provided) throw new Error('Nobody counts guesses.')
  const until = await provided.take(platform, guess)
  if (until) throw tooMany(until)
  const found = await look()
  if (found !== undefined) await provided.forgive(platform, guess)
  return found
}
