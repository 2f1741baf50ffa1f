/**
 * Joins the station on the way to the office, which learns that the session ended, with the dialog that signs in again over the page. All
 * operations that fail meanwhile wait for the same answer and are then sent again, so no form loses what was typed.
 */
export type ReSignInOutcome = 'signed-in' | 'gave-up'

type Listener = () => void

export interface ReSignInDesk {
  /** Opens the dialog if it is not open, and settles when the person signed in or gave up. */
  ask: () => Promise<ReSignInOutcome>
  settle: (outcome: ReSignInOutcome) => void
  isAsking: () => boolean
  subscribe: (listener: Listener) => () => void
}

export function createReSignInDesk(): ReSignInDesk {
  const listeners = new Set<Listener>()
  let pending: PromiseWithResolvers<ReSignInOutcome> | null = null
  const announce = () => {
    for (const listener of listeners) listener()
  }
  return {
    ask() {
      if (!pending) {
        pending = Promise.withResolvers()
        announce()
      }
      return pending.promise
    },
    settle(outcome) {
      const settled = pending
      pending = null
      announce()
      settled?.resolve(outcome)
    },
    isAsking: () => pending !== null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const reSignInDesk = createReSignInDesk()

/** The same for a fresh proof of who somebody is, which the session outlives. */
export const proofDesk = createReSignInDesk()
