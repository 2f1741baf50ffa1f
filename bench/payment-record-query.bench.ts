import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { compare } from './bench.ts'
import type { Bench } from './bench.ts'

interface Servers {
  url: string
  bareUrl: string
  callers: { id: string; token: string }[]
  databaseKind: string
  query: string
}

const connections = 16
const sizes = {
  full: { people: 2_000, sessions: 64, warmUp: 500, requestsInRound: 3_000, rounds: 5 },
  small: { people: 10, sessions: 2, warmUp: 1, requestsInRound: 20, rounds: 1 },
}

export default {
  name: 'payment record, 36 months of one person',
  async run(size) {
    const { people, sessions, warmUp, requestsInRound, rounds } = sizes[size]
    const child = fork(new URL('./payment-record-query.server.ts', import.meta.url), [`${people}`, `${sessions}`], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const servers = await new Promise<Servers>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Servers))
      child.once('exit', (code) => reject(new Error(`the servers did not start (${code})`)))
    })
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    try {
      const api = askApi(servers, agent)
      const bare = askBare(servers, agent)
      if ((await api(0)) !== (await bare(0))) throw new Error('the two answers differ')
      await load(api, warmUp)
      await load(bare, warmUp)
      const seconds = await compare(
        rounds,
        () => load(api, requestsInRound),
        () => load(bare, requestsInRound),
      )
      const [value, peer] = [requestsInRound / seconds.ours, requestsInRound / seconds.peer]
      return [
        {
          name: 'Payment record through the API',
          unit: 'requests/s',
          value,
          peer: { name: 'Fastify + pg, no session', value: peer },
          ratio: value / peer,
          aim: 0.6,
          better: 'higher',
          note: `${connections} connections, ${servers.databaseKind}, same bytes; the API also finds the session`,
        },
      ]
    } finally {
      agent.destroy()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await ended
    }
  },
} satisfies Bench

type Ask = (turn: number) => Promise<string>

function askApi({ url, callers, query }: Servers, agent: Agent): Ask {
  const body = JSON.stringify({ operationName: 'Record', query })
  const target = new URL('/graphql', url)
  return (turn) =>
    send(
      target,
      agent,
      'POST',
      {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        cookie: `shebao_session=${callers[turn % callers.length]?.token}`,
      },
      body,
    )
}

function askBare({ bareUrl, callers }: Servers, agent: Agent): Ask {
  return (turn) => send(new URL(`/record?id=${callers[turn % callers.length]?.id}`, bareUrl), agent, 'GET', {}, '')
}

async function load(ask: Ask, count: number): Promise<number> {
  let next = 0
  const worker = async () => {
    while (next < count) await ask(next++)
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return count
}

function send(url: URL, agent: Agent, method: string, headers: Record<string, string>, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString()
        if (answer.statusCode === 200) resolve(text)
        else reject(new Error(`${url.pathname} answered ${answer.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
