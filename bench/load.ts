import { request } from 'node:http'
import type { Agent } from 'node:http'

/** Asks a server for the turn-th time and gives what it answered; another caller each time. */
export type Ask = (turn: number) => Promise<string>

/** Asks `count` times over as many connections at once as the agent has, and says how long each answer took, in ms. */
export async function load(ask: Ask, count: number, connections: number): Promise<number[]> {
  const took: number[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      const turn = next++
      const started = performance.now()
      await ask(turn)
      took.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return took
}

/** What all but the slowest of them took at most. */
export function quantile(took: readonly number[], share: number): number {
  const sorted = took.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function post(url: URL, agent: Agent, body: string, headers: Record<string, string> = {}): Promise<string> {
  const length = String(Buffer.byteLength(body))
  return send(url, agent, 'POST', { 'content-type': 'application/json', 'content-length': length, ...headers }, body)
}

export function send(
  url: URL,
  agent: Agent,
  method: string,
  headers: Record<string, string>,
  body: string,
): Promise<string> {
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
