/** One figure: what was measured, against what in the same run, and what we aim for. */
export interface Figure {
  name: string
  unit: string
  value: number
  /** The bare limit or the peer, in the same unit; absent where the aim is an absolute size. */
  peer?: { name: string; value: number }
  /** value against peer, so that bigger than the aim is good when `better` is 'higher'. */
  ratio?: number
  aim: number
  better: 'higher' | 'lower'
  note?: string
}

/** `small` asks whether every figure can be taken and its answers are right, within seconds; its figures say nothing else. */
export type Size = 'full' | 'small'

export interface Bench {
  name: string
  run(size: Size): Promise<Figure[]>
}

/** Nanoseconds: what somebody waits for, or what the process's own processor time was. */
export type Clock = () => bigint
export const waitingTime: Clock = () => process.hrtime.bigint()
/** For work inside this process alone: a busy neighbour does not count, work on other threads does. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage()
  return BigInt(user + system) * 1000n
}

/**
 * Runs both in turns, so that a busy moment of the machine hits both; the best of each counts. `prepare` makes each round
 * like the first and is not counted.
 */
export async function compare(
  rounds: number,
  ours: () => Promise<number> | number,
  peer: () => Promise<number> | number,
  prepare: () => Promise<void> | void = () => undefined,
  clock: Clock = waitingTime,
) {
  const seconds = { ours: Number.POSITIVE_INFINITY, peer: Number.POSITIVE_INFINITY }
  for (let round = 0; round < rounds; round += 1) {
    await prepare()
    seconds.ours = Math.min(seconds.ours, await timed(ours, clock))
    seconds.peer = Math.min(seconds.peer, await timed(peer, clock))
  }
  return seconds
}

let sink = 0

async function timed(work: () => Promise<number> | number, clock: Clock): Promise<number> {
  // Inside one process neither pays for what the other left behind. A server is not collected before each request, so
  // where a client waits for one this is left out; it makes a difference, see docs/performance.md.
  if (clock === processorTime) globalThis.gc?.()
  const started = clock()
  sink += await work()
  return Number(clock() - started) / 1e9
}

/** Keeps the work from being optimised away. */
export const checksum = () => sink
