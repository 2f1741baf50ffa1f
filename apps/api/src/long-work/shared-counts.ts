import type { ConnectionCounts } from '../platform/database.ts'

const places = ['busy', 'idle', 'waiting'] as const

export interface SharedCounts {
  shared: SharedArrayBuffer
  write(counts: ConnectionCounts): void
  read(): ConnectionCounts
}

/** The thread's connections where the one that serves can read them: asked by a message, a thread that is busy would not answer. */
export function sharedCounts(
  shared = new SharedArrayBuffer(places.length * Int32Array.BYTES_PER_ELEMENT),
): SharedCounts {
  const numbers = new Int32Array(shared)
  const at = (place: (typeof places)[number]) => Atomics.load(numbers, places.indexOf(place))
  return {
    shared,
    write(counts) {
      for (const [index, place] of places.entries()) Atomics.store(numbers, index, counts[place])
    },
    read: () => ({ busy: at('busy'), idle: at('idle'), waiting: at('waiting') }),
  }
}
