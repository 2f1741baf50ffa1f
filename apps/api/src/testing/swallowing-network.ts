import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A way to the database that can be made to swallow everything, as a firewall does that drops packets. */
export interface SwallowingNetwork {
  connectionString: string
  swallow(): void
  close(): Promise<void>
}

/** `to`: a connection string of a database on a Unix socket. */
export async function openSwallowingNetwork(to: string): Promise<SwallowingNetwork> {
  const target = new URL(to)
  const socketFile = `${target.searchParams.get('host')}/.s.PGSQL.5432`
  const sockets = new Set<Socket>()
  let swallowing = false
  const server = createServer((near) => {
    sockets.add(near)
    near.on('error', () => undefined)
    if (swallowing) return
    const far = connect(socketFile)
    sockets.add(far)
    far.on('error', () => near.destroy())
    near.on('data', (chunk) => void (swallowing || far.write(chunk)))
    far.on('data', (chunk) => void (swallowing || near.write(chunk)))
    near.on('close', () => far.destroy())
    far.on('close', () => swallowing || near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const user = target.username || 'postgres'
  return {
    connectionString: `postgresql://${user}@127.0.0.1:${port}${target.pathname}`,
    swallow() {
      swallowing = true
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
