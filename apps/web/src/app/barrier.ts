import type { ClerkDuty } from '../shared/lib/viewer-context.tsx'

/** Why the office refused somebody who otherwise might: the clerk's duties, as the server names them. */
export type Barrier =
  | { readonly barrier: 'DUTY'; readonly duty: ClerkDuty }
  | { readonly barrier: 'MANDATE_ENDED'; readonly lastDay: string }
  | { readonly barrier: 'NOT_APPROVED_ONLINE'; readonly reason: string | null }
  | { readonly barrier: 'EMPLOYER_CANCELLED'; readonly lastDay: string }
  /** The lock itself stands over every page. */
  | { readonly barrier: 'EMPLOYER_LOCKED' }
  | { readonly barrier: 'OTHER_DISTRICT'; readonly nameZh: string; readonly nameEn: string }

export interface BarrierBoard {
  put: (barrier: Barrier) => void
  clear: () => void
  current: () => Barrier | undefined
  subscribe: (listener: () => void) => () => void
}

/** Joins the station on the way to the office, which reads the refusal, with the frame, which says it over the page: whatever was typed stays there. */
export function createBarrierBoard(): BarrierBoard {
  const listeners = new Set<() => void>()
  let shown: Barrier | undefined
  const set = (barrier: Barrier | undefined) => {
    shown = barrier
    for (const listener of listeners) listener()
  }
  return {
    put: set,
    clear: () => set(undefined),
    current: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const barrierBoard = createBarrierBoard()
