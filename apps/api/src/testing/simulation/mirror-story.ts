import type { TestPlatform } from '../test-platform.ts'
import { undone } from '../undone.ts'
import { MirroredFiling } from './mirrored-filing.ts'
import { MirroredMoney } from './mirrored-money.ts'
import { MirroredMonths } from './mirrored-months.ts'
import { drawMonthMoves } from './month-moves.ts'
import type { MonthMove } from './month-moves.ts'
import { drawMoves } from './moves.ts'
import type { Move } from './moves.ts'

export interface MirroredStory {
  lines: string[]
  /** Where the database and the model differ: the story until there, and the command that tells it again. */
  report: string | undefined
}

interface Mirror<Mirrored extends { do: string }> {
  /** What became of it; throws where the two did not do the same. */
  make(move: Mirrored): Promise<string>
  difference(): Promise<string | undefined>
}

type FilingMove = Extract<Move, { do: 'DECLARE' | 'REVIEW' }>
type MoneyMove = Exclude<Move, FilingMove>
const isOfFiling = (move: Move): move is FilingMove => move.do === 'DECLARE' || move.do === 'REVIEW'
const isOfMoney = (move: Move): move is MoneyMove => !isOfFiling(move)

/** The money of a seed's story and what becomes of who does not pay, in a transaction that is undone: jobs of the next find no case of this one. */
export function mirrorMoney(
  platform: TestPlatform,
  seed: number,
  steps: number,
  open = MirroredMoney.open,
  moves: readonly Move[] = drawMoves(seed, steps),
): Promise<MirroredStory> {
  return undone(platform.database, async () => {
    const money = await open(platform, `story-${seed}-${crypto.randomUUID().slice(0, 8)}`)
    return tell(money, moves.filter(isOfMoney), { seed, steps })
  })
}

/** Its declarations, undone likewise: the next story finds the register empty. */
export function mirrorFiling(
  platform: TestPlatform,
  seed: number,
  steps: number,
  open = MirroredFiling.open,
): Promise<MirroredStory> {
  return undone(platform.database, async () =>
    tell(await open(platform), drawMoves(seed, steps).filter(isOfFiling), { seed, steps }),
  )
}

/** What its units declare month by month. */
export function mirrorMonths(
  platform: TestPlatform,
  seed: number,
  steps: number,
  moves: readonly MonthMove[] = drawMonthMoves(seed, steps),
): Promise<MirroredStory> {
  return undone(platform.database, async () => tell(await MirroredMonths.open(platform), moves, { seed, steps }))
}

async function tell<Mirrored extends { do: string }>(
  mirror: Mirror<Mirrored>,
  moves: readonly Mirrored[],
  { seed, steps }: { seed: number; steps: number },
): Promise<MirroredStory> {
  const lines: string[] = []
  for (const move of moves) {
    const { do: what, ...how } = move
    let broken: string | undefined
    try {
      lines.push(`${what} ${JSON.stringify(how)} → ${await mirror.make(move)}`)
      broken = await mirror.difference()
    } catch (error) {
      broken = `${what} ${JSON.stringify(how)}: ${String(error)}`
    }
    if (broken === undefined) continue
    const told = lines.map((line) => `  ${line}`)
    const replay = `replay: npm run -s shebao -- simulate --postgres --seed ${seed} --steps ${steps}`
    return { lines, report: [`seed ${seed}: ${broken}`, ...told, replay].join('\n') }
  }
  return { lines, report: undefined }
}
