import { LRUCache } from 'lru-cache'
import type { Viewer } from './viewer.ts'

/** No answer is older than this, even if the database's word of a change never arrives [PD]. */
const longestMs = 5_000
const everything = ''
const most = { sessions: 20_000, changes: 20_000 }

interface Remembered {
  viewer: Viewer
  /** How many changes had been heard of when the database was asked. */
  asOf: number
  today: string
}

/** Finds who a session token belongs to without asking the database each time. */
export interface ViewerMemory {
  find(token: string | undefined): Promise<Viewer | undefined>
  /** The session changed by what has just been answered: its next request asks again. */
  forget(token: string | undefined): void
  /** Something of this account changed: its sessions, memberships, or itself. */
  changed(accountId: string): void
  /** Whether changes are heard of. While they are not, nothing is remembered. */
  hears(yes: boolean): void
}

/**
 * A session that ended, a right that was taken away must be noticed at once, whichever process did it: the database tells of every
 * change of session, membership and account, and what was asked before the change does not count. Only who is signed in is
 * remembered, never that somebody is not.
 */
export function createViewerMemory(
  ask: (token: string | undefined) => Promise<Viewer | undefined>,
  clock: { now(): Date; today(): string },
): ViewerMemory {
  const known = new LRUCache<string, Remembered>({ max: most.sessions, ttl: longestMs })
  const changes = new Map<string, number>()
  let count = 0
  let hearing = false

  function clear(): void {
    count += 1
    known.clear()
    changes.clear()
    changes.set(everything, count)
  }
  function change(what: string): void {
    count += 1
    changes.set(what, count)
    if (changes.size > most.changes) clear()
  }
  const isStale = (token: string, { viewer, asOf, today }: Remembered): boolean =>
    asOf < Math.max(changes.get(viewer.accountId) ?? 0, changes.get(token) ?? 0, changes.get(everything) ?? 0) ||
    viewer.expiresAt <= clock.now() ||
    today !== clock.today()

  return {
    async find(token) {
      if (!hearing || !token) return ask(token)
      const remembered = known.get(token)
      if (remembered && !isStale(token, remembered)) return remembered.viewer
      const asOf = count
      const today = clock.today()
      const viewer = await ask(token)
      if (viewer && hearing) known.set(token, { viewer, asOf, today })
      else known.delete(token)
      return viewer
    },
    forget(token) {
      if (token) change(token)
    },
    changed: change,
    hears(yes) {
      hearing = yes
      clear()
    },
  }
}
