import type { Socket } from 'node:net'
import pg from 'pg'
import { pickInteger, seededRandom } from '@shebao/test-support/identifiers'
import type { Random } from '@shebao/test-support/identifiers'

interface Cuttable extends NodeJS.EventEmitter {
  stream: Socket
}

/**
 * BEFORE: the statement never left. AFTER: it left, and nobody here will hear what became of it. DEATH: this very process is killed
 * before it. Of the first two every connection goes at once, as when the process that holds them dies.
 */
export type CutWay = 'BEFORE' | 'AFTER' | 'DEATH'

export interface Cuts {
  /** How often so far. */
  readonly made: { BEFORE: number; AFTER: number; atCommit: number }
  stop(): void
}

const ownQuery = pg.Client.prototype.query as (this: pg.Client, ...values: unknown[]) => unknown

/** Cuts every connection at statements that the seed draws, of whomever: the pool, a transaction, Prisma. */
export function cutConnections({ seed, ways }: { seed: number; ways: readonly CutWay[] }): Cuts {
  const random = seededRandom(seed)
  const made = { BEFORE: 0, AFTER: 0, atCommit: 0 }
  const connections = new Set<Cuttable>()
  let next = drawCut(random)
  const cutAll = () => {
    for (const { stream } of connections) stream.destroy()
    connections.clear()
  }
  const query = function (this: pg.Client & { connection: Cuttable }, ...values: unknown[]): unknown {
    connections.add(this.connection)
    const commits = isCommit(values[0])
    if (commits || !next.atCommit) next.left -= 1
    if (next.left > 0) return ownQuery.apply(this, values)
    next = drawCut(random)
    const way = ways[pickInteger(random, 0, ways.length - 1)]
    if (way === 'DEATH') process.kill(process.pid, 'SIGKILL')
    if (way === undefined || way === 'DEATH') return undefined
    made[way] += 1
    if (commits) made.atCommit += 1
    if (way === 'BEFORE') cutAll()
    const answer = ownQuery.apply(this, values)
    // What was written has left by then, and the answer is not here yet.
    if (way === 'AFTER') setImmediate(cutAll)
    return answer
  }
  Object.assign(pg.Client.prototype, { query })
  return {
    made,
    stop() {
      Object.assign(pg.Client.prototype, { query: ownQuery })
    },
  }
}

/** Half of them at a COMMIT, where the outcome is what nobody knows; of the others most come soon, and some let a long request through. */
function drawCut(random: Random): { atCommit: boolean; left: number } {
  if (random() < 0.5) return { atCommit: true, left: pickInteger(random, 1, 3) }
  return { atCommit: false, left: pickInteger(random, 1, random() < 0.7 ? 20 : 150) }
}

const isCommit = (statement: unknown) =>
  /^COMMIT$/i.test(
    typeof statement === 'string' ? statement : ((statement as { text?: string } | undefined)?.text ?? ''),
  )
