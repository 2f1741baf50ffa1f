import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Agent } from 'node:http'
import { post, send } from './load.ts'
import type { Ask } from './load.ts'

/** The product with its rows, and the bare route beside it, in a process of their own. */
export interface RecordServers {
  url: string
  bareUrl: string
  callers: { id: string; token: string }[]
  connectionString: string
  databaseKind: string
  /** What the product is asked of each month. */
  fields: string
}

export interface Started<Told> {
  told: Told
  stop(): Promise<void>
}

/** Starts a program that says one thing when it is ready, and ends when we leave it. */
export async function start<Told>(program: string, args: readonly string[]): Promise<Started<Told>> {
  const child = fork(new URL(program, import.meta.url), [...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // What both peers' documentations ask for.
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  })
  const told = await new Promise<Told>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Told))
    child.once('exit', (code) => reject(new Error(`${program} did not start (${code})`)))
  })
  return { told, stop: () => leave(child) }
}

async function leave(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.disconnect()
  await ended
}

export const startRecordServers = (people: number, sessions: number) =>
  start<RecordServers>('./payment-record-query.server.ts', [`${people}`, `${sessions}`])

export function askApi({ url, callers, fields }: RecordServers, months: number, agent: Agent): Ask {
  const query = `query Record { me { payments(first: ${months}) { edges { node { ${fields} } } } } }`
  const body = JSON.stringify({ operationName: 'Record', query })
  const target = new URL('/graphql', url)
  return (turn) => post(target, agent, body, { cookie: `shebao_session=${callers[turn % callers.length]?.token}` })
}

export function askBare({ bareUrl, callers }: RecordServers, months: number, agent: Agent): Ask {
  return (turn) =>
    send(new URL(`/record?id=${callers[turn % callers.length]?.id}&months=${months}`, bareUrl), agent, 'GET', {}, '')
}

/** A peer, which knows no sessions: it is told whose months are wanted. */
export function askPeer({ callers }: RecordServers, url: string, query: string, agent: Agent): Ask {
  const target = new URL(url)
  const bodies = callers.map(({ id }) => JSON.stringify({ query, variables: { id } }))
  return (turn) => post(target, agent, bodies[turn % bodies.length] ?? '')
}
