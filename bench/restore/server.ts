import { appendFileSync, chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgresServer } from '@shebao/api/src/testing/database-setup.ts'
import type { PostgresServer } from '@shebao/api/src/testing/database-setup.ts'

const database = 'shebao'
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))

/**
 * A PostgreSQL server that archives its log, as docs/operations.md sets one up: the same settings, the same programs, folders of its
 * own. Its owner is whoever PostgreSQL lets run it.
 */
export class ArchivingServer {
  readonly url: string
  readonly #folder: string
  readonly #server: PostgresServer
  #runs = true

  constructor(folder: string) {
    this.#folder = folder
    for (const name of ['archive', 'base']) {
      mkdirSync(join(folder, name))
      // The database's user writes there, who need not be the one that runs this.
      chmodSync(join(folder, name), 0o777)
    }
    const archive = join(folder, 'archive')
    this.#server = startPostgresServer(folder, [
      'archive_mode = on',
      `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`,
      'wal_level = replica',
    ])
    this.url = this.#server.url(database)
  }

  async makeDatabase(): Promise<void> {
    await this.ask(`CREATE DATABASE ${database}`, 'postgres')
  }

  /** While everybody works. */
  async takeBaseBackup(): Promise<void> {
    const place = ['-h', this.#folder, '-U', 'postgres']
    await this.#server.run('pg_basebackup', [
      ...place,
      '-D',
      join(this.#folder, 'base', 'data'),
      '-X',
      'stream',
      '-c',
      'fast',
    ])
  }

  /** The server's own clock, to the microsecond: commits are stamped with it. */
  async now(): Promise<string> {
    const [row] = await this.ask<{ now: string }>(`SELECT clock_timestamp()::text AS now`)
    if (!row) throw new Error('The server said no time.')
    return row.now
  }

  /** Until everything that was committed is in the archive. */
  async archiveAll(): Promise<void> {
    const [last] = await this.ask<{ file: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS file')
    for (;;) {
      const [state] = await this.ask<{ archived: string | null }>(
        'SELECT last_archived_wal AS archived FROM pg_stat_archiver',
      )
      if (state?.archived && last && state.archived >= last.file) return
      await pause(50)
    }
  }

  /** What is there now is set aside, the base backup takes its place, and the archive brings it up to the moment. */
  async restoreTo(moment: string): Promise<void> {
    this.stop()
    const { data } = this.#server
    renameSync(data, `${data}.harmed`)
    renameSync(join(this.#folder, 'base', 'data'), data)
    appendFileSync(
      join(data, 'postgresql.auto.conf'),
      [
        `restore_command = 'cp ${join(this.#folder, 'archive')}/%f %p'`,
        `recovery_target_time = '${moment}'`,
        `recovery_target_action = 'promote'`,
        // A second life of the same office must not write over the first one's log.
        `archive_mode = off`,
        '',
      ].join('\n'),
    )
    writeFileSync(join(data, 'recovery.signal'), '')
    this.#server.start()
    this.#runs = true
    for (;;) {
      const [row] = await this.ask<{ recovering: boolean }>('SELECT pg_is_in_recovery() AS recovering')
      if (row?.recovering === false) return
      await pause(50)
    }
  }

  async ask<Row extends object>(text: string, on = database): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.#server.url(on) })
    await client.connect()
    try {
      return (await client.query<Row>(text)).rows
    } finally {
      await client.end()
    }
  }

  stop(): void {
    if (this.#runs) this.#server.stop()
    this.#runs = false
  }
}
