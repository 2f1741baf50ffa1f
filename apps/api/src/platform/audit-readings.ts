import { LRUCache } from 'lru-cache'

/** A page that is looked at asks again and again [PD]. */
export const sameReadingMs = 3_600_000
/** About 10 MB; whoever is pushed out is asked of the database again. */
const mostReadings = 50_000

/** Readings known to stand in the trail, so that the database is not asked at each look of the same person. */
export interface KnownReadings {
  has(key: string, now: Date): boolean
  /** It stands there since `at`. */
  keep(key: string, at: Date): void
}

export function createKnownReadings(): KnownReadings {
  // It takes its room at once, and many a short life never reads a person.
  let known: LRUCache<string, number> | undefined
  return {
    has(key, now) {
      const at = known?.get(key)
      return at !== undefined && at > now.getTime() - sameReadingMs && at <= now.getTime()
    },
    keep(key, at) {
      known ??= new LRUCache({ max: mostReadings })
      known.set(key, at.getTime())
    },
  }
}
