import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepFile, openFile } from '../features/desk/papers/print-files.ts'
import { openPlatform } from '../open-platform.ts'
import { Unfit } from '../fitness/lack.ts'
import { readEnvironment } from '../platform/environment.ts'
import { openKeyRing } from '../platform/key-ring.ts'
import { readKeyStates, resealAll } from '../platform/key-work.ts'
import { createServer } from '../server.ts'
import { serverParts } from '../server-parts.ts'
import { insuredViewer } from '../testing/ask.ts'
import { crashBefore } from '../testing/crash.ts'
import { addEmployer } from '../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { runCommand } from './run-command.ts'

/** That of the test platform. */
const first = '07'.repeat(32)
const second = 'cd'.repeat(32)

let platform: TestPlatform
let folder = ''
let office: TestEmployer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-keys-'))
  platform = await openTestPlatform({ SHEBAO_DATA_DIR: folder })
  office = await addEmployer(platform, Array<number>(40).fill(1_000_000))
  await query(
    `INSERT INTO declaration_version (declaration_id, version, form_no, unit_form, unit_personal, people, verdict, warnings,
       rule_set_hash, content_hash, submitted_by, submitted_at)
     VALUES ($1, 1, 'F1', '{}', $2, 0, 'COMPLETE', '[]', '', '', $3, now())`,
    [office.declarationId, platform.vault.seal({ answers: { phone: '1' }, changedIn: {} }), crypto.randomUUID()],
  )
})
afterAll(async () => {
  await platform.close()
  rmSync(folder, { recursive: true })
})

const environment = (settings: Record<string, string> = {}) =>
  readEnvironment({
    SHEBAO_MODE: 'test',
    SHEBAO_DATA_DIR: folder,
    DATABASE_URL: platform.connectionString,
    SHEBAO_POOL_SIZE: '2',
    SHEBAO_SECRET_KEY: first,
    LANG: 'en_GB.UTF-8',
    ...settings,
  })

async function run(command: string, settings: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const say = (...lines: readonly string[]) => void said.push(...lines)
  const terminal = { environment: environment(settings), logger: platform.logger, say, note: say }
  const code = await runCommand(terminal, command.split(' '))
  return { code, said: said.join('\n') }
}

const open = (settings: Record<string, string> = {}) => openPlatform(environment(settings), platform.logger, 'AS_IT_IS')

const query = (text: string, values: readonly unknown[] = []) => platform.database.query({ text }, values)
/** As if the newest key had begun to seal so long ago. */
const sealsSince = (ago: string) =>
  query(
    `UPDATE vault_key SET seals_from = timezone('UTC', now()) - $1::interval WHERE number = (SELECT max(number) FROM vault_key) AND name = 'seal'`,
    [ago],
  )

describe('another sealing key', () => {
  it('is announced, then seals; a process that holds the ring of before reads it again and answers', async () => {
    const [one, other] = [await open(), await open()]
    const [person = ''] = office.individualIds
    const viewer = insuredViewer(person)
    const app = await createServer(other.platform, { ...serverParts, findViewer: async () => viewer })
    const nameAt = async () => {
      const payload = { query: '{ me { name } }' }
      return (await app.inject({ method: 'POST', url: '/graphql', payload })).json<{
        data?: unknown
        errors?: unknown
      }>()
    }
    try {
      expect(await nameAt()).toMatchObject({ data: { me: { name: expect.stringMatching(/^王小明/) } } })
      expect((await run('keys rotate')).code).toBe(2)
      expect(await run('keys rotate --yes')).toMatchObject({ code: 0, said: expect.stringMatching(/^Key 2 is made/) })
      expect(await run('keys rotate --yes')).toMatchObject({ code: 1 })
      // Announced, and known to whoever looks; nothing is sealed with it, nor anew, before its time.
      await one.platform.keyRing?.reload()
      expect(one.platform.vault.seal('')[0]).toBe(1)
      expect(await resealAll(one.platform, { until: performance.now() })).toBe('NOTHING_TO_DO')
      await sealsSince('1 second')
      await one.platform.keyRing?.reload()
      const sealed = one.platform.vault.seal({ name: '李改名' })
      expect(sealed[0]).toBe(2)
      // Another process may not have looked since.
      expect(await resealAll(one.platform, { until: performance.now() })).toBe('NOT_YET')
      await query('UPDATE individual SET personal = $2 WHERE id = $1', [person, sealed])
      expect(other.platform.vault.seal('')[0]).toBe(1)
      expect(await nameAt()).toEqual({ data: { me: { name: '李改名' } } })
      expect(other.platform.vault.seal('')[0]).toBe(2)
    } finally {
      await app.close()
      await Promise.all([one.close(), other.close()])
    }
  })

  it('gets everything, though whoever seals anew dies in the middle; all of it opens all the while', async () => {
    await query(
      'INSERT INTO print_run (id, employer_id, account_id, language, papers, file_id, created_at) VALUES ($1, $2, $3, $4, 1, $5, now())',
      [
        crypto.randomUUID(),
        office.employerId,
        crypto.randomUUID(),
        'zh-CN',
        await keepFile(platform, Buffer.from('一份文件')),
      ],
    )
    await sealsSince('5 minutes')
    const { platform: office2, close } = await open()
    const valuesUnder = async (number: number) =>
      (await readKeyStates(office2)).keys.find((key) => key.number === number)?.values ?? 0n
    const everyName = async () => {
      const rows = await platform.database.query<{ personal: Uint8Array }>({ text: 'SELECT personal FROM individual' })
      return rows.map(({ personal }) => office2.vault.open<{ name: string }>(personal).name).toSorted()
    }
    try {
      const [names, before] = [await everyName(), await valuesUnder(1)]
      const frozen = await readFrozen(office2)
      for (const step of [5, 30]) {
        expect(await crashBefore(platform, 'reseal', step, first)).toBe('CRASHED')
        expect(await everyName()).toEqual(names)
      }
      const halfway = await valuesUnder(1)
      expect(halfway > 0n && halfway < before).toBe(true)
      expect(await run('keys retire 1 --yes')).toMatchObject({ code: 1 })
      expect(await resealAll(office2, { until: Number.POSITIVE_INFINITY })).toBe('DONE')
      expect(await resealAll(office2, { until: Number.POSITIVE_INFINITY })).toBe('NOTHING_TO_DO')
      expect([await valuesUnder(1), await valuesUnder(2)]).toEqual([0n, before + 1n])
      expect(await everyName()).toEqual(names)
      expect(await readFrozen(office2)).toEqual(frozen)
      const [file] = await platform.database.query<{ id: string }>({ text: 'SELECT file_id AS id FROM print_run' })
      expect(Buffer.from(await openFile(office2, file?.id ?? '')).toString()).toBe('一份文件')
      expect((await run('keys status')).said).toMatch(
        /key 1 .* only opens {2}0 values\nkey 2 .* seals {2}\d+ values\nEverything/,
      )
    } finally {
      await close()
    }
  })

  it('leaves what is never changed as it was, but for the key', async () => {
    const { platform: office2, close } = await open()
    const update = (value: unknown, set = 'unit_personal = $1') =>
      platform.database.transaction(async () => {
        await query(`SELECT set_config('shebao.resealing', 'on', true)`)
        await query(`UPDATE declaration_version SET ${set}`, [value])
      })
    const older = Buffer.from(office2.vault.seal({ answers: {}, changedIn: {} }))
    older[0] = 1
    const longer = Buffer.concat([Buffer.of(3), older])
    try {
      for (const value of [older, longer, null]) await expect(update(value)).rejects.toThrow(/append-only/)
      await expect(update('{"a":1}', 'unit_form = $1')).rejects.toThrow(/append-only/)
      await expect(query('UPDATE declaration_version SET unit_personal = unit_personal')).rejects.toThrow(/append-only/)
    } finally {
      await close()
    }
  })

  it('lets the one before be destroyed only when nothing needs it', async () => {
    const [person = ''] = office.individualIds
    const kept = await platform.database.prisma.individual.findUniqueOrThrow({ where: { id: person } })
    expect(await run('keys retire 2 --yes')).toMatchObject({ code: 1, said: expect.stringContaining('Key 2 seals') })
    expect(await run('keys retire 1 --yes')).toMatchObject({ code: 1, said: expect.stringContaining('last hour') })
    await sealsSince('2 hours')
    await query('UPDATE individual SET personal = $2 WHERE id = $1', [person, platform.vault.seal({ name: '迟到' })])
    expect(await run('keys retire 1 --yes')).toMatchObject({ code: 1, said: expect.stringMatching(/^1 values/) })
    expect(await run('keys reseal')).toMatchObject({ code: 0, said: expect.stringContaining('sealed anew') })
    await query('UPDATE individual SET personal = $2 WHERE id = $1', [person, kept.personal])
    expect((await run('keys retire 1')).code).toBe(2)
    expect(await run('keys retire 1 --yes')).toEqual({ code: 0, said: 'Key 1 is destroyed.' })
    expect(await run('keys retire 1 --yes')).toMatchObject({ code: 1 })
    const { platform: after, close } = await open()
    try {
      expect(() => after.vault.open(platform.vault.seal('under the first'))).toThrow(/Sealed with key 1/)
      const people = await platform.database.prisma.individual.findMany()
      expect(people.map(({ personal }) => after.vault.open<{ name: string }>(personal).name)).toHaveLength(40)
      const found = await platform.database.query<{ origin: string }>({
        text: `SELECT action FROM audit_event WHERE record_type = 'SealingKey' ORDER BY seq`,
      })
      expect(found).toEqual([{ action: 'SEALING_KEY_MADE' }, { action: 'SEALING_KEY_RETIRED' }])
    } finally {
      await close()
    }
  })
})

describe('another secret key', () => {
  it('takes over while processes have both; the old one alone is refused afterwards, and a wrong one always', async () => {
    const lacksWith = (settings: Record<string, string>) =>
      open(settings).then(
        async ({ close }) => {
          await close()
          return []
        },
        (error: unknown) => (error instanceof Unfit ? error.lacks : Promise.reject(error as Error)),
      )
    const both = { SHEBAO_SECRET_KEY: second, SHEBAO_OLD_SECRET_KEY: first }
    const running = await open(both)
    const hash = Buffer.from(running.platform.vault.lookupHash('person-id', '110105199001010010'))
    const [row] = await platform.database.query<{ personal: Uint8Array }>({
      text: 'SELECT personal FROM individual LIMIT 1',
    })
    const personal = row?.personal ?? new Uint8Array()
    try {
      expect(await lacksWith({ SHEBAO_SECRET_KEY: second })).toEqual(['KEY_OTHER'])
      expect(await run('keys rewrap --yes')).toMatchObject({
        code: 2,
        said: expect.stringContaining('SHEBAO_OLD_SECRET_KEY'),
      })
      expect(await run('keys rewrap --yes', both)).toMatchObject({ code: 0, said: expect.stringMatching(/^Every key/) })
      expect(await run('keys rewrap --yes', both)).toMatchObject({ code: 0, said: expect.stringContaining('already') })
      await running.platform.keyRing?.reload()
      expect(running.platform.vault.open(personal)).toHaveProperty('name')
      expect(await lacksWith({})).toEqual(['KEY_OTHER'])
      expect(await lacksWith({ SHEBAO_SECRET_KEY: 'ef'.repeat(32), SHEBAO_OLD_SECRET_KEY: first })).toEqual([
        'KEY_OTHER',
      ])
      const { platform: after, close } = await open({ SHEBAO_SECRET_KEY: second })
      expect(after.vault.open(personal)).toHaveProperty('name')
      expect(Buffer.from(after.vault.lookupHash('person-id', '110105199001010010'))).toEqual(hash)
      await close()
      // The rows themselves say so, too: wrapped under the new one, they are nothing to the old.
      await expect(openKeyRing(platform.database, [Buffer.from(first, 'hex')])).rejects.toThrow(/does not open/)
    } finally {
      await running.close()
    }
  })
})

/** The rows that no other change reaches, opened. */
async function readFrozen({ vault }: Pick<TestPlatform, 'vault'>) {
  const rows = await platform.database.query<{ sealed: Uint8Array }>({
    text: `SELECT unit_personal AS sealed FROM declaration_version WHERE unit_personal IS NOT NULL
      UNION ALL SELECT personal FROM personnel_record WHERE version > 0`,
  })
  return rows.map(({ sealed }) => JSON.stringify(vault.open(sealed))).toSorted()
}
