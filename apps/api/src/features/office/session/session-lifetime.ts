/** Half an hour without a request, twelve hours in all [PD]. */
export const lifetime = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000, touchAfterMs: 60_000 } as const

export type Standing = { alive: false } | { alive: true; touch: boolean; endsAtMs: number }

/** Whether a session still stands, and when it ends if nothing more is asked. */
export function sessionStanding(lastSeenMs: number, absoluteEndMs: number, nowMs: number): Standing {
  if (nowMs >= absoluteEndMs || nowMs - lastSeenMs >= lifetime.idleMs) return { alive: false }
  return {
    alive: true,
    touch: nowMs - lastSeenMs >= lifetime.touchAfterMs,
    endsAtMs: Math.min(nowMs + lifetime.idleMs, absoluteEndMs),
  }
}
