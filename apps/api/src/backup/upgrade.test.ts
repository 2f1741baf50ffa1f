import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { applyMigrations, listMigrations } from '@shebao/prisma/migrate'
import { releaseOf, releases } from '@shebao/prisma/releases'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPlatform } from '../open-platform.ts'
import type { OpenPlatform } from '../open-platform.ts'
import { readEnvironment } from '../platform/environment.ts'
import { createLogger } from '../platform/logger.ts'
import { createServer } from '../server.ts'
import { serverParts } from '../server-parts.ts'
import { runCommand } from '../terminal/run-command.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../testing/ask.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import type { TestDatabase } from '../testing/test-database.ts'
import { createTestClock } from '../testing/test-platform.ts'
import { lastRelease, loadOffice, readOffice } from '../testing/upgrade/load-office.ts'

const hasTools = ['pg_dump', 'pg_restore'].every((program) => spawnSync(program, ['--version']).status === 0)
const until = releases.at(-1)?.lastMigration ?? ''

/** The figures of an amount by name, of whatever table has them. */
const sums = `SELECT (SELECT sum(amount)::text FROM ledger_entry WHERE amount > 0) AS booked, (SELECT count(*)::int FROM ledger_entry) AS entries,
  (SELECT sum(total)::text FROM payment_notice) AS billed, (SELECT sum(late_fee)::text FROM payment_notice) AS late,
  (SELECT sum(amount)::text FROM payment) AS paid, (SELECT sum(credit_total)::text FROM statement) AS credited,
  (SELECT sum(average_wage)::text FROM enrolment) AS wages, (SELECT sum(amount)::text FROM refund) AS refunds,
  (SELECT sum(premium)::text FROM back_payment) AS "backPayments", (SELECT sum(amount)::text FROM write_off) AS "writeOffs",
  (SELECT sum(pension_employer + pension_personal + medical_employer + medical_personal + unemployment_employer + unemployment_personal
    + work_injury_employer + maternity_employer)::text FROM premium_payment) AS months,
  (SELECT string_agg(md5(personal), '' ORDER BY id_hash) FROM individual) AS people`

describe.skipIf(inject('databaseSource').kind === 'embedded' || !hasTools)(`an office of ${lastRelease}`, () => {
  const root = mkdtempSync(join(tmpdir(), 'shebao-upgrade-'))
  const kept = readOffice()
  let database: TestDatabase
  let client: pg.Client
  let settings: Record<string, string>
  let before: Record<string, unknown>

  const one = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows[0] ?? {}
  const applied = async () => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
    )
    return rows.map(({ name }) => name)
  }

  async function run(...argv: string[]) {
    const said: string[] = []
    const tell = (...lines: readonly string[]) => void said.push(...lines)
    const environment = readEnvironment({ SHEBAO_MODE: 'production', LANG: 'en_GB.UTF-8', ...settings })
    const code = await runCommand({ environment, logger: createLogger('silent'), say: tell, note: tell }, argv)
    return { code, said: said.join('\n') }
  }

  beforeAll(async () => {
    database = await openTestDatabase()
    settings = {
      SHEBAO_SECRET_KEY: '07'.repeat(32),
      SHEBAO_DATA_DIR: join(root, 'office'),
      DATABASE_URL: database.connectionString,
    }
    client = new pg.Client({ connectionString: database.connectionString })
    await client.connect()
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    await applyMigrations(database.connectionString, until)
    await loadOffice(database.connectionString, kept)
    before = await one(sums)
  })
  afterAll(async () => {
    await client.end()
    await database.close()
    rmSync(root, { recursive: true })
  })

  it('has rows in every table that it had', async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
    )
    expect(kept.tables.map(({ table }) => table).toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
    expect(kept.tables.filter((table) => table.rows.length === 0)).toEqual([])
  })

  describe('whose upgrade is killed midway', () => {
    /** Somebody reads a month, which keeps the migration that rebuilds their key waiting: there it is killed. */
    async function killMidway(kill: (backend: number) => Promise<void>): Promise<void> {
      await client.query('BEGIN; SELECT FROM premium_payment LIMIT 1')
      const killer = new pg.Client({ connectionString: database.connectionString })
      await killer.connect()
      let waiting: { pid: number } | undefined
      while (!waiting) {
        const { rows } = await killer.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        ;[waiting] = rows
        if (!waiting) await setTimeout(20)
      }
      await kill(waiting.pid)
      await killer.end()
      await client.query('COMMIT')
    }

    it('has the migrations before that one, whole, when the server ends what it was doing', async () => {
      const dying = applyMigrations(database.connectionString).catch((error: unknown) => error)
      await killMidway(async (backend) => {
        await database.database.query({ text: 'SELECT pg_terminate_backend($1)' }, [backend])
        expect(await dying).toBeInstanceOf(Error)
      })
      const done = await applied()
      expect(done).toEqual((await listMigrations()).slice(0, done.length))
      expect(done).toContain(until)
      expect(done.length).toBeLessThan((await listMigrations()).length)
    })

    it('has that one as well when it is the process that dies, as the server goes on alone', async () => {
      const before = await applied()
      const module = createRequire(import.meta.url).resolve('@shebao/prisma/migrate')
      const script = `import { applyMigrations } from ${JSON.stringify(module)}; await applyMigrations(process.argv[1])`
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, database.connectionString])
      const ended = once(child, 'exit')
      await killMidway(async () => {
        child.kill('SIGKILL')
        await ended
      })
      // The turn is free when the server is done with it.
      await client.query('SELECT pg_advisory_lock(7304), pg_advisory_unlock(7304)')
      expect(await applied()).toEqual((await listMigrations()).slice(0, before.length + 1))
    })
  })

  it('is upgraded with a backup before it, whole, and a second time not at all', async () => {
    const { code, said } = await run('upgrade')
    expect(said).toMatch(/The backup is made[\s\S]*upgraded[\s\S]*ok {2}Key[\s\S]*ok {2}Ledger[\s\S]*ok {2}Audit/)
    expect(said).not.toContain('NOT OK')
    expect(code).toBe(0)
    expect(await applied()).toEqual(await listMigrations())
    expect(await run('upgrade')).toMatchObject({ code: 0, said: expect.stringContaining('nothing to do') })
    expect(await run('audit', 'verify')).toMatchObject({ code: 0 })
  })

  it('has lost nothing: every row, every fen, everybody', async () => {
    expect(await one(sums)).toEqual(before)
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const there = new Set(rows.map(({ name }) => name))
    // Where the rows of tables went that are no more. One that a later migration takes away needs its line here.
    const moved: Readonly<Record<string, string>> = {
      declaration_event: `SELECT count(*)::int AS rows FROM case_event WHERE lifecycle = 'annual-declaration'`,
      personnel_upload_row: 'SELECT sum(cardinality(row_nos))::int AS rows FROM personnel_upload_part',
    }
    const counts: Record<string, number> = {}
    for (const { table } of kept.tables) {
      const now = moved[table] ?? (there.has(table) ? `SELECT count(*)::int AS rows FROM "${table}"` : undefined)
      counts[table] = now === undefined ? -1 : Number((await one(now))['rows'])
    }
    expect(counts).toEqual(Object.fromEntries(kept.tables.map((table) => [table.table, table.rows.length])))
  })

  describe('that was upgraded', () => {
    let opened: OpenPlatform
    beforeAll(async () => {
      opened = await openPlatform(
        readEnvironment({ SHEBAO_MODE: 'test', ...settings }),
        createLogger('silent'),
        'SET_UP',
      )
    })
    afterAll(() => opened.close())

    it('is served', async () => {
      const app = await createServer(opened.platform, serverParts)
      expect((await app.inject('/healthz')).statusCode).toBe(200)
      await app.close()
    })

    it('answers for people, units and staff', async () => {
      const platform = {
        ...opened.platform,
        clock: createTestClock('2026-11-30T10:00:00+08:00'),
        connectionString: opened.connectionString,
        close: opened.close,
      }
      const rowsOf = (name: string) => kept.tables.find(({ table }) => table === name)?.rows ?? []
      const people = new Set(rowsOf('premium_payment').map((row) => String(row['individual_id'])))
      expect(people.size).toBeGreaterThan(20)
      for (const id of people) {
        const { data, errors } = await ask(
          platform,
          insuredViewer(id),
          '{ me { name idMasked payments { edges { node { period } } } } }',
        )
        expect(errors).toEqual([])
        const { me } = data as unknown as { me: { name: string; idMasked: string; payments: { edges: object[] } } }
        const months = rowsOf('premium_payment').filter((row) => row['individual_id'] === id)
        expect([me.name.length > 1, me.idMasked, me.payments.edges.length]).toEqual([
          true,
          rowsOf('individual').find((row) => row['id'] === id)?.['id_masked'],
          months.length,
        ])
      }
      const staff = staffViewer(['HEAD', 'REVIEWER', 'OFFICER'], { officeId: String(rowsOf('office')[0]?.['id']) })
      for (const { id, number } of rowsOf('refund')) {
        const { data, errors } = await ask(platform, staff, `{ refund(id: "${String(id)}") { number amount } }`)
        expect([errors, data]).toEqual([[], { refund: { number, amount: expect.anything() } }])
      }
      for (const { id, number } of rowsOf('back_payment'))
        expect(await ask(platform, staff, `{ backPayment(id: "${String(id)}") { number } }`)).toMatchObject({
          data: { backPayment: { number } },
          errors: [],
        })
      const desk = `{ employerSums { employers overdue } reconciliationDays { edges { node { day } } }
        reviewQueue(first: 5) { edges { node { id } } } auditTrail(first: 100) { edges { node { action } } } }`
      const answered = await ask(
        platform,
        staffViewer(['HEAD', 'REVIEWER', 'OFFICER', 'AUDITOR'], { officeId: staff.officeId }),
        desk,
      )
      expect(answered.errors).toEqual([])
      expect(answered.data).toMatchObject({
        employerSums: { employers: rowsOf('employer').length },
        reconciliationDays: { edges: rowsOf('reconciliation_day').map(() => expect.anything()) },
      })
      for (const { id, employer_id: employerId } of rowsOf('declaration'))
        expect(
          await ask(
            platform,
            employerViewer(String(employerId)),
            `{ declaration(id: "${String(id)}") { id events { __typename } } }`,
          ),
        ).toMatchObject({
          data: { declaration: { id, events: expect.arrayContaining([{ __typename: 'DeclarationEvent' }]) } },
          errors: [],
        })
    })
  })

  it('numbers on where it was', async () => {
    const { rows } = await client.query<{ name: string; last: string }>(
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE sequencename = ANY ($1)`,
      [Object.keys(kept.sequences)],
    )
    for (const [name, last] of Object.entries(kept.sequences))
      expect(Number(rows.find((row) => row.name === name)?.last), name).toBeGreaterThanOrEqual(Number(last))
  })
})

describe('a migration', () => {
  it('is one transaction: a killed upgrade goes on where it was', async () => {
    const folder = join(import.meta.dirname, '../../../../prisma/migrations')
    for (const name of await listMigrations()) {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll(/--.*$/gm, '')
      expect(
        sql.match(
          /^\s*(?:COMMIT|BEGIN|START TRANSACTION|ROLLBACK)\b\s*(?:TRANSACTION|WORK)?;|\bCONCURRENTLY\b|\bVACUUM\b/im,
        ),
        name,
      ).toBeNull()
    }
  })

  it('of every release is there, and the upgrade begins at the last one', async () => {
    const known = await listMigrations()
    expect(releases.map(({ lastMigration }) => known.includes(lastMigration))).toEqual(releases.map(() => true))
    expect(lastRelease).toBe(releases.at(-1)?.version)
    expect(releaseOf(known.filter((name) => name <= until))).toBe(lastRelease)
    expect([releaseOf(known), releaseOf([])]).toEqual([
      `${lastRelease}+${known.filter((name) => name > until).length}`,
      '0.0.0',
    ])
  })
})
