import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockDirectory } from './lock-directory.ts'

// A process of its own that serves one embedded database. It is told what to do by its parent over the IPC channel
// and ends, closing the database properly, when the parent is gone, however the parent went.

export type Order =
  | { type: 'start'; dataDirectory: string | undefined; archiveFile: string | undefined }
  | { type: 'dump'; archiveFile: string }
  | { type: 'stop' }

export type Answer = { type: 'ready'; socketFolder: string } | { type: 'dumped' } | { type: 'failed'; message: string }

const longestCloseMs = 10_000

let opened: { database: PGlite; server: PGLiteSocketServer; socketFolder: string; release: () => void } | undefined

async function start(dataDirectory: string | undefined, archiveFile: string | undefined): Promise<Answer> {
  // Two of them on one folder would destroy it. One that was killed a moment ago is given time to close.
  const release = dataDirectory ? await lockDirectory(dataDirectory, 'database', longestCloseMs) : () => undefined
  const folder = dataDirectory && join(dataDirectory, 'pgdata')
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = await PGlite.create({
    extensions: { btree_gist },
    ...(folder ? { dataDir: folder } : {}),
    ...(archiveFile ? { loadDataDir: new Blob([readFileSync(archiveFile)]) } : {}),
  })
  const socketFolder = mkdtempSync(join(tmpdir(), 'shebao-pg-'))
  const server = new PGLiteSocketServer({ db: database, path: join(socketFolder, '.s.PGSQL.5432'), maxConnections: 4 })
  await server.start()
  opened = { database, server, socketFolder, release }
  return { type: 'ready', socketFolder }
}

async function dump(archiveFile: string): Promise<Answer> {
  if (!opened) return { type: 'failed', message: 'The database is not open.' }
  const archive = await opened.database.dumpDataDir('none')
  writeFileSync(archiveFile, new Uint8Array(await archive.arrayBuffer()))
  return { type: 'dumped' }
}

async function stop(): Promise<never> {
  if (opened) {
    await opened.server.stop()
    await opened.database.close()
    rmSync(opened.socketFolder, { recursive: true, force: true })
    opened.release()
  }
  process.exit(0)
}

const carryOut = (order: Order): Promise<Answer> => {
  if (order.type === 'start') return start(order.dataDirectory, order.archiveFile)
  if (order.type === 'dump') return dump(order.archiveFile)
  return stop()
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) =>
      process.send?.({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => void stop())
// The terminal sends these to the whole process group; the parent decides when the database ends.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
