import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openDatabase } from '../platform/database.ts'
import { officeEntrances, officeGates } from '../platform/office-gates.ts'
import { askedBy, AskedByNobody, asNobody, asOffice, asTenant } from '../platform/tenancy.ts'
import type { Tenant } from '../platform/tenancy.ts'
import { hasTenantRoles, prepareTenantRoles } from '../platform/tenant-roles.ts'
import { createServer } from '../server.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { tableSorts } from './table-sorts.ts'
import type { Owned, TableSort } from './table-sorts.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({}, { calendar: false })
})
afterAll(() => platform.close())

const ask = <Row extends object>(text: string, values: readonly unknown[] = []) =>
  platform.database.query<Row>({ text }, values)
const id = () => crypto.randomUUID()
/** Two of each: what is one's is not the other's. */
const mine = { employer: id(), person: id(), account: id() }
const others = { employer: id(), person: id(), account: id() }
type Side = typeof mine
const kinds = ['employer', 'person', 'account'] as const

const clerk = { accountId: mine.account, employerId: mine.employer }
const insured = { accountId: mine.account, individualId: mine.person }
const tenants = { employer: clerk, person: insured, account: clerk } satisfies Record<string, Tenant>

const owned = Object.entries(tableSorts).filter((entry): entry is [string, Owned] => typeof entry[1] === 'object')
const sorted = (sort: TableSort) => Object.keys(tableSorts).filter((name) => tableSorts[name] === sort)

describe('every table', () => {
  it('has a sort, a wall, and as many doors as its sort says', async () => {
    const tables = await ask<{ name: string; walled: boolean; doors: string }>(`
      SELECT relname AS name, relrowsecurity AS walled, COALESCE((SELECT string_agg(DISTINCT cmd, ' ' ORDER BY cmd) FROM pg_policies
        WHERE schemaname = 'public' AND tablename = relname AND roles && '{shebao_employer,shebao_insured}'), '') AS doors
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'`)
    expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(tableSorts).toSorted())
    expect(tables.filter(({ walled }) => !walled)).toEqual([])
    const doorsOf = (sort: TableSort | undefined) =>
      sort === 'OFFICE'
        ? ['']
        : sort === 'EVERYBODY'
          ? ['SELECT']
          : sort === 'TRAIL'
            ? ['INSERT']
            : ['ALL', 'ALL SELECT', 'SELECT']
    expect(tables.filter(({ name, doors }) => !doorsOf(tableSorts[name]).includes(doors))).toEqual([])
  })

  it('lets nobody round it: no view that asks as the office, no guard that sees less than all, no privilege beyond the policies', async () => {
    expect(
      await ask(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
        AND NOT COALESCE(reloptions @> '{security_invoker=true}', false)`),
    ).toEqual([])
    expect(
      await ask(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
        AND NOT (prosecdef AND proconfig @> '{"search_path=public, pg_temp"}')`),
    ).toEqual([])
    const granted = await ask<{
      name: string
    }>(`SELECT DISTINCT table_name AS name FROM information_schema.role_table_grants
      WHERE grantee IN ('shebao_employer', 'shebao_insured') AND table_schema = 'public'`)
    const open = granted.map(({ name }) => name).filter((name) => (tableSorts[name] ?? 'OFFICE') === 'OFFICE')
    expect(open.toSorted()).toEqual(['employer_balance', 'notice_share_balance', 'person_balance'])
  })
})

describe('a tenant', () => {
  it.each(sorted('OFFICE'))('is refused %s, which is the office’s', async (name) => {
    await expect(asTenant(clerk, () => ask(`SELECT 1 FROM ${name} LIMIT 1`))).rejects.toMatchObject({ code: '42501' })
  })

  it.each(sorted('EVERYBODY'))('reads %s and does not write it', async (name) => {
    await asTenant(clerk, () => ask(`SELECT 1 FROM ${name} LIMIT 1`))
    await expect(asTenant(clerk, () => ask(`DELETE FROM ${name}`))).rejects.toMatchObject({ code: '42501' })
  })

  it('writes the trail and does not read it', async () => {
    await asTenant(clerk, () =>
      ask(`INSERT INTO audit_event (at, actor_kind, origin, action, record_type, record_id, change)
        VALUES (now(), 'EMPLOYER', 'test', 'SIGNED_IN', 'Account', '1', '{}')`),
    )
    await expect(asTenant(clerk, () => ask('SELECT 1 FROM audit_event'))).rejects.toMatchObject({ code: '42501' })
  })

  it.each(owned)('is shown of %s only its own, and changes, removes and adds nothing else', async (name, sort) => {
    await undone(async () => {
      for (const { tenant, by } of ways(name, sort)) {
        await bare(name)
        const own = await put(name, by, mine)
        const foreign = await put(name, by, others)
        const seen = async () =>
          (
            await asTenant(tenant, () =>
              ask<{ mark: string }>(`SELECT mark FROM ${name} WHERE mark IN ($1, $2)`, [own, foreign]),
            )
          ).map(({ mark }) => mark)
        expect(await seen()).toEqual([own])
        expect(await ask(`SELECT mark FROM ${name} WHERE mark IN ($1, $2)`, [own, foreign])).toHaveLength(2)
        if (sort.readOnly) continue
        const wrote = (text: string, mark: string) => asTenant(tenant, () => ask(`${text} RETURNING mark`, [mark]))
        expect(await wrote(`UPDATE ${name} SET mark = mark WHERE mark = $1`, foreign)).toEqual([])
        expect(await wrote(`UPDATE ${name} SET mark = mark WHERE mark = $1`, own)).toHaveLength(1)
        expect(await wrote(`DELETE FROM ${name} WHERE mark = $1`, foreign)).toEqual([])
        await expect(held(() => asTenant(tenant, () => put(name, by, others)))).rejects.toMatchObject({ code: '42501' })
      }
    })
  })

  it('without an employer or a person is shown nobody’s', async () => {
    const nobody = { accountId: id() }
    for (const [name] of owned) expect(await asTenant(nobody, () => ask(`SELECT 1 FROM ${name} LIMIT 1`))).toEqual([])
  })
})

describe('a connection', () => {
  const who = () => ask<{ who: string }>('SELECT current_user::text AS who').then(([row]) => row?.who)
  const asClerk = <T>(work: () => Promise<T>) => asTenant(clerk, work)

  it('asks for whoever asks, statement by statement, also within one transaction and after one that failed', async () => {
    const office = await who()
    expect(await asClerk(who)).toBe('shebao_employer')
    expect(await who()).toBe(office)
    const within = () =>
      platform.database.transaction(async () => [
        await who(),
        await asOffice('NAMES', who),
        await who(),
        await asClerk(who),
      ])
    expect(await asClerk(within)).toEqual(['shebao_employer', office, 'shebao_employer', 'shebao_employer'])
    expect(await within()).toEqual([office, office, office, 'shebao_employer'])
    await expect(asClerk(() => ask('SELECT 1 / 0'))).rejects.toThrow('division by zero')
    expect(await Promise.all([who(), asClerk(who), who(), asClerk(who), who()])).toEqual([
      office,
      'shebao_employer',
      office,
      'shebao_employer',
      office,
    ])
  })

  it('carries Prisma too, which asks only when it is waited for', async () => {
    const count = () => platform.database.prisma.signInThrottle.count()
    await expect(asClerk(count)).rejects.toThrow('42501')
    expect(await asClerk(() => asOffice('SIGN_IN', count))).toBe(0)
  })
})

describe('a statement of a tenant', () => {
  afterEach(() => vi.restoreAllMocks())
  const statement = { name: 'test-columns', text: 'SELECT NULL::text AS nothing, 7::bigint AS whole, $1::text AS said' }
  const named = (said: string) => asTenant(clerk, () => platform.database.query(statement, [said]))

  it('goes with who asks in one packet', async () => {
    const held: boolean[] = []
    const { bind } = pg.Connection.prototype
    vi.spyOn(pg.Connection.prototype, 'bind').mockImplementation(function (this: pg.Connection, ...given) {
      held.push(this.stream.writableCorked > 0)
      bind.apply(this, given)
    })
    await named('at once')
    expect(held).toEqual([true, true])
  })

  it('asks what its rows look like once on a connection, and reads them the same afterwards', async () => {
    await platform.database.transaction(async () => {
      await named('before')
      const asked = vi.spyOn(pg.Connection.prototype, 'describe')
      expect(await named('after')).toEqual([{ nothing: null, whole: 7n, said: 'after' }])
      expect(asked).not.toHaveBeenCalled()
      expect(await platform.database.query(statement, ['office'])).toEqual([
        { nothing: null, whole: 7n, said: 'office' },
      ])
    })
  })
})

describe('who lost the request, or never said who asks,', () => {
  const who = () => ask<{ who: string }>('SELECT current_user::text AS who').then(([row]) => row?.who)

  it('is answered nothing, also within a transaction and by Prisma, and leaves the connection to others', async () => {
    await expect(asNobody(who)).rejects.toBeInstanceOf(AskedByNobody)
    await expect(asNobody(async () => platform.database.prisma.signInThrottle.count())).rejects.toThrow(
      'asked for nobody',
    )
    await expect(asNobody(() => platform.database.transaction(who))).rejects.toBeInstanceOf(AskedByNobody)
    expect(
      await platform.database.transaction(async () => [await asNobody(who).catch(() => 'refused'), await who()]),
    ).toEqual(['refused', await who()])
  })

  it('is told so where a timer of somebody else calls back, and not where a request made it', async () => {
    const due: (() => void)[] = []
    const timer = asNobody(() => setInterval(() => due.splice(0).forEach((work) => work()), 1))
    const lost = () => new Promise((resolve, reject) => due.push(() => void who().then(resolve, reject)))
    const own = () => new Promise((resolve) => setTimeout(() => resolve(who()), 1))
    try {
      await expect(asTenant(clerk, lost)).rejects.toBeInstanceOf(AskedByNobody)
      await expect(asOffice('JOB', lost)).rejects.toBeInstanceOf(AskedByNobody)
      expect(await asTenant(clerk, own)).toBe('shebao_employer')
    } finally {
      clearInterval(timer)
    }
  })

  it('is refused by a server that the office started: a route says who asks before it asks', async () => {
    const viewer = { kind: 'EMPLOYER', accountId: mine.account, employerId: mine.employer, stage: 'FULL' } as never
    const failures: unknown[] = []
    const app = await createServer(platform, {
      findViewer: async () => viewer,
      routes: [
        (server) => server.get('/unsaid', who),
        (server) => server.addHook('onError', async (_request, _reply, error) => void failures.push(error)),
        (server, _platform, contextOf) =>
          server.register(async (scope) => {
            // The body comes from the connection, which is nobody's.
            scope.addHook('onRequest', async (request, reply) => void (await contextOf(request, reply)))
            scope.post('/said', async () => ({ who: await who(), by: askedBy() }))
          }),
      ],
    })
    try {
      const url = await asOffice('START', () => app.listen({ host: '127.0.0.1', port: 0 }))
      expect((await fetch(`${url}/unsaid`)).status).toBe(500)
      expect(failures).toEqual([expect.any(AskedByNobody)])
      const said = await fetch(`${url}/said`, { method: 'POST', headers: { origin: url }, body: 'a body' })
      expect(await said.json()).toEqual({ who: 'shebao_employer', by: 'REQUEST' })
    } finally {
      await app.close()
    }
  })
})

describe.runIf(inject('databaseSource').kind === 'server')('a server whose user may not make roles', () => {
  it('is missed as such, and fit once its administrator has lent them', async () => {
    const user = `plain_${id().slice(0, 8)}`
    await ask(`CREATE ROLE ${user} LOGIN`)
    const plain = openDatabase(platform.connectionString.replace('postgres@', `${user}@`), 1)
    try {
      expect([await prepareTenantRoles(plain), await hasTenantRoles(plain)]).toEqual([false, false])
      await ask(`GRANT shebao_employer, shebao_insured TO ${user}`)
      expect([await prepareTenantRoles(plain), await hasTenantRoles(plain)]).toEqual([true, true])
    } finally {
      await plain.close()
      await ask(`DROP ROLE ${user}`)
    }
  })
})

it('has each gate and entrance in docs/security/row-level-security.md, with the reason', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/security/row-level-security.md'), 'utf8')
  const listed = page.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line))
  expect(listed).toEqual(
    Object.entries({ ...officeGates, ...officeEntrances }).map(([gate, why]) => `| \`${gate}\` | ${why} |`),
  )
})

interface Way {
  tenant: Tenant
  by: 'employer' | 'person' | 'account' | 'of'
}

/** Each of the ways in which a row can be somebody's, with whom it is then shown to. */
function ways(name: string, sort: Owned): Way[] {
  const direct: Way[] = kinds.filter((kind) => sort[kind]).map((kind) => ({ tenant: tenants[kind], by: kind }))
  if (!sort.of) return direct
  const above = tableSorts[sort.of[0]]
  if (typeof above !== 'object') throw new Error(`${name} is of a table that is nobody's.`)
  const [first] = ways(sort.of[0], above)
  return first ? [...direct, { tenant: first.tenant, by: 'of' }] : direct
}

/** A table that takes any row: what a row must hold besides is not asked here. Undone with the transaction. */
async function bare(name: string): Promise<void> {
  const [known] = await ask(`SELECT 1 FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'mark'`, [name])
  if (known) return
  await ask(`ALTER TABLE ${name} ADD COLUMN mark text`)
  const rules = await ask<{ text: string }>(
    `SELECT format('DROP CONSTRAINT %I', conname) AS text FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'x')
    UNION ALL SELECT format('ALTER COLUMN %I DROP NOT NULL', attname) FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0
      AND attnotnull AND NOT attisdropped AND attidentity = '' AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = attrelid AND indisprimary AND attnum = ANY(indkey))`,
    [name],
  )
  if (rules.length > 0) await ask(`ALTER TABLE ${name} ${rules.map(({ text }) => text).join(', ')}`)
}

/** One row of this side; gives its mark. */
async function put(name: string, by: Way['by'], side: Side): Promise<string> {
  const sort = tableSorts[name] as Owned
  const mark = id()
  const values = new Map<string, string>([['mark', mark], ...Object.entries(sort.with ?? {})])
  if (by === 'of') {
    const [parent, column] = sort.of ?? ['', '']
    values.set(column, await parentOf(parent, side))
  } else values.set(sort[by] ?? '', side[by])
  const keys = await ask<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute JOIN pg_index ON indrelid = attrelid AND attnum = ANY(indkey)
    WHERE attrelid = $1::regclass AND indisprimary AND NOT atthasdef AND attidentity = ''`,
    [name],
  )
  for (const key of keys)
    if (!values.has(key.name))
      values.set(
        key.name,
        key.type === 'integer' || key.type === 'bigint' ? '7' : id().slice(0, key.type === 'uuid' ? 36 : 7),
      )
  const names = [...values.keys()]
  await ask(`INSERT INTO ${name} (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`, [
    ...values.values(),
  ])
  return mark
}

/** The id of a row of this side above; put as the office, whoever then puts what belongs to it. */
async function parentOf(name: string, side: Side): Promise<string> {
  return asOffice('NAMES', async () => {
    const key = `${name} of ${side.employer}`
    const known = parents.get(key)
    if (known) return known
    await bare(name)
    const [way] = ways(name, tableSorts[name] as Owned)
    const mark = await put(name, way?.by ?? 'employer', side)
    const [row] = await ask<{ id: string }>(`SELECT id FROM ${name} WHERE mark = $1`, [mark])
    parents.set(key, row?.id ?? '')
    return row?.id ?? ''
  })
}
const parents = new Map<string, string>()

/** Without the guards and keys between tables, and without anything staying. */
async function undone(work: () => Promise<void>): Promise<void> {
  const over = new Error('over')
  parents.clear()
  await platform.database
    .transaction(async () => {
      await ask('SET LOCAL session_replication_role = replica')
      await work()
      throw over
    })
    .catch((error: unknown) => {
      if (error !== over) throw error
    })
}

/** What fails within does not end the transaction. */
async function held(work: () => Promise<unknown>): Promise<void> {
  await ask('SAVEPOINT held')
  try {
    await work()
    await ask('RELEASE SAVEPOINT held')
  } catch (error) {
    await ask('ROLLBACK TO SAVEPOINT held')
    throw error
  }
}
