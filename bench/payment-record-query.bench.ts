import { Agent } from 'node:http'
import type { Bench, Figure } from './bench.ts'
import { load, quantile } from './load.ts'
import type { Ask } from './load.ts'
import { askApi, askBare, askPeer, start, startRecordServers } from './payment-record-servers.ts'
import type { RecordServers } from './payment-record-servers.ts'

/** Three years, as long as the page of an insured person goes; and the one year that everybody is compared by. */
const threeYears = 36
const oneYear = 12
const sizes = {
  full: { people: 2_000, sessions: 64, warmUp: 400, requests: 2_000, rounds: 5, connections: [16, 256] },
  small: { people: 10, sessions: 2, warmUp: 1, requests: 16, rounds: 1, connections: [16] },
}

const amounts = `averageWage pensionBase pensionEmployer pensionPersonal medicalBase medicalEmployer medicalPersonal
  unemploymentBase unemploymentEmployer unemploymentPersonal workInjuryBase workInjuryEmployer maternityBase maternityEmployer`
const apolloQuery = `query Record($id: ID!) { individual(id: $id) {
  payments(first: ${oneYear}) { period status postedOn employer { name } ${amounts} } } }`
const postgraphileQuery = `query Record($id: UUID!) { individualByRowId(rowId: $id) {
  premiumPaymentsByIndividualId(first: ${oneYear}, orderBy: PERIOD_DESC) {
    nodes { period status postedOn employerByEmployerId { name } ${amounts} } } } }`

/** Somebody who answers the same question, and how much faster than they we aim to be. */
interface Peer {
  name: string
  aim: number
  ask: (agent: Agent) => Ask
}

export default {
  name: 'payment record of one person',
  async run(size) {
    const { people, sessions, connections } = sizes[size]
    const { told: servers, stop } = await startRecordServers(people, sessions)
    try {
      const figures = await compareWith(servers, [bareRoute(servers, threeYears)], threeYears, 16, size)
      const others = await startPeers(servers)
      const peers = [bareRoute(servers, oneYear), ...others.peers]
      try {
        for (const atOnce of connections) figures.push(...(await compareWith(servers, peers, oneYear, atOnce, size)))
      } finally {
        await others.stop()
      }
      return figures
    } finally {
      await stop()
    }
  },
} satisfies Bench

const bareRoute = (servers: RecordServers, months: number): Peer => ({
  name: 'Fastify + pg, no session',
  aim: 0.6,
  ask: (agent) => askBare(servers, months, agent),
})

async function startPeers(servers: RecordServers) {
  // The embedded database has one connection for everybody: there nothing would be measured but the queue before it.
  if (servers.databaseKind.startsWith('embedded')) return { peers: [], stop: async () => undefined }
  const postgraphile = await start<string>('./peers/postgraphile.ts', [servers.connectionString])
  const apollo = await start<string>('./peers/apollo-prisma.ts', [servers.connectionString])
  const peers: Peer[] = [
    {
      name: 'PostGraphile 5, no session',
      aim: 1.5,
      ask: (agent) => askPeer(servers, postgraphile.told, postgraphileQuery, agent),
    },
    {
      name: 'Apollo Server + Prisma, no session',
      aim: 3.5,
      ask: (agent) => askPeer(servers, apollo.told, apolloQuery, agent),
    },
  ]
  return { peers, stop: async () => void (await Promise.all([postgraphile.stop(), apollo.stop()])) }
}

async function compareWith(
  servers: RecordServers,
  peers: readonly Peer[],
  months: number,
  atOnce: number,
  size: 'full' | 'small',
): Promise<Figure[]> {
  const { warmUp, requests, rounds } = sizes[size]
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  try {
    const asks = [askApi(servers, months, agent), ...peers.map(({ ask }) => ask(agent))]
    await requireSameMonths(asks, months)
    for (const ask of asks) await load(ask, warmUp, atOnce)
    const [ours, ...taken] = await inTurns(asks, { requests, rounds, atOnce })
    if (!ours) throw new Error('nothing was measured')
    return peers.flatMap(({ name, aim }, index): Figure[] => {
      const peer = taken[index]
      if (!peer) return []
      return [
        {
          name:
            months === threeYears
              ? 'Payment record through the API'
              : `Payment record of a year, ${atOnce} connections`,
          unit: 'requests/s',
          value: ours.rate,
          peer: { name, value: peer.rate },
          ratio: ours.rate / peer.rate,
          aim,
          better: 'higher',
          note: `${atOnce} connections, ${servers.databaseKind}; p50 and p99 in ms: ours ${waits(ours)}, peer ${waits(peer)}`,
        },
      ]
    })
  } finally {
    agent.destroy()
  }
}

interface Taken {
  /** Requests a second in the best round. */
  rate: number
  /** What a caller waited, of the round in which the slowest waited least. */
  p50: number
  p99: number
}

const waits = ({ p50, p99 }: Taken) => `${p50.toFixed(1)} and ${p99.toFixed(1)}`

/** Round by round each of them, so that a busy moment of the machine hits all. */
async function inTurns(
  asks: readonly Ask[],
  { requests, rounds, atOnce }: { requests: number; rounds: number; atOnce: number },
): Promise<Taken[]> {
  const best = asks.map((): Taken => ({ rate: 0, p50: Number.POSITIVE_INFINITY, p99: Number.POSITIVE_INFINITY }))
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, ask] of asks.entries()) {
      const started = performance.now()
      const took = await load(ask, requests, atOnce)
      const rate = (requests / (performance.now() - started)) * 1000
      const before = best[index]
      if (!before) continue
      before.rate = Math.max(before.rate, rate)
      const p99 = quantile(took, 0.99)
      if (p99 < before.p99) Object.assign(before, { p99, p50: quantile(took, 0.5) })
    }
  }
  return best
}

/** Fast nonsense is no result: everybody's months have to be the same, whatever shape they come in. */
async function requireSameMonths(asks: readonly Ask[], months: number): Promise<void> {
  const answers = await Promise.all(asks.map((ask) => ask(0)))
  const [ours = [], ...others] = answers.map((text) => monthsIn(JSON.parse(text)))
  if (ours.length !== months) throw new Error(`${ours.length} months were answered instead of ${months}`)
  const wanted = JSON.stringify(ours)
  const other = others.map((one) => JSON.stringify(one)).find((one) => one !== wanted)
  if (other !== undefined) throw new Error(`the answers differ: ${wanted.slice(0, 300)} and ${other.slice(0, 300)}`)
}

/** Every month in an answer as its values in the order of their names; amounts may be texts, and the employer's name a level below. */
function monthsIn(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  if (!('period' in part)) return Object.values(part).flatMap(monthsIn)
  const flat = Object.entries(part).map(([key, value]) =>
    typeof value === 'object' && value !== null
      ? ['employerName', String(Object.values(value)[0])]
      : [key, String(value)],
  )
  return [flat.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))]
}
