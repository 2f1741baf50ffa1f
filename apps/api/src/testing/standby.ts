import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connected } from './connected.ts'
import { startPostgresServer } from './database-setup.ts'

/** A PostgreSQL with nothing in it, and a standby `db2` that follows it through a slot of that name. */
export async function openStandby() {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-standby-'))
  const server = startPostgresServer(folder, ['autovacuum = off', 'max_wal_size = 4GB'])
  const data = join(folder, 'db2')
  const port = '5433'
  const steer = (...how: string[]) => server.run('pg_ctl', ['-D', data, '-w', ...how])
  const stop = () => steer('-m', 'immediate', 'stop')
  const close = async () => {
    // It may stand still by now.
    await stop().catch(() => undefined)
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const from = ['-d', server.url('postgres'), '-D', data]
    await server.run('pg_basebackup', [...from, '-R', '-C', '-S', 'db2', '-c', 'fast', '--no-sync'])
    appendFileSync(join(data, 'postgresql.auto.conf'), `port = ${port}\ncluster_name = 'db2'\n`)
    await steer('-l', join(folder, 'db2.log'), 'start')
  } catch (error) {
    await close()
    throw error
  }
  return {
    primary: server.url('postgres'),
    ask: (text: string) => connected(`${server.url('postgres')}&port=${port}`, (client) => client.query(text)),
    stop,
    close,
  }
}
