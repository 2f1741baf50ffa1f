import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPlatform } from '../open-platform.ts'
import { columnsOfBytes } from '../platform/sealed-columns.ts'
import { createVault } from '../platform/crypto.ts'
import { readEnvironment } from '../platform/environment.ts'
import { createLogger } from '../platform/logger.ts'
import { runCommand } from '../terminal/run-command.ts'
import { connected } from '../testing/connected.ts'
import { inOffice } from '../testing/in-office.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import type { TestDatabase } from '../testing/test-database.ts'
import { parseDescriptions, readDescriptions } from './data-package.ts'
import type { ExportManifest } from './export-manifest.ts'
import { madeByMigrations } from './import-office.ts'
import { openLine, openingsOf } from './readable.ts'
import { nextFetch } from './read-rows.ts'
import { insertLines, listTables, selectLines } from './tables.ts'

type Settings = Record<string, string>

const secret = { SHEBAO_SECRET_KEY: 'ab'.repeat(32) }
const withServer = inject('databaseSource').kind === 'server'
const root = mkdtempSync(join(tmpdir(), 'shebao-export-'))
let databases: TestDatabase[] = []
let office: Settings
let other: Settings
let taken = ''

async function run(settings: Settings, ...argv: string[]) {
  const said: string[] = []
  const tell = (...lines: readonly string[]) => void said.push(...lines)
  const environment = readEnvironment({ SHEBAO_MODE: 'production', LANG: 'en_GB.UTF-8', ...settings })
  const code = await runCommand({ environment, logger: createLogger('silent'), say: tell, note: tell }, argv)
  return { code, said: said.join('\n') }
}

async function done(settings: Settings, ...argv: string[]): Promise<string> {
  const { code, said } = await run(settings, ...argv)
  if (code !== 0) throw new Error(said)
  return said
}

const particulars = ['--region=370200', '--name-zh=青岛市社会保险事业中心', '--name-en=Qingdao Social Insurance Centre']
  .concat(['--address-zh=青岛市市南区示范路1号', '--address-en=1 Example Road, Qingdao', '--phone=12333'])
  .concat(['--seal=业务专用章', '--payee-number=3700123456789012', '--payee-name=收入户', '--payee-bank=示例银行'])
  .concat(['--admin-no=QD0001', '--admin-name=王建国'])

/** What a text, a list or a number may be that some format of tables would not give back. */
const odd = `UPDATE account SET display_name = E'王\\u2028"建,国"\\n\\\\N', previous_hashes = ARRAY['', 'NULL', E'{a,"b"}'];
  UPDATE office SET address_en = '';
  SELECT setval('refund_number', 9007199254740993)`

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ExportManifest
const newest = (folder: string) => globSync(join(folder, 'shebao-export-*')).toSorted().at(-1) ?? '?'

beforeAll(async () => {
  databases = withServer ? [await openTestDatabase(), await openTestDatabase()] : []
  const [here, there] = databases.map(({ connectionString }) => ({ DATABASE_URL: connectionString }))
  office = { ...secret, SHEBAO_DATA_DIR: join(root, 'first'), ...here }
  other = { ...secret, SHEBAO_DATA_DIR: join(root, 'second'), ...there }
  await done(office, 'office', 'create', ...particulars)
  await inOffice(office, 'AS_IT_IS', (query) => query(odd))
  await done(office, 'export', '--to', join(root, 'out'))
  taken = newest(join(root, 'out'))
})
afterAll(async () => {
  for (const database of databases) await database.close()
  rmSync(root, { recursive: true })
})

/** Another folder of the same export, spoilt. */
function spoilt(spoil: (folder: string) => void): string {
  const folder = mkdtempSync(join(root, 'spoilt-'))
  cpSync(taken, folder, { recursive: true })
  spoil(folder)
  return folder
}

const changed = (change: (manifest: ExportManifest) => void) => (folder: string) => {
  const manifest = manifestOf(folder)
  change(manifest)
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
}
const unsign = (folder: string) => rmSync(join(folder, 'manifest.hmac'))
/** By somebody who takes the code of origin away with it. */
const rewritten = (change: (manifest: ExportManifest) => void) =>
  spoilt((folder) => {
    changed(change)(folder)
    unsign(folder)
  })

describe('an office', () => {
  it('is refused where it does not fit, before anything is made', async () => {
    const refusals: [Settings, string, RegExp][] = [
      [other, spoilt((at) => writeFileSync(join(at, 'tables', 'office.jsonl'), '')), /changed.*office\.jsonl/],
      [other, spoilt((at) => rmSync(join(at, 'tables', 'account.jsonl'))), /changed.*account\.jsonl/],
      [other, spoilt((at) => rmSync(join(at, 'manifest.json'))), /changed.*manifest\.json/],
      [other, rewritten(({ migrations }) => migrations.push('29991231000000_later')), /later release/],
      [other, rewritten(({ migrations }) => migrations.pop()), /earlier release .*shebao upgrade/],
      [{ ...other, SHEBAO_SECRET_KEY: 'cd'.repeat(32) }, taken, /own key/],
      [other, spoilt(unsign), /could not be checked.*--unsigned/],
      [other, spoilt(changed(({ tables }) => tables.pop())), /not written with the office’s key/],
      [other, spoilt((at) => writeFileSync(join(at, 'manifest.hmac'), 'ab')), /not written with the office’s key/],
    ]
    for (const [settings, folder, why] of refusals)
      expect(await run(settings, 'import', folder)).toMatchObject({ code: 1, said: expect.stringMatching(why) })
    expect(existsSync(join(root, 'second'))).toBe(false)
  })

  it('is not taken into one that holds something', async () => {
    expect(await run(office, 'import', taken)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/not empty.*account/),
    })
  })

  it('comes in whole or not at all, into whichever database, with the same hashes, and goes on', async () => {
    // A table that is not what the manifest says is found at the very end.
    const wrong = rewritten(({ tables }) =>
      tables.forEach((table) => (table.sha256 = table.name === 'office' ? '0'.repeat(64) : table.sha256)),
    )
    expect(await run(other, 'import', wrong, '--unsigned')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/undone: office$/),
    })

    // The key it was made under is being replaced here: data keys come as they are, and the code of origin is that of the old one.
    const renewing = { ...other, SHEBAO_SECRET_KEY: 'cd'.repeat(32), SHEBAO_OLD_SECRET_KEY: secret.SHEBAO_SECRET_KEY }
    expect(await run(renewing, 'import', spoilt(changed(({ tables }) => tables.pop())))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/not written with the office’s key/),
    })
    const { code, said } = await run(renewing, 'import', taken)
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/each table as the export has it[\s\S]*ok {2}Ledger[\s\S]*ok {2}Audit[\s\S]*should be/),
    ])
    expect(await run(other, 'audit', 'verify')).toMatchObject({ code: 0 })
    const facts = `SELECT (SELECT display_name FROM account) AS name, (SELECT address_en FROM office) AS address,
      (SELECT previous_hashes FROM account) AS hashes, nextval('refund_number')::text AS next,
      (SELECT string_agg(action, ' ' ORDER BY seq) FROM audit_event) AS trail,
      (SELECT count(*)::int FROM pg_trigger WHERE tgenabled <> 'O') AS asleep,
      (SELECT count(*)::int FROM pg_constraint WHERE contype = 'f') AS held`
    const [there] = await inOffice(other, 'AS_IT_IS', (query) => query(facts))
    expect(there).toMatchObject({
      name: '王\u2028"建,国"\n\\N',
      address: '',
      hashes: ['', 'NULL', '{a,"b"}'],
      next: '9007199254740994',
      trail: 'OFFICE_CREATED SIGNING_KEY_MADE FIRST_ADMINISTRATOR_CREATED EXPORT_OFFICE IMPORT_OFFICE',
      asleep: 0,
    })
    const [here] = await inOffice(office, 'AS_IT_IS', (query) => query(facts))
    expect(there).toHaveProperty('held', (here as { held: number }).held)

    expect(await run(other, 'export', '--to', join(root, 'again'))).toMatchObject({ code: 0 })
    const before = new Map(manifestOf(taken).tables.map(({ name, sha256 }) => [name, sha256]))
    const others = manifestOf(newest(join(root, 'again'))).tables.filter(
      ({ name, sha256 }) => before.get(name) !== sha256,
    )
    // It wrote down that it came in and was taken again.
    expect(others.map(({ name }) => name)).toEqual(['audit_event', 'audit_head', 'audit_link'])
  })

  it('is taken in clear only with a reason, which the trail keeps', async () => {
    for (const asked of [['--readable'], ['--reason=why'], []])
      expect(
        await run(office, 'export', ...(asked.length > 0 ? ['--to', join(root, 'clear')] : []), ...asked),
      ).toMatchObject({
        code: 2,
      })
    mkdirSync(join(root, 'clear'))
    expect(await run(office, 'export', '--to', join(root, 'clear'), '--readable', '--reason=换系统')).toMatchObject({
      code: 0,
      said: expect.stringContaining('in clear'),
    })
    const [entry] = await inOffice(office, 'AS_IT_IS', (query) =>
      query(
        `SELECT reason, change->>'readable' AS readable FROM audit_event WHERE action = 'EXPORT_OFFICE' ORDER BY seq DESC LIMIT 1`,
      ),
    )
    expect(entry).toEqual({ reason: '换系统', readable: 'true' })
    expect(globSync(join(newest(join(root, 'clear')), 'readable', '*.jsonl')).length).toBeGreaterThan(20)
    expect(existsSync(join(taken, 'readable'))).toBe(false)
  })
})

describe('the export', () => {
  async function ask<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const environment = readEnvironment({ SHEBAO_MODE: 'production', ...office })
    const { connectionString, close } = await openPlatform(environment, createLogger('silent'), 'AS_IT_IS')
    try {
      return await connected(connectionString, work)
    } finally {
      await close()
    }
  }

  it('has every table of the schema, each in the dictionary with what it means', async () => {
    const known = await ask((client) =>
      client.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY tablename COLLATE "C"`,
      ),
    )
    const names = known.rows.map(({ name }) => name)
    expect(manifestOf(taken).tables.map(({ name }) => name)).toEqual(names)
    expect(globSync(join(taken, 'tables', '*.jsonl'))).toHaveLength(names.length)
    interface Resource {
      name: string
      schema: { fields: { name: string; description?: string }[]; primaryKey: string[] }
    }
    const { resources } = JSON.parse(readFileSync(join(taken, 'datapackage.json'), 'utf8')) as { resources: Resource[] }
    expect(resources.map(({ name }) => name)).toEqual(names)
    const account = resources.find(({ name }) => name === 'account')
    expect(account?.schema.fields.find(({ name }) => name === 'kind')?.description).toBe(
      'EMPLOYER | INSURED | STAFF | PARTNER',
    )
    expect(account?.schema.primaryKey).toEqual(['id'])
    // What is said of a column that was renamed would be said of none.
    const columns = new Set(
      resources.flatMap(({ name, schema }) => schema.fields.map((field) => `${name}.${field.name}`)),
    )
    const { column, table } = await readDescriptions()
    expect([...column.keys()].filter((name) => !columns.has(name) && !/\.(employer|office)_id$/.test(name))).toEqual([])
    expect([...table.keys()].filter((name) => !names.includes(name))).toEqual([])
    expect(parseDescriptions('model A {\n  b Int @map("c") // d\n\n  @@map("e")\n}\n').column.get('e.c')).toBe('d')
  })

  it('knows of every column of bytes what it holds, and what migrations leave in a new database', async () => {
    const tables = await ask(listTables)
    const bytes = tables.flatMap(({ name, columns }) =>
      columns.filter(({ type }) => type.startsWith('bytea')).map((column) => `${name}.${column.name}`),
    )
    expect(Object.keys(columnsOfBytes).toSorted()).toEqual(bytes.toSorted())
    expect(madeByMigrations.filter((name) => !tables.some((table) => table.name === name))).toEqual([])
  })

  it('takes the attached files of every feature that keeps some', () => {
    const features = join(import.meta.dirname, '../features')
    const users = globSync('*/*/**/*.ts', { cwd: features }).filter((file) =>
      readFileSync(join(features, file), 'utf8').includes('platform/file-store.ts'),
    )
    // Another one: which column names its files goes into `attachedFiles` of write-export.ts.
    expect([...new Set(users.map((file) => dirname(file)))].toSorted()).toEqual(['desk/papers', 'register/attachment'])
  })

  it('opens what is sealed wherever it stands: a value, some of a list, a name within JSON; never a secret', () => {
    const vault = createVault(Buffer.alloc(32, 5))
    const sealed = (value: unknown) => Buffer.from(vault.seal(value)).toString('base64')
    const opened = (name: string, stored: Record<string, unknown>) => {
      const columns = Object.keys(stored).map((column) => ({ name: column, type: 'bytea', required: false }))
      const table = { name, columns, primaryKey: ['id'] }
      return JSON.parse(openLine(table, openingsOf(table, vault), JSON.stringify(stored))) as unknown
    }
    expect(opened('individual', { id: 'a', personal: sealed({ name: '王' }), id_hash: 'x' })).toEqual({
      id: 'a',
      personal: { name: '王' },
    })
    expect(opened('personnel_upload_part', { id: 'a', personals: [sealed(1), null] })).toEqual({
      id: 'a',
      personals: [1, null],
    })
    expect(
      opened('enforcement_case', { id: 'a', standing: { banks: [{ accountSealed: sealed('3700'), bank: 'B' }] } }),
    ).toEqual({
      id: 'a',
      standing: { banks: [{ accountSealed: '3700', bank: 'B' }] },
    })
    expect(opened('signing_key', { id: 'a', private_key: sealed('secret') })).toEqual({ id: 'a' })
    expect(() => opened('individual', { id: 'a', personal: 'AAAA' })).toThrow(
      'individual.personal of {"id":"a"} does not open.',
    )
  })

  it('gives every kind of value back as it was, and nothing where there was nothing', async () => {
    const back = await ask(async (client) => {
      await client.query(`BEGIN; CREATE TABLE odd_values (id TEXT PRIMARY KEY, big BIGINT, bigs BIGINT[], exact NUMERIC, said JSONB,
        bytes BYTEA, parts BYTEA[], at TIMESTAMP(3), words TEXT[], flag BOOLEAN, found TSVECTOR, day DATE, halved BIGINT GENERATED ALWAYS AS (big / 2) STORED);
        INSERT INTO odd_values VALUES ('B', 9223372036854775807, '{9007199254740993,NULL}', 0.1000000000000000000001, '{"n": 9007199254740993, "x": null}',
          '\\x00ff', ARRAY['\\x', NULL, '\\x01']::bytea[], '2026-11-30 12:00:00.001', ARRAY['', NULL, 'null'], false, to_tsvector('simple', 'a b'), '2026-02-28'),
          ('a', -1, '{}', 'NaN', 'null', '', '{}', NULL, '{}', NULL, '', NULL);
        INSERT INTO odd_values VALUES ('none')`)
      const table = (await listTables(client)).find(({ name }) => name === 'odd_values')
      if (!table) throw new Error('The table is not listed.')
      const lines = (await client.query<{ line: string }>(selectLines(table))).rows.map(({ line }) => line)
      await client.query('CREATE TEMP TABLE was AS TABLE odd_values; TRUNCATE odd_values')
      await client.query(insertLines(table), [lines])
      const { rows } = await client.query(
        '(TABLE odd_values EXCEPT TABLE was) UNION ALL (TABLE was EXCEPT TABLE odd_values)',
      )
      await client.query('ROLLBACK')
      return { lines, rows, text: selectLines(table) }
    })
    expect(back.rows).toEqual([])
    // By bytes, in whichever order the database would put text.
    expect(back.text).toMatch(/ORDER BY "id" COLLATE "C"$/)
    // What has no value is not there.
    expect(back.lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['B', 'a', 'none'])
    expect(back.lines[1]).toBe(
      '{"id":"a","big":"-1","bigs":[],"exact":"NaN","said":null,"bytes":"","parts":[],"words":[],"found":""}',
    )
    expect(back.lines[2]).toBe('{"id":"none"}')
  })

  it('fetches some two megabytes at a time, whatever a row weighs', () => {
    expect([
      nextFetch(100, 1_000),
      nextFetch(100, 10_000_000),
      nextFetch(400, 400 * 50_000),
      nextFetch(1, 90_000_000),
    ]).toEqual([400, 20, 41, 1])
    expect(nextFetch(9_000, 9_000)).toBe(10_000)
  })
})
