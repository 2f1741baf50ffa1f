import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPlatform } from '../open-platform.ts'
import type { Opening } from '../open-platform.ts'
import { createVault } from '../platform/crypto.ts'
import { readEnvironment } from '../platform/environment.ts'
import { fitOfKey, keepFingerprint } from '../platform/installation.ts'
import type { KeyFit } from '../platform/installation.ts'
import { findSecretKey, makeSecretKey } from '../platform/secret-key.ts'
import { addEmployer } from '../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { undone } from '../testing/undone.ts'
import { seedPolicy } from '../features/money/policy/policy-in-force.ts'
import { lacksOfOffice, lacksOfSettings } from './find-lacks.ts'
import { Unfit } from './lack.ts'

const key = 'ab'.repeat(32)
const vault = createVault(Buffer.from(key, 'hex'))
const other = createVault(Buffer.alloc(32, 9))

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

describe('a key and a database', () => {
  // One after the other: within a transaction all of it is one connection.
  const fit = async (...vaults: Parameters<typeof fitOfKey>[1][]) => {
    const found: KeyFit[] = []
    for (const one of vaults) found.push(await fitOfKey(platform.database, one))
    return found
  }

  it('fit each other for good once the fingerprint is kept', async () => {
    const { database } = platform
    expect(await fit(vault, undefined)).toEqual(['NEW', 'NEW'])
    await undone(database, async () => {
      await keepFingerprint(database, vault)
      await keepFingerprint(database, other)
      expect(await fit(vault, other, undefined)).toEqual(['FITS', 'OTHER_KEY', 'OTHER_KEY'])
      await expect(database.query({ text: 'DELETE FROM installation' })).rejects.toThrow(/append-only/)
    })
  })

  it('of before are judged by what was sealed', async () => {
    await undone(platform.database, async () => {
      await addEmployer({ ...platform, vault }, [1_000_000])
      expect(await fit(vault, other, undefined)).toEqual(['FITS', 'OTHER_KEY', 'OTHER_KEY'])
    })
  })
})

describe('a start', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shebao-fitness-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const environment = (settings: Record<string, string> = {}) =>
    readEnvironment({
      SHEBAO_MODE: 'production',
      SHEBAO_DATA_DIR: folder,
      DATABASE_URL: platform.connectionString,
      SHEBAO_POOL_SIZE: '1',
      ...settings,
    })
  const bankAndAddress = {
    SHEBAO_PUBLIC_URL: 'https://shebao.example',
    SHEBAO_BANK_URL: 'https://bank.example',
    SHEBAO_BANK_KEY: key,
  }

  async function lacks(opening: Opening, settings: Record<string, string> = {}): Promise<readonly string[]> {
    try {
      const opened = await openPlatform(environment(settings), platform.logger, opening)
      await opened.close()
      return []
    } catch (error) {
      if (error instanceof Unfit) return error.lacks
      throw error
    }
  }

  it('of production tells everything that is missing in one list, and changes nothing', async () => {
    expect(await lacks('TO_SERVE', { SHEBAO_PUBLIC_URL: 'http://office.example' })).toEqual([
      'PUBLIC_URL',
      'BANK_URL',
      'BANK_KEY',
      'KEY_MISSING',
      'OFFICE',
    ])
    expect(existsSync(join(folder, 'secret.key'))).toBe(false)
    expect(await lacks('TO_SERVE', { ...bankAndAddress, SHEBAO_SECRET_KEY: key })).toEqual(['OFFICE'])
    const gateway = (url: string) => ({ SHEBAO_SECRET_KEY: key, SHEBAO_SMS_URL: url, SHEBAO_SMS_TOKEN: 'token' })
    for (const [url, named] of [
      ['http://sms.example/send', ['SMS_URL', 'OFFICE']],
      ['https://sms.example/send', ['OFFICE']],
      ['http://127.0.0.1:8000/send', ['OFFICE']],
    ] as const)
      expect(await lacks('TO_SERVE', { ...bankAndAddress, ...gateway(url) })).toEqual(named)
  })

  it('of production goes to a database on another machine by TLS alone, and looks who answers', () => {
    const named = (settings: Record<string, string>) =>
      lacksOfSettings(environment({ ...bankAndAddress, ...settings })).includes('DATABASE_TLS')
    const elsewhere = 'postgresql://shebao:secret@db.example/shebao'
    for (const url of [
      elsewhere,
      `${elsewhere}?sslmode=require`,
      `${elsewhere}?sslmode=no-verify`,
      'host=db.example',
    ]) {
      expect(named({ DATABASE_URL: url }), url).toBe(true)
      expect(named({ SHEBAO_REPLICA_URL: url }), url).toBe(true)
    }
    for (const url of [
      `${elsewhere}?sslmode=verify-full`,
      `${elsewhere}?sslmode=verify-ca&sslrootcert=/etc/ca.crt`,
      'postgresql://shebao@localhost/shebao',
      'postgresql://shebao@127.0.0.1:5433/shebao',
      'postgresql://shebao@db.example/shebao?host=%2Fvar%2Frun%2Fpostgresql',
      '',
    ])
      expect(named({ DATABASE_URL: url }), url).toBe(false)
  })

  it('of production tells a database that does not answer, and what it knows of the rest', async () => {
    const away = `postgresql://nobody@localhost/none?host=${encodeURIComponent(folder)}`
    expect(await lacks('TO_SERVE', { DATABASE_URL: away, SHEBAO_BANK_KEY: key })).toEqual([
      'PUBLIC_URL',
      'BANK_URL',
      'DATABASE',
    ])
  })

  it('of production lacks parameters of its own where the demo’s samples stand', async () => {
    await undone(platform.database, async () => {
      await platform.database.prisma.office.create({
        data: {
          region: '110000',
          nameZh: '测试',
          nameEn: 'Test',
          phone: '1',
          addressZh: '京',
          addressEn: 'Beijing',
          payeeNumber: '11001000100012345678',
          payeeName: '社保基金',
          payeeBank: '示例银行',
        },
      })
      expect(await lacksOfOffice(platform.database)).toEqual([])
      await seedPolicy(platform)
      expect(await lacksOfOffice(platform.database)).toEqual(['SAMPLE_PARAMETERS'])
    })
  })

  it('says what to do in the language of the terminal', () => {
    expect(new Unfit(['KEY_LOST'], 'zh-CN').message).toContain('密钥遗失')
    expect(new Unfit(['KEY_LOST', 'OFFICE'], 'en').message).toMatch(
      /\n {2}- The secret key is lost.*\n {2}- There is no office/,
    )
  })

  it('makes a key for an empty database, and never another one afterwards', async () => {
    await undone(platform.database, async () => {
      await addEmployer({ ...platform, vault }, [1_000_000])
      // Not seen by the connection of the start before it is committed: the rule itself is asked.
      expect(await fitOfKey(platform.database, undefined)).toBe('OTHER_KEY')
    })
    const made = makeSecretKey({ dataDirectory: folder, secretKey: undefined })
    expect(findSecretKey({ dataDirectory: folder, secretKey: undefined })).toEqual(made)
    expect(() => makeSecretKey({ dataDirectory: folder, secretKey: undefined })).toThrow(/EEXIST/)
  })

  it('with a damaged, lost or different key is refused in every mode', async () => {
    const file = join(folder, 'secret.key')
    writeFileSync(file, 'no key')
    expect(await lacks('SET_UP')).toEqual(['KEY_DAMAGED'])
    rmSync(file)
    expect(await lacks('SET_UP')).toEqual([])
    const first = readFileSync(file, 'utf8')
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    rmSync(file)
    expect(await lacks('SET_UP')).toEqual(['KEY_LOST'])
    expect(await lacks('AS_IT_IS')).toEqual(['KEY_LOST'])
    expect(existsSync(file)).toBe(false)
    expect(await lacks('SET_UP', { SHEBAO_SECRET_KEY: key })).toEqual(['KEY_OTHER'])
    expect(await lacks('AS_IT_IS', { SHEBAO_SECRET_KEY: first })).toEqual([])
  })

  it('of another release is refused: behind it by production, ahead of it by everybody', async () => {
    const { database } = platform
    const rename = (from: string, to: string) =>
      database.query({ text: 'UPDATE _prisma_migrations SET migration_name = $2 WHERE migration_name LIKE $1' }, [
        from,
        to,
      ])
    const [last] = await database.query<{ name: string }>({
      text: 'SELECT max(migration_name) AS name FROM _prisma_migrations',
    })
    await database.query({
      text: `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
    })
    expect(await lacks('TO_SERVE', bankAndAddress)).toEqual(['MIGRATIONS', 'KEY_LOST'])
    await database.query({ text: 'UPDATE _prisma_migrations SET rolled_back_at = NULL' })
    await rename(last?.name ?? '', '29991231000000_later')
    expect(await lacks('AS_IT_IS')).toEqual(['PRODUCT_OLDER'])
    await rename('29991231000000_later', last?.name ?? '')
  })
})
