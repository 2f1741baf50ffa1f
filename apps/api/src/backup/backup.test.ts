import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readEnvironment } from '../platform/environment.ts'
import { createLogger } from '../platform/logger.ts'
import { runCommand } from '../terminal/run-command.ts'
import { connected } from '../testing/connected.ts'
import { inOffice } from '../testing/in-office.ts'
import { openTestDatabase } from '../testing/test-database.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'shebao-backup-'))
})
afterAll(() => rmSync(root, { recursive: true }))

type Settings = Record<string, string>

async function run(settings: Settings, ...argv: string[]) {
  const said: string[] = []
  const tell = (...lines: readonly string[]) => void said.push(...lines)
  const environment = readEnvironment({ SHEBAO_MODE: 'production', LANG: 'en_GB.UTF-8', ...settings })
  const code = await runCommand({ environment, logger: createLogger('silent'), say: tell, note: tell }, argv)
  return { code, said: said.join('\n') }
}

const office = [
  'office',
  'create',
  '--region=370200',
  '--name-zh=青岛市社会保险事业中心',
  '--name-en=Qingdao Social Insurance Centre',
  '--address-zh=青岛市市南区示范路1号',
  '--address-en=1 Example Road, Qingdao',
  '--phone=12333',
  '--seal=业务专用章',
  '--payee-number=3700123456789012',
  '--payee-name=收入户',
  '--payee-bank=示例银行',
  '--admin-no=QD0001',
  '--admin-name=王建国',
]

const only = (folder: string) => join(folder, readdirSync(folder)[0] ?? '?')
const facts =
  'SELECT (SELECT name_zh FROM office) AS name, (SELECT count(*)::int FROM account) AS accounts, (SELECT id FROM installation) AS id'

describe.skipIf(inject('databaseSource').kind === 'server')('the embedded database', () => {
  it('comes back from a backup as it was: office, accounts, key and files', async () => {
    const settings = { SHEBAO_DATA_DIR: join(root, 'office') }
    const [to, elsewhere] = [join(root, 'backups'), { SHEBAO_DATA_DIR: join(root, 'elsewhere') }]
    expect(await run(settings, ...office)).toMatchObject({ code: 0 })
    writeFileSync(join(root, 'office', 'letter.pdf'), 'an attachment')

    expect(await run(settings, 'backup', '--to', to)).toMatchObject({
      code: 0,
      said: expect.stringContaining('The secret key is in it'),
    })
    const folder = only(to)
    expect(await run({}, 'verify', folder)).toMatchObject({
      code: 0,
      said: expect.stringContaining('ok  Audit trail is whole'),
    })

    expect(await run(settings, 'restore', folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('not empty'),
    })
    const other = { ...elsewhere, SHEBAO_SECRET_KEY: 'ab'.repeat(32) }
    expect(await run(other, 'restore', folder)).toMatchObject({ code: 1, said: expect.stringContaining('fingerprint') })
    const server = { ...elsewhere, DATABASE_URL: 'postgresql://nobody@localhost/none' }
    expect(await run(server, 'restore', folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('without DATABASE_URL'),
    })
    expect(await run(elsewhere, 'restore', folder)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Everything is as it should be.'),
    })
    const [row] = await inOffice(elsewhere, 'BEFORE_UPGRADE', (query) => query(facts))
    expect(row).toMatchObject({ name: '青岛市社会保险事业中心', accounts: 1, id: expect.any(String) })
    expect(readFileSync(join(root, 'elsewhere', 'letter.pdf'), 'utf8')).toBe('an attachment')
  })

  it('is not restored from a backup that was damaged, cut or added to', async () => {
    const folder = only(join(root, 'backups'))
    const empty = { SHEBAO_DATA_DIR: join(root, 'empty') }
    for (const spoil of [
      (at: string) => writeFileSync(join(at, 'data', 'letter.pdf'), 'An attachment'),
      (at: string) => rmSync(join(at, 'data', 'secret.key')),
      (at: string) => writeFileSync(join(at, 'data', 'more.pdf'), ''),
      (at: string) => rmSync(join(at, 'manifest.json')),
    ]) {
      const spoilt = join(root, 'spoilt')
      cpSync(folder, spoilt, { recursive: true })
      spoil(spoilt)
      expect(await run(empty, 'restore', spoilt)).toMatchObject({
        code: 1,
        said: expect.stringContaining('nothing was done'),
      })
      expect(await run({}, 'verify', spoilt)).toMatchObject({ code: 1, said: expect.stringContaining('NOT OK  Files') })
      rmSync(spoilt, { recursive: true })
    }
    expect(existsSync(join(root, 'empty', 'pgdata'))).toBe(false)
  })

  it('is upgraded with a backup before and a look at everything afterwards', async () => {
    const settings = { SHEBAO_DATA_DIR: join(root, 'elsewhere') }
    // As an earlier release left it: without the last migration's mark, and without what it made.
    await inOffice(settings, 'BEFORE_UPGRADE', async (query) => {
      await query(
        'ALTER TABLE office DROP COLUMN seal_text, DROP COLUMN payee_number, DROP COLUMN payee_name, DROP COLUMN payee_bank',
      )
      await query(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_office_particulars'`)
    })
    const { code, said } = await run(settings, 'upgrade')
    expect(said).toMatch(/The backup is made: .*backups.*\n.*\n.*upgraded \(1 migrations\)\.\nok/)
    expect(code).toBe(0)
    expect(readdirSync(join(root, 'elsewhere', 'backups'))).toHaveLength(1)
  })
})

const hasTools = ['pg_dump', 'pg_restore'].every((program) => spawnSync(program, ['--version']).status === 0)

describe.skipIf(inject('databaseSource').kind === 'embedded' || !hasTools)('a server', () => {
  it('comes back from a backup made while it is used, with the key that is kept elsewhere', async () => {
    const [from, into] = [await openTestDatabase(), await openTestDatabase()]
    const key = { SHEBAO_SECRET_KEY: 'ab'.repeat(32) }
    const settings = { ...key, SHEBAO_DATA_DIR: join(root, 'with-server'), DATABASE_URL: from.connectionString }
    const to = join(root, 'dumps')
    expect(await run(settings, ...office)).toMatchObject({ code: 0 })
    mkdirSync(join(root, 'with-server'), { recursive: true })
    writeFileSync(join(root, 'with-server', 'letter.pdf'), 'an attachment')
    expect(await run(settings, 'backup', '--to', to)).toMatchObject({
      code: 0,
      said: expect.stringContaining('not in it'),
    })
    expect(await run(settings, 'verify', only(to))).toMatchObject({
      code: 0,
      said: expect.stringContaining('ok  The dump can be read'),
    })

    const target = { SHEBAO_DATA_DIR: join(root, 'restored'), DATABASE_URL: into.connectionString }
    expect(await run({ ...target, ...key }, 'restore', only(to))).toMatchObject({
      code: 1,
      said: expect.stringContaining('database is not empty'),
    })
    await clear(into.connectionString)
    expect(await run(target, 'restore', only(to))).toMatchObject({
      code: 1,
      said: expect.stringContaining('Set SHEBAO_SECRET_KEY'),
    })
    expect(await run({ ...target, ...key }, 'restore', only(to))).toMatchObject({
      code: 0,
      said: expect.stringContaining('Everything is as it should be.'),
    })
    const [before, after] = await Promise.all(
      [settings, { ...target, ...key }].map((one) => inOffice(one, 'BEFORE_UPGRADE', (query) => query(facts))),
    )
    expect(after).toEqual(before)
    expect(readFileSync(join(root, 'restored', 'letter.pdf'), 'utf8')).toBe('an attachment')
    await from.close()
    await into.close()
  })

  it('says what to install where the client tools are not there', async () => {
    const database = await openTestDatabase()
    const settings = {
      SHEBAO_DATA_DIR: join(root, 'toolless'),
      DATABASE_URL: database.connectionString,
      SHEBAO_PG_BIN: root,
    }
    expect(await run(settings, ...office)).toMatchObject({ code: 0 })
    const { code, said } = await run(settings, 'backup', '--to', join(root, 'none'))
    expect([code, said]).toEqual([1, expect.stringContaining('SHEBAO_PG_BIN')])
    expect(readdirSync(join(root, 'none'))).toEqual([])
    await database.close()
  })
})

async function clear(connectionString: string): Promise<void> {
  await connected(connectionString, (client) => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
}
