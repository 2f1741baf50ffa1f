import { setImmediate } from 'node:timers/promises'

/** As long as a piece of somebody's work may keep everybody else waiting; collecting what it leaves behind comes on top. */
const longestMs = 1

/**
 * Carries out long work that says after each small step that it may be interrupted: whatever else waits for this process is served
 * every millisecond or so. Whoever gives a promise along that nobody waits for yet has to catch its failure.
 */
export async function inTurns<Result>(work: Generator<unknown, Result>): Promise<Result> {
  let begun = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - begun < longestMs) continue
    await setImmediate()
    begun = performance.now()
  }
}

/** The same for many small things, one after the other. */
export const eachInTurns = <Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> =>
  inTurns(steps(items, work))

function* steps<Item>(items: Iterable<Item>, work: (item: Item) => void): Generator<void, void> {
  for (const item of items) {
    work(item)
    yield
  }
}
