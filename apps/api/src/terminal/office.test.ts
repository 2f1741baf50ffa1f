import { changeOffice } from '../features/register/office/index.ts'
import { staffViewer } from '../testing/ask.ts'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { insertPasskey } from '../features/office/session/second-factor/authenticator.repository.ts'
import { passwordHashing } from '../features/office/session/password-hashing.ts'
import { findPayee } from '../features/register/office/payee.ts'
import { readEnvironment } from '../platform/environment.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { runCommand } from './run-command.ts'

let platform: TestPlatform
let folder = ''
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-terminal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const right = {
  region: '370200',
  'name-zh': '青岛市社会保险事业中心',
  'name-en': 'Qingdao Social Insurance Centre',
  'address-zh': '青岛市市南区示范路1号',
  'address-en': '1 Example Road, Qingdao',
  phone: '0532-12345678',
  seal: '青岛市社会保险事业中心业务专用章',
  'payee-number': '３７００ 1234 5678 9012',
  'payee-name': '青岛市社会保险基金收入户',
  'payee-bank': '示例银行青岛分行',
  'admin-no': 'qd0001',
  'admin-name': '王 建国',
}
const optionsOf = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => `--${name}=${value}`)

interface Said {
  code: number
  out: string
  err: string
}

/** `answers`: what a person at the terminal types, line by line; nobody sits there without. */
async function run(argv: readonly string[], settings: Record<string, string> = {}, answers?: string[]): Promise<Said> {
  const [out, err]: [string[], string[]] = [[], []]
  const waiting = [...(answers ?? [])]
  const terminal = {
    environment: readEnvironment({
      SHEBAO_MODE: 'production',
      SHEBAO_DATA_DIR: folder,
      DATABASE_URL: platform.connectionString,
      SHEBAO_POOL_SIZE: '1',
      LANG: 'en_GB.UTF-8',
      ...settings,
    }),
    logger: platform.logger,
    say: (...lines: readonly string[]) => void out.push(...lines),
    note: (...lines: readonly string[]) => void err.push(...lines),
    ask:
      answers &&
      (async (question: string) => {
        err.push(question)
        const answer = waiting.shift()
        if (answer === undefined) throw new Error('Nobody answers any more.')
        return answer
      }),
    askSecret: answers && (async () => waiting.shift() ?? ''),
  }
  const code = await runCommand(terminal, argv)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const countOffices = () => platform.database.prisma.office.count()

describe('office create', () => {
  it('lists everything that is wrong at once, in the language of the terminal, and makes nothing', async () => {
    const wrong = {
      ...right,
      region: '999999',
      phone: 'call us',
      'payee-number': '12',
      'name-en': '青岛',
      'admin-no': '?',
    }
    const { code, err, out } = await run(['office', 'create', ...optionsOf({ ...wrong, seal: '' })])
    expect([code, out]).toEqual([2, ''])
    for (const option of ['region', 'phone', 'payee-number', 'name-en', 'admin-no', 'seal'])
      expect(err).toContain(`--${option}: `)
    expect(err).not.toContain('--address-zh: ')
    const chinese = await run(['office', 'create'], { LANG: 'zh_CN.UTF-8' })
    expect(chinese.err.split('\n').filter((line) => line.endsWith('未填写。'))).toHaveLength(12)
    expect((await run(['office', 'create', '--nam-zh=x'])).err).toContain("'--nam-zh'")
    expect(await countOffices()).toBe(0)
    expect(existsSync(join(folder, 'secret.key'))).toBe(false)
  })

  it('is not for a demonstration, and makes nothing that was not confirmed', async () => {
    expect((await run(['office', 'create', ...optionsOf(right)], { SHEBAO_MODE: 'demo' })).err).toContain('SHEBAO_MODE')
    const declined = await run(['office', 'create', ...optionsOf(right)], {}, ['no'])
    expect([declined.code, declined.err]).toEqual([1, expect.stringContaining('Nothing was made.')])
    expect(await countOffices()).toBe(0)
  })

  it('asks for what is missing or wrong until it is right, and makes office and administrator together', async () => {
    const { phone: _phone, seal: _seal, ...given } = right
    const said = await run(['office', 'create', ...optionsOf({ ...given, region: '1' })], {}, [
      '370200',
      '',
      '12333',
      'a seal',
      right.seal,
      'yes',
    ])
    expect(said.err).toContain('must be in Chinese.')
    expect(said.code).toBe(0)
    expect(said.out).toContain(`${join(folder, 'secret.key')}`)
    const { database } = platform
    const [office] = await database.prisma.office.findMany()
    expect(office).toMatchObject({
      region: '370200',
      nameZh: right['name-zh'],
      phone: '12333',
      sealText: right.seal,
      payeeNumber: '3700123456789012',
      collectorType: 'AGENCY',
    })
    const [account] = await database.prisma.account.findMany({
      include: { memberships: { orderBy: { role: 'desc' } } },
    })
    expect(account).toMatchObject({
      kind: 'STAFF',
      staffNo: 'QD0001',
      displayName: '王建国',
      passwordInitial: true,
      memberships: ['HEAD', 'ADMINISTRATOR'].map((role) => ({
        role,
        scopeKind: 'OFFICE',
        scopeId: office?.id,
        validTo: null,
      })),
    })
    const password = /[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(said.out)?.[0] ?? ''
    expect(await passwordHashing.matches(password, account?.passwordHash ?? '')).toBe(true)
    const trail = await database.prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } })
    expect(trail.map(({ action, origin }) => [action, origin])).toEqual([
      ['OFFICE_CREATED', 'terminal'],
      ['SIGNING_KEY_MADE', 'terminal'],
      ['FIRST_ADMINISTRATOR_CREATED', 'terminal'],
    ])
    const changes = JSON.stringify(trail.map(({ change }) => change))
    expect(changes).not.toContain('3700123456789012')
    expect(changes).not.toContain(password)
  })

  it('is refused by name where there is one already', async () => {
    const key = 'cd'.repeat(32)
    const again = await run(['office', 'create', ...optionsOf(right)], { SHEBAO_SECRET_KEY: key })
    // Another key than the office's is found before its name could be told.
    expect([again.code, again.err]).toEqual([78, expect.stringContaining('does not fit')])
    await platform.database.query({ text: 'TRUNCATE installation, vault_key' })
    const named = await run(['office', 'create', ...optionsOf({ ...right, 'admin-no': 'QD0002' })], {
      SHEBAO_SECRET_KEY: key,
    })
    expect([named.code, named.err]).toEqual([1, expect.stringContaining('Qingdao Social Insurance Centre (370200)')])
    expect([await countOffices(), await platform.database.prisma.account.count()]).toEqual([1, 1])
  })
})

describe('office change', () => {
  const key = { SHEBAO_SECRET_KEY: 'cd'.repeat(32) }

  it('says what is wrong, and nothing about what is not given', async () => {
    const { code, err } = await run(['office', 'change', '--payee-number=1', '--phone=no'], key)
    expect([code, err.split('\n').filter((line) => line.startsWith('--'))]).toEqual([
      2,
      [expect.stringContaining('--phone'), expect.stringContaining('--payee-number')],
    ])
    expect((await run(['office', 'change'], key)).code).toBe(2)
    expect((await run(['office', 'change', '--region=110000'], key)).code).toBe(2)
  })

  const other = ['office', 'change', '--payee-number=37009999888877776666', '--phone=0532-87654321']

  it('takes one person for two nowhere, whatever asks', async () => {
    const head = staffViewer(['HEAD'])
    const asked = changeOffice(
      platform,
      'test',
      { payeeNumber: '37009999888877776666' },
      { changedBy: head, confirmedBy: head },
    )
    expect(await asked).toMatchObject({ kind: 'TWO_NEEDED' })
  })

  it('leaves the account that money goes to as it is unless two people change it', async () => {
    expect((await run(['office', 'change', '--payee-number=3700123456789012'], key)).code).toBe(1)
    const { prisma } = platform.database
    const office = await prisma.office.findFirstOrThrow()
    const passwordHash = await passwordHashing.hash('camel stapler rain')
    for (const [staffNo, role] of [
      ['QD0003', 'REVIEWER'],
      ['QD0004', 'AUDITOR'],
    ] as const)
      await prisma.account.create({
        data: {
          kind: 'STAFF',
          staffNo,
          displayName: staffNo,
          passwordHash,
          memberships: { create: { role, scopeKind: 'OFFICE', scopeId: office.id, validFrom: '2020-01-01' } },
        },
      })
    const [head, reviewer, auditor] = ['QD0001', 'qd-0003', 'QD0004'].map((staffNo) => [staffNo, 'camel stapler rain'])
    const tried = async (...answers: (string[] | string | undefined)[]) => {
      const said = await run(
        other,
        key,
        answers.flatMap((one) => one ?? []),
      )
      expect([said.code, (await prisma.office.findFirstOrThrow()).phone]).toEqual([1, office.phone])
      return said.err
    }
    expect((await run(other, key)).err).toContain('two people')
    await prisma.account.update({ where: { staffNo: 'QD0001' }, data: { passwordHash } })
    expect(await tried(head)).toContain('still the initial one')
    await prisma.account.update({ where: { staffNo: 'QD0001' }, data: { passwordInitial: false } })
    expect(await tried(reviewer)).toContain('Only an officer')
    expect(await tried(head, head)).toContain('somebody else')
    expect(await tried(head, auditor)).toContain('may not confirm')
    expect(await tried(head, 'QD0003', 'guessed')).toContain('is wrong')
    expect(await tried(head, reviewer, 'no')).toContain('Not confirmed')
    expect((await findPayee(platform)).number).toBe('3700123456789012')
  })

  it('changes it with both people in the trail and both accounts masked; what needs nobody else is changed by one', async () => {
    const { id: accountId } = await platform.database.prisma.account.findUniqueOrThrow({ where: { staffNo: 'QD0003' } })
    const key1 = { credentialId: 'key1', publicKey: new Uint8Array(1), counter: 0, transports: [] }
    await insertPasskey(platform, { accountId, name: '钥匙', ...key1 })
    const people = ['QD0001', 'camel stapler rain', 'QD0003', 'camel stapler rain']
    // Who has a second factor is asked for it here, too.
    expect((await run(other, key, [...people, '000000', 'yes'])).err).toContain('code is wrong')
    await platform.database.prisma.authenticator.deleteMany()
    const answers = [...people, 'yes']
    const said = await run(other, key, answers)
    expect([said.code, said.err]).toEqual([0, expect.stringContaining('37009999888877776666')])
    expect((await findPayee(platform)).number).toBe('37009999888877776666')
    const trail = await platform.database.prisma.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 2 })
    const change = { payeeFrom: expect.stringContaining('*'), payeeTo: expect.stringMatching(/\*.*6666$/) }
    expect(trail).toMatchObject([
      { action: 'PAYEE_CHANGE_CONFIRMED', role: 'REVIEWER', change },
      { action: 'OFFICE_CHANGED', role: 'HEAD', change },
    ])
    expect((await run(['office', 'change', '--phone=12333'], key)).code).toBe(0)
  })
})

it('the trail is checked from the terminal: whole, with an entry changed, and with its end cut off, head and all', async () => {
  const { query } = platform.database
  const verify = (...argv: string[]) => run(['audit', 'verify', ...argv], { SHEBAO_SECRET_KEY: 'cd'.repeat(32) })
  const guards = async (state: 'DISABLE' | 'ENABLE') => {
    for (const table of ['audit_event', 'audit_link', 'audit_head'])
      await query({ text: `ALTER TABLE ${table} ${state} TRIGGER USER` })
  }
  const role = (change: string) =>
    query({
      text: `UPDATE audit_event SET role = ${change} WHERE seq = (SELECT seq FROM audit_link WHERE position = 1)`,
    })
  expect(await verify('now')).toMatchObject({ code: 2 })
  expect(await verify()).toMatchObject({ code: 0, out: expect.stringMatching(/whole: [1-9]\d* entries/) })
  await guards('DISABLE')
  await role(`coalesce(role, '') || '!'`)
  expect(await verify()).toMatchObject({ code: 1, err: expect.stringMatching(/entry \d+ is not as it was sealed/) })
  await role(`nullif(rtrim(role, '!'), '')`)
  expect(await verify()).toMatchObject({ code: 0 })
  for (const table of ['audit_link', 'audit_event']) await query({ text: `DELETE FROM ${table}` })
  await query({ text: `UPDATE audit_head SET position = 0, seq = 0, hash = decode(repeat('00', 32), 'hex')` })
  expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining('missing at the end') })
  await guards('ENABLE')
})

it('a command that is not known is answered with those that are', async () => {
  expect(await run(['office'])).toMatchObject({ code: 2, err: expect.stringContaining('office create') })
})
