/**
 * Between which instants a window of counting that is still open began. One that begins later than a window from now was begun by a
 * clock that ran ahead: it would stay open for as long as that was, and refuse whoever it counts.
 */
export const windowAround = (now: Date, windowMs: number): [after: Date, until: Date] => [
  new Date(now.getTime() - windowMs),
  new Date(now.getTime() + windowMs),
]
