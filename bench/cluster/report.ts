import type { Count, Reads, Size } from './count.ts'
import type { Load } from './load.ts'

/** What losing one part did to those who were at work. */
export interface LossFigure {
  what: string
  /** The longest time without a submission or payment that was acknowledged, around the loss. */
  gapSeconds: number
  /** Requests without an answer, or with one that said to try again. */
  failed: number
  why: string
}

export function describeLoss(what: string, { acknowledged, failures }: Load, from: number, to: number): LossFigure {
  const times = acknowledged.map(({ at }) => at).filter((at) => at < to)
  const before = times.filter((at) => at <= from).at(-1) ?? from
  const points = [before, ...times.filter((at) => at > from), to]
  const gaps = points.slice(1).map((at, index) => at - (points[index] ?? at))
  const failed = failures.filter(({ at }) => at > from && at < to)
  const reasons = new Map<string, number>()
  for (const { why } of failed) reasons.set(why, (reasons.get(why) ?? 0) + 1)
  return {
    what,
    gapSeconds: Math.max(...gaps) / 1000,
    failed: failed.length,
    why: [...reasons].map(([why, times]) => `${times} × ${why}`).join(', '),
  }
}

export function printLosses(losses: readonly LossFigure[]): void {
  for (const { what, gapSeconds, failed, why } of losses)
    console.log(
      `${what}: ${gapSeconds.toFixed(1)} s without an acknowledgement, ${failed} requests failed${why && ` (${why})`}`,
    )
}

/** Whether nothing is missing and nothing is wrong. */
export function printCount({ submissions, payments, lost, wrong }: Count, { acknowledged }: Load): boolean {
  const again = acknowledged.filter(({ tries }) => tries > 1).length
  console.log(
    `Acknowledged: ${submissions} submissions and ${payments} payments, ${again} of them after being sent again. Lost: ${lost.length}.`,
  )
  for (const line of [...lost, ...wrong].slice(0, 20)) console.error(`✗ ${line}`)
  return lost.length === 0 && wrong.length === 0
}

export function printSizes(sizes: readonly Size[]): void {
  console.log(`Bytes a row: ${sizes.map(({ name, rows, bytes }) => `${name} ${bytes} (${rows} rows)`).join(', ')}`)
}

/** How many did not know of the write before them. */
export function printReads({ asked, onReplica, unseen }: Reads): number {
  console.log(
    `Heavy reads right after a write: ${onReplica} of ${asked} on a replica, ${unseen} without what was written.`,
  )
  return unseen
}
