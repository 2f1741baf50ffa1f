import type { Platform } from '../platform/platform.ts'
import { tooMany } from './refusal.ts'

/**
 * Where numbers and codes can be tried one after the other; each door counts for itself. VISITOR: whatever is tried from an address before
 * anybody is known: passwords, pictures, one-time codes and links, keys of applications.
 */
export type GuessedDoor =
  | 'VISITOR'
  | 'PARTNER_DESK'
  | 'CARD_CODE'
  | 'PERSON_NUMBER'
  | 'PAPER_CODE'
  | 'CONFIRMATION_LINK'

export interface Guess {
  door: GuessedDoor
  /** The account that tries, or the address where nobody signed in. */
  by: string
  /** What it is tried on, so that many who try the same one are no more than one. */
  of?: readonly string[]
  /** The address, where a guess counts with those of its visitors, too. */
  from?: string
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
 * Looks something up that was typed, and counts it where nothing was found. Who tried too often waits before anything is looked
 * at, so that the refusal does not tell what exists from what does not.
 */
export async function watched<Found>(
  platform: Platform,
  guess: Guess,
  look: () => Promise<Found | undefined>,
): Promise<{ until: Date } | { until?: never; found: Found | undefined }> {
  if (!provided) throw new Error('Nobody counts guesses.')
  const until = await provided.take(platform, guess)
  if (until) return { until }
  const found = await look()
  if (found !== undefined) await provided.forgive(platform, guess)
  return { found }
}

/** The same where whoever has to wait is refused with an error. */
export async function guarded<Found>(
  platform: Platform,
  guess: Guess,
  look: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const looked = await watched(platform, guess, look)
  if (looked.until) throw tooMany(looked.until)
  return looked.found
}
