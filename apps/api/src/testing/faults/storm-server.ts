import { applyMigrations } from '@shebao/prisma/migrate'
import pg from 'pg'
import { startPostgresServer } from '../database-setup.ts'
import type { KillableServer } from './storm.ts'

export interface StormServer extends KillableServer {
  connectionString: string
  stop(): void
}

/** A PostgreSQL of one's own, which may be killed; migrated, with nothing in it. With further lines of its configuration. */
export async function openStormServer(folder: string, settings: readonly string[] = []): Promise<StormServer> {
  const server = startPostgresServer(folder, settings)
  try {
    const admin = new pg.Client({ connectionString: server.url('postgres') })
    await admin.connect()
    await admin.query('CREATE DATABASE storm')
    await admin.end()
    await applyMigrations(server.url('storm'))
  } catch (error) {
    server.stop()
    throw error
  }
  return { connectionString: server.url('storm'), kill: server.stop, start: server.start, stop: server.stop }
}
