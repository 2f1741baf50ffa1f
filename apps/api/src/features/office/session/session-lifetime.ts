/** Half an hour without a request, twelve hours in all [PD]. */
export const lifetime = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000, touchAfterMs: 60_000 } as const

export type Standing = { alive: false } | { alive: true; touch: boolean; endsAtMs: number }

/** Whether a session still stands, and when it ends if nothing more is asked. */
export function sessionStanding(lastSeenMs: number, absoluteEndMs: number, nowMs: number): Standing {
  const idleMs = nowMs - lastSeenMs
  if (nowMs >= absoluteEndMs || idleMs >= lifetime.idleMs) return { alive: false }
  // Opened while the clock ran ahead, it would stand for as long as that was.
  if (absoluteEndMs - nowMs > lifetime.absoluteMs + lifetime.touchAfterMs) return { alive: false }
  return {
    alive: true,
    // Also when it was last seen by a clock that has been set back since: being idle is counted from now.
    touch: Math.abs(idleMs) >= lifetime.touchAfterMs,
    endsAtMs: Math.min(nowMs + lifetime.idleMs, absoluteEndMs),
  }
}
