import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { pickInteger, pickOne, seededRandom } from '@shebao/test-support/identifiers'

/**
 * DELAY: every piece comes late. DRIP: a few bytes at a time. RESET: the connection is torn down. HALF_CLOSE: one direction ends, the
 * other is still open, and what it says is heard.
 */
export const faultKinds = ['NONE', 'DELAY', 'DRIP', 'RESET', 'HALF_CLOSE'] as const
export type FaultKind = (typeof faultKinds)[number]

/** What happens to one connection. */
export interface Fault {
  kind: FaultKind
  /** Which way it happens. */
  to: 'SERVER' | 'CLIENT'
  /** After so many bytes of that way. */
  afterBytes: number
}

export interface FaultyProxy {
  port: number
  /** How often each kind came about. */
  readonly met: Readonly<Record<FaultKind, number>>
  /** From now on nothing gets through, and nobody is told: a firewall that drops packets. */
  swallow(): void
  close(): Promise<void>
}

export const noFault = (): Fault => ({ kind: 'NONE', to: 'SERVER', afterBytes: 0 })

/** One connection of four is well; the others break somewhere in the first bytes that are said, or within `longest`. */
export function drawFaults(seed: number, longest: number): () => Fault {
  const random = seededRandom(seed)
  return () => ({
    kind: random() < 0.25 ? 'NONE' : pickOne(random, faultKinds.slice(1)),
    to: pickOne(random, ['SERVER', 'CLIENT'] as const),
    afterBytes: pickInteger(random, 0, pickOne(random, [longest / 10, longest])),
  })
}

/** `draw` is asked for each connection. */
export async function openFaultyProxy(
  target: { port: number } | { path: string },
  draw: () => Fault = noFault,
): Promise<FaultyProxy> {
  const met = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>
  const sockets = new Set<Socket>()
  let swallowing = false
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const keep = (socket: Socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
      return socket
    }
    keep(near)
    if (swallowing) return
    const far = keep(connect({ ...target, allowHalfOpen: true }))
    const fault = draw()
    const way = (to: Fault['to'], from: Socket, into: Socket) =>
      forward(from, into, {
        fault: fault.to === to ? fault : noFault(),
        met: (kind) => (met[kind] += 1),
        swallowing: () => swallowing,
      })
    if (fault.kind === 'NONE') met.NONE += 1
    way('SERVER', near, far)
    way('CLIENT', far, near)
    near.on('close', () => far.destroy())
    // Who is not told of anything is not told of this either.
    far.on('close', () => void (swallowing || near.destroySoon()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    met,
    swallow() {
      swallowing = true
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const lateMs = 8

interface Way {
  fault: Fault
  met(kind: FaultKind): void
  swallowing(): boolean
}

/** Carries what one side says to the other until the fault of this way comes about. */
function forward(from: Socket, into: Socket, { fault, met, swallowing }: Way): void {
  let [seen, isOver] = [0, false]
  // One piece after the other, whatever is done to each.
  let last: Promise<void> = Promise.resolve()
  const next = (work: () => Promise<void> | void) => {
    last = last.then(() => (isOver || swallowing() ? undefined : work()))
  }
  const breakNow = () => {
    isOver = true
    met(fault.kind)
    if (fault.kind === 'HALF_CLOSE') into.end()
    else for (const socket of [from, into]) tearDown(socket)
  }
  from.on('data', (chunk: Buffer) => {
    next(async () => {
      const before = seen
      seen += chunk.length
      if (fault.kind === 'NONE' || seen <= fault.afterBytes) return write(into, chunk)
      if (fault.kind === 'DELAY' || fault.kind === 'DRIP') return slowly(into, chunk, fault.kind, met)
      // What comes before the break still arrives.
      await write(into, chunk.subarray(0, Math.max(0, fault.afterBytes - before)))
      breakNow()
    })
  })
  from.on('end', () => next(() => void into.end()))
}

/** A Unix socket knows no reset. */
function tearDown(socket: Socket): void {
  if (socket.remoteFamily) socket.resetAndDestroy()
  else socket.destroy()
}

function write(into: Socket, bytes: Buffer): Promise<void> | void {
  if (bytes.length > 0 && into.writable) into.write(bytes)
}

async function slowly(into: Socket, chunk: Buffer, kind: 'DELAY' | 'DRIP', met: Way['met']): Promise<void> {
  met(kind)
  if (kind === 'DELAY') await pause(lateMs)
  // Not the whole of a long answer, which would take minutes.
  const dripped = kind === 'DRIP' ? Math.min(chunk.length, 120) : 0
  for (let at = 0; at < dripped; at += 7) {
    await write(into, chunk.subarray(at, Math.min(at + 7, dripped)))
    await pause(0)
  }
  await write(into, chunk.subarray(dripped))
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Where a connection string of a Unix socket leads, and the same database by a proxy's port. */
export function databaseBehind(connectionString: string): { target: { path: string }; through(port: number): string } {
  const url = new URL(connectionString)
  return {
    target: { path: `${url.searchParams.get('host')}/.s.PGSQL.5432` },
    through: (port) => `postgresql://${url.username || 'postgres'}@127.0.0.1:${port}${url.pathname}`,
  }
}
