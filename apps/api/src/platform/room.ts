/** Whether the database lately refused something for want of room. It reads on meanwhile, and asking it would not tell. */
export interface Room {
  noteFull(): void
  isFull(): boolean
}

/** Whoever tries again within it is refused again, and it is said again. */
const saidForMs = 60_000

export function createRoom(): Room {
  let last: number | undefined
  return {
    noteFull() {
      last = performance.now()
    },
    isFull: () => last !== undefined && performance.now() - last < saidForMs,
  }
}
