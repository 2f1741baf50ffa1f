import { Agent, createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SmallBalancer {
  url: string
  /** From now on this one is asked for its health and, while it is well, for answers. */
  add(port: number): void
  /** When it has found this one not ready, as HAProxy twice; until then it goes on sending people there. */
  foundUnready(port: number): Promise<void>
  close(): Promise<void>
}

interface Backend {
  port: number
  ready: boolean
  wasReady: boolean
  agent: Agent
  unready: PromiseWithResolvers<void>
}

const checkEveryMs = 20

/**
 * As HAProxy is set up in deploy/cluster: it asks for `/healthz`, keeps its connections, takes turns, and repeats nothing. A connection
 * that breaks under a request is the caller's failure.
 */
export async function openSmallBalancer(): Promise<SmallBalancer> {
  const backends: Backend[] = []
  let turn = 0
  let closed = false
  const proxy = createServer((asked, answer) => {
    const ready = backends.filter((one) => one.ready)
    const backend = ready[(turn += 1) % ready.length]
    if (backend) forward(backend, asked, answer)
    else answer.writeHead(503).end('no server available')
  })
  const checks = (async () => {
    while (!closed) {
      await Promise.all(backends.map(check))
      await new Promise((later) => setTimeout(later, checkEveryMs))
    }
  })()
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    add: (port) =>
      void backends.push({
        port,
        ready: false,
        wasReady: false,
        agent: new Agent({ keepAlive: true }),
        unready: Promise.withResolvers<void>(),
      }),
    foundUnready: async (port) => backends.findLast((one) => one.port === port)?.unready.promise,
    async close() {
      closed = true
      await checks
      for (const { agent } of backends) agent.destroy()
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}

async function check(backend: Backend): Promise<void> {
  const well = await fetch(`http://127.0.0.1:${backend.port}/healthz`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  )
  // Twice: what it had sent there just before the first time has arrived by the second.
  if (!backend.ready && backend.wasReady && !well) backend.unready.resolve()
  backend.wasReady ||= well
  backend.ready = well
}

function forward({ port, agent }: Backend, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, url: path, headers } = asked
  const passed = request({ port, host: '127.0.0.1', method, path, headers, agent }, (given) => {
    const { connection: _own, ...others } = given.headers
    answer.writeHead(given.statusCode ?? 502, others)
    given.pipe(answer)
    given.once('error', () => answer.destroy())
  })
  passed.once('error', () => answer.destroy())
  asked.pipe(passed)
}
