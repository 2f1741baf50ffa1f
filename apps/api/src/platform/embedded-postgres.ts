import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Answer, Order } from './embedded-postgres.process.ts'

export interface EmbeddedPostgresOptions {
  /** A folder, or undefined for a database in memory that is gone at the end. */
  dataDirectory: string | undefined
  /** A file made by `dump`, to begin from when the database is new. */
  archiveFile?: string
}

export interface EmbeddedPostgres {
  connectionString: string
  /** Writes the whole database into one file, for tests to begin from. */
  dump(archiveFile: string): Promise<void>
  /** Resolves when everything is on disk and the process has ended. */
  stop(): Promise<void>
}

/**
 * PostgreSQL without a server to install (PGlite) on a private Unix socket, so that the ordinary `pg` driver serves
 * both modes. It has a process of its own: a long statement would otherwise block every request.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const child = fork(new URL('./embedded-postgres.process.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const order = (message: Order) => send(child, message)
  const ready = await order({
    type: 'start',
    dataDirectory: options.dataDirectory,
    archiveFile: options.archiveFile,
  }).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  if (ready.type !== 'ready') throw new Error(`Unexpected answer of the embedded database: ${ready.type}`)
  return {
    connectionString: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(ready.socketFolder)}`,
    async dump(archiveFile) {
      await order({ type: 'dump', archiveFile })
    },
    async stop() {
      // It may have been killed before: nobody is there to be told.
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.send({ type: 'stop' } satisfies Order)
      await ended
    },
  }
}

function send(child: ChildProcess, order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void) => {
      child.off('message', onMessage)
      child.off('exit', onExit)
      outcome()
    }
    const onMessage = (answer: Answer) =>
      settle(() => (answer.type === 'failed' ? reject(new Error(answer.message)) : resolve(answer)))
    const onExit = () => settle(() => reject(new Error('The embedded database ended unexpectedly.')))
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(order)
  })
}
