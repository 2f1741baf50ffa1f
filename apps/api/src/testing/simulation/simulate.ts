import { brokenIn } from './invariants.ts'
import { drawMoves } from './moves.ts'
import type { Move } from './moves.ts'
import { World } from './world.ts'

export interface Story {
  lines: string[]
  /** What did not hold, after the last line. */
  broken: string | undefined
  world: World
}

/** Plays moves in a new world until something does not hold. The same moves give the same lines for ever. */
export function play(moves: readonly Move[], open: () => World = () => new World()): Story {
  const world = open()
  const lines: string[] = []
  for (const move of moves) {
    const broken = step(world, move, lines)
    if (broken !== undefined) return { lines, broken, world }
  }
  return { lines, broken: undefined, world }
}

function step(world: World, move: Move, lines: string[]): string | undefined {
  const { do: what, ...how } = move
  try {
    lines.push(`${what} ${JSON.stringify(how)} → ${world.make(move)}`)
    return brokenIn(world)
  } catch (error) {
    lines.push(`${what} ${JSON.stringify(how)}`)
    return `thrown: ${String(error)}`
  }
}

/** Leaves out whatever the failure does not need, larger parts first. */
function shorten(moves: readonly Move[], open: () => World): Move[] {
  let kept = [...moves]
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length;) {
      const without = kept.toSpliced(from, size)
      if (play(without, open).broken === undefined) from += size
      else kept = without
    }
  }
  return kept
}

/** Plays what a seed tells; of one that fails, the shortest story that still does, and how to see it again. */
export function simulate(
  seed: number,
  steps: number,
  open: () => World = () => new World(),
): Story & { report: string | undefined } {
  const moves = drawMoves(seed, steps)
  const story = play(moves, open)
  if (story.broken === undefined) return { ...story, report: undefined }
  const short = play(shorten(moves.slice(0, story.lines.length), open), open)
  const report = [
    `seed ${seed}: ${story.broken}`,
    ...short.lines.map((line) => `  ${line}`),
    `  ${short.broken}`,
    `replay: npm run -s shebao -- simulate --seed ${seed} --steps ${steps}`,
  ]
  return { ...story, report: report.join('\n') }
}
