import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { period } from '@shebao/kernel'
import type { Registry } from 'prom-client'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { backupStateFile, keepBackupState } from '../backup/backup-state.ts'
import { makeBackup } from '../backup/make-backup.ts'
import { assessEmployer } from '../features/money/assessment/assess-employer.ts'
import { importStatement } from '../features/money/reconciliation/import-statement.ts'
import { seedPolicy } from '../features/money/policy/policy-in-force.ts'
import { checkBilling } from '../fitness/check-billing.ts'
import { addHealth } from '../http/health.route.ts'
import { keepFingerprint } from '../platform/installation.ts'
import { startJobs } from '../platform/jobs.ts'
import type { Jobs } from '../platform/jobs.ts'
import { createMetrics } from '../platform/metrics.ts'
import type { Platform } from '../platform/platform.ts'
import { printAlerts } from '../print-alerts.ts'
import { serverParts } from '../server-parts.ts'
import { createServer } from '../server.ts'
import { alerts } from '../terminal/alerts.ts'
import { addEmployer } from '../testing/money/payment/billing-fixture.ts'
import { bankFile, line } from '../testing/money/reconciliation/statement-files.ts'
import { shortCertificate } from '../testing/short-certificate.ts'
import { findPostgresPrograms } from '../testing/database-setup.ts'
import { openStandby } from '../testing/standby.ts'
import { openDatabase } from '../platform/database.ts'
import { openSmallDisk } from '../testing/small-disk.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { addOfficeMetrics } from './add-office-metrics.ts'
import { alertRules } from './alert-rules.ts'

// Each state is made in an office that is well, and is told by the very rules that are printed for Prometheus.

const token = 'a-token-of-twenty-four-characters'
const disk = openSmallDisk(4_000_000)
const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'shebao-alerts-'))
const start = '2026-11-30T10:00:00+08:00'
const minuteMs = 60_000
const web = createTlsServer(shortCertificate, (socket) => socket.end())
let platform: TestPlatform
let jobs: Jobs
let app: FastifyInstance
let jobFails = false
const seen = new Set<string>()

// A backup of it opens it a second time, which the embedded database does not take.
const onServer = inject('databaseSource').kind !== 'embedded'

beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  platform = await openTestPlatform(
    {
      SHEBAO_METRICS_TOKEN: token,
      SHEBAO_DATA_DIR: folder,
      SHEBAO_PUBLIC_URL: `https://localhost:${(web.address() as AddressInfo).port}`,
      SHEBAO_SECRET_KEY: '07'.repeat(32),
    },
    { calendarsTo: '2027-01-01' },
  )
  platform.clock.set(start)
  Object.assign(platform.environment, { databaseUrl: platform.connectionString })
  await keepFingerprint(platform.database, platform.vault)
  await platform.database.prisma.office.create({
    data: { region: '110000', nameZh: '局', nameEn: 'Office', phone: '1', addressZh: '地', addressEn: 'Place' },
  })
  const job = {
    name: 'watched',
    cron: '0 0 1 1 *',
    run: async () => {
      if (jobFails) throw new Error('it fails')
    },
  }
  jobs = await startJobs(platform.database, platform.logger, [job], 0.5)
  await keepBackupState(platform.environment, 'MADE')
  const broken = (server: FastifyInstance) =>
    server.get('/broken', async () => {
      throw new Error('it is')
    })
  const health = (server: FastifyInstance, its: Platform) => addHealth(server, its, checkBilling)
  const full = (server: FastifyInstance) =>
    server.get('/full', async () => {
      throw Object.assign(new Error('no room'), { code: '53100' })
    })
  app = await createServer({ ...platform, jobs }, { ...serverParts, routes: [health, broken, full] })
})
afterEach(() => {
  vi.restoreAllMocks()
  platform.clock.set(start)
})
afterAll(async () => {
  await app.close()
  await jobs.stop()
  await platform.close()
  await new Promise((resolve) => web.close(resolve))
  disk?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function firing(of: FastifyInstance = app): Promise<string[]> {
  const answer = await of.inject({ url: '/alerts', headers: { authorization: `Bearer ${token}` } })
  const { firing: told } = answer.json() as { firing: { name: string; labels: Record<string, string> }[] }
  const names = told.map(({ name, labels }) => [name, ...Object.values(labels)].join(' '))
  for (const { name } of told) seen.add(name)
  // How late this process is, is this machine's affair, but where it is asked.
  return names.filter((name) => name !== 'EventLoopLate')
}

async function untilFiring(wanted: boolean, name: string): Promise<void> {
  while ((await firing()).includes(name) !== wanted) await new Promise((later) => setTimeout(later, 100))
}

describe.runIf(onServer)('an alert', () => {
  it('is told to who has the token, and to nobody else', async () => {
    expect((await app.inject({ url: '/alerts' })).statusCode).toBe(404)
  })

  it('of parameters that are not published; with them all is well', async () => {
    expect(await firing()).toEqual(['ParametersMissing parameters'])
    await seedPolicy(platform)
    expect(await firing()).toEqual([])
  })

  it('of working days that are not published, those of next year from October on', async () => {
    platform.clock.set('2028-01-05T10:00:00+08:00')
    expect(await firing()).toEqual(expect.arrayContaining(['CalendarMissing calendar']))
    platform.clock.set('2027-10-05T10:00:00+08:00')
    expect(await firing()).toEqual(expect.arrayContaining(['CalendarOfNextYearMissing calendarOfNextYear']))
  })

  it('of a certificate that ends', async () => {
    platform.clock.set('2026-12-05T10:00:00+08:00')
    expect(await firing()).toEqual([])
    platform.clock.set('2026-12-15T10:00:00+08:00')
    expect(await firing()).toEqual(['CertificateEnds'])
  })

  it('of a job that fails, until it succeeds', async () => {
    jobFails = true
    await jobs.request('watched')
    await untilFiring(true, 'JobFailing watched')
    jobFails = false
    await jobs.request('watched')
    await untilFiring(false, 'JobFailing watched')
    expect(await firing()).toEqual([])
  })

  it('of jobs that stand still, here and in every other process', async () => {
    const now = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(now + 60 * minuteMs)
    expect(await firing()).toEqual([])
    await platform.database.query({ text: `UPDATE jobs.job SET completed_on = completed_on - interval '1 hour'` })
    vi.mocked(performance.now).mockReturnValue(now + 120 * minuteMs)
    expect(await firing()).toEqual(['JobsStopped jobs'])
  })

  it('of failures on our side, when there are several', async () => {
    await jobs.request('watched')
    await untilFiring(false, 'JobsStopped jobs')
    for (let nth = 0; nth < 4; nth += 1) await app.inject({ url: '/broken' })
    expect(await firing()).toEqual([])
    await app.inject({ url: '/broken' })
    expect(await firing()).toEqual(['FailuresRising'])
    const now = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(now + 11 * minuteMs)
    expect(await firing()).not.toContain('FailuresRising')
  })

  it('of a backup that failed, and of one that is old', async () => {
    await expect(makeBackup(platform.environment, platform.logger, join('/dev/null', 'backups'))).rejects.toThrow(
      /ENOTDIR/,
    )
    expect(await firing()).toEqual(['BackupFailed'])
    await keepBackupState(platform.environment, 'MADE')
    expect(await firing()).toEqual([])
    const madeAt = new Date(Date.now() - 49 * 60 * minuteMs).toISOString()
    writeFileSync(backupStateFile(platform.environment), JSON.stringify({ madeAt, failedAt: null }))
    expect(await firing()).toEqual(['BackupTooOld'])
    await keepBackupState(platform.environment, 'MADE')
  })

  it('of no backup, where those are made by other means', async () => {
    Object.assign(platform.environment, { backupElsewhere: true })
    await keepBackupState(platform.environment, 'FAILED')
    expect(await firing()).toEqual([])
    Object.assign(platform.environment, { backupElsewhere: false })
    await keepBackupState(platform.environment, 'MADE')
  })

  it('of a standby that nobody comes from, that is behind, that is late', async () => {
    const drop = () => platform.database.query({ text: `SELECT pg_drop_replication_slot('standby_of_a_test')` })
    await platform.database.query({ text: `SELECT pg_create_physical_replication_slot('standby_of_a_test')` })
    // Slots are the server's, and another test may have one.
    expect(await firing()).toContain('StandbyAway standby_of_a_test')
    await drop()
    expect(await firing()).not.toContain('StandbyAway standby_of_a_test')
    const standing = { standby: 'db2', behind: 300 * 1024 * 1024, late: 61 }
    const { database } = platform
    const answers = new Proxy(database, {
      get: (of, name) =>
        name === 'query'
          ? async (statement: { name?: string; text: string }, values?: readonly unknown[]) =>
              statement.name === 'operations-standbys' ? [standing] : of.query(statement, values)
          : name === 'replicaLateness'
            ? async () => 61
            : Reflect.get(of, name),
    })
    const other = await createServer({ ...platform, jobs, database: answers }, { ...serverParts, routes: [] })
    expect(await firing(other)).toEqual(['StandbyBehind db2', 'StandbyLate db2', 'StandbyLate reads'])
    Object.assign(standing, { behind: 250 * 1024 * 1024, late: 59 })
    expect(await firing(other)).toEqual(['StandbyLate reads'])
    await other.close()
  })

  it.runIf(findPostgresPrograms())(
    'of a standby in earnest: behind while it shows nothing new, away while it is stopped',
    async () => {
      const standby = await openStandby()
      const database = openDatabase(standby.primary, 2)
      const other = await createServer({ ...platform, jobs, database }, { ...serverParts, routes: [] })
      const until = async (...wanted: string[]) => {
        const ofStandbys = async () => (await firing(other)).filter((name) => name.endsWith(' db2'))
        await vi.waitFor(async () => expect(await ofStandbys()).toEqual(wanted), { timeout: 60_000, interval: 100 })
      }
      try {
        await until()
        await standby.ask('SELECT pg_wal_replay_pause()')
        // As much log as is the limit, and a little more.
        await database.query({
          text: `SELECT count(pg_logical_emit_message(true, 'test', repeat('x', 1048576))) FROM generate_series(1, 260)`,
        })
        await until('StandbyBehind db2')
        await standby.ask('SELECT pg_wal_replay_resume()')
        await until()
        await standby.stop()
        await until('StandbyAway db2')
      } finally {
        await other.close()
        await database.close()
        await standby.close()
      }
    },
  )

  it.runIf(disk)('of a disk that is nearly full', async () => {
    disk?.leave(300_000)
    expect(await firing()).toEqual(['DiskNearlyFull data'])
    disk?.leave(3_000_000)
    expect(await firing()).toEqual([])
  })

  it('of a message that nobody was sent', async () => {
    const { prisma } = platform.database
    const createdAt = platform.clock.now()
    const account = await prisma.account.create({ data: { kind: 'EMPLOYER', displayName: '甲', passwordHash: '' } })
    const told = { accountId: account.id, kind: 'BILL_READY', key: '1', params: {}, createdAt }
    const { id } = await prisma.notification.create({
      data: { ...told, deliveries: { create: { channel: 'SMS', nextAttemptAt: createdAt } } },
    })
    platform.clock.advance(119 * minuteMs)
    expect(await firing()).toEqual([])
    platform.clock.advance(2 * minuteMs)
    expect(await firing()).toEqual(['NoticesUnsent'])
    await prisma.notification.delete({ where: { id } })
  })

  it('of a line of the bank that nothing answers to', async () => {
    const bytes = new TextEncoder().encode(bankFile('2026-11-26', [line('stray', 100)]))
    await importStatement(platform, { bytes, fileName: 'bank', how: 'FETCHED', origin: 'test' })
    platform.clock.set('2026-11-29T23:00:00+08:00')
    expect(await firing()).toEqual([])
    platform.clock.set('2026-11-30T01:00:00+08:00')
    expect(await firing()).toContain('BankLinesUnmatched')
    await platform.database.query({ text: `UPDATE reconciliation_item SET resolution = 'BANK_ERROR'` })
  })

  it('of a payment that the bank says nothing about, a run that stands, and a trail that is not chained', async () => {
    const { prisma } = platform.database
    await jobs.request('watched')
    await untilFiring(false, 'JobsStopped jobs')
    await platform.database.query({ text: 'DELETE FROM audit_waiting' })
    const createdAt = platform.clock.now()
    const { employerId } = await addEmployer(platform, [1_000_000])
    await assessEmployer(platform, { employerId, period: period('2026-10'), issuedOn: '2026-11-02' })
    const { id: noticeId } = await prisma.paymentNotice.findFirstOrThrow({ where: { employerId } })
    const payment = { idempotencyKey: 'unknown-1', amount: 100n, status: 'UNKNOWN', createdAt }
    await prisma.payment.create({ data: { ...payment, employerId, noticeId } })
    await prisma.billingRun.create({
      data: { kind: 'MONTHLY', period: '2026-11', region: '110000', startedAt: createdAt, heartbeatAt: createdAt },
    })
    await platform.audit.record({
      actorKind: 'SYSTEM',
      origin: 'test',
      action: 'REMOVE_NOTIFICATIONS',
      recordType: 'Notification',
      recordId: '1',
      change: {},
    })
    platform.clock.advance(9 * minuteMs)
    expect(await firing()).toEqual([])
    platform.clock.advance(2 * minuteMs)
    expect(await firing()).toEqual(['AuditChainBehind'])
    platform.clock.advance(5 * minuteMs)
    expect(await firing()).toEqual(['BillingRunStopped', 'AuditChainBehind'])
    platform.clock.advance(60 * minuteMs)
    expect(await firing()).toEqual(['BillingRunStopped', 'PaymentsUnknown', 'AuditChainBehind'])
  })

  it('of requests that wait for a connection', async () => {
    const waiting = Array.from({ length: 30 }, () => platform.database.query({ text: 'SELECT pg_sleep(0.1)' }))
    expect(await firing()).toContain('ConnectionsShort requests waiting')
    await Promise.all(waiting)
    expect(await firing()).not.toContain('ConnectionsShort requests waiting')
  })

  it('of a process that is too busy to answer', async () => {
    const pause = () => new Promise((later) => setTimeout(later, 60))
    await firing()
    // The watch begins anew with each look, and with its first tick.
    await pause()
    const until = performance.now() + 1_500
    while (performance.now() < until);
    await pause()
    await firing()
    expect([...seen]).toContain('EventLoopLate')
  })

  it('of a database that does not answer, in which nothing else is to be seen', async () => {
    const away = { ...platform.database, query: () => Promise.reject(new Error('away')) }
    const other = await createServer({ ...platform, jobs, database: away } as Platform, { ...serverParts, routes: [] })
    expect(await firing(other)).toEqual(['DatabaseAway', 'JobsStopped jobs'])
    await other.close()
  })

  it('of a database without room, for as long as it is found so; meanwhile it is read', async () => {
    const healthz = async () => (await app.inject('/healthz')).json() as unknown
    expect(await healthz()).toEqual({ status: 'ok' })
    const refused = await app.inject('/full')
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5'])
    expect([await healthz(), await firing()]).toEqual([
      { status: 'reading only' },
      expect.arrayContaining(['DatabaseFull room']),
    ])
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2 * minuteMs)
    expect([await healthz(), await firing()]).toEqual([
      { status: 'ok' },
      expect.not.arrayContaining(['DatabaseFull room']),
    ])
  })

  it('is told at the terminal, where a server that does not answer is one, too', async () => {
    const said: string[] = []
    const terminal = (port: number) => ({
      environment: { ...platform.environment, host: '127.0.0.1', port, language: 'zh-CN' as const },
      logger: platform.logger,
      say: (...lines: readonly string[]) => void said.push(...lines),
      note: (...lines: readonly string[]) => void said.push(...lines),
    })
    platform.clock.set('2026-12-15T10:00:00+08:00')
    const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
    expect(await alerts(terminal(port), [])).toBe(1)
    expect(said).toContain('当日  CertificateEnds: 公开网址的证书将在三周内到期。')
    expect(await alerts(terminal(9), [])).toBe(1)
    expect(said.at(-1)).toBe('服务没有应答：http://127.0.0.1:9/alerts')
  })

  it('was each made once', () => {
    const made = alertRules.map(({ name }) => name).filter((name) => disk !== undefined || name !== 'DiskNearlyFull')
    expect(made.filter((name) => !seen.has(name))).toEqual([])
  })
})

describe('what is printed and drawn of it', () => {
  const root = join(import.meta.dirname, '../../../..')
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const registry = () => {
    const { registry: made } = createMetrics(new Set(), async () => true)
    addOfficeMetrics(made, platform, async () => [])
    return made
  }

  it('are the rules as they are, each with what to do', () => {
    expect(read('deploy/prometheus/alerts.yml')).toBe(printAlerts())
    const headings = new Set([...read('docs/operations.md').matchAll(/^#+ (\w+)$/gm)].map(([, name]) => name))
    for (const name of ['ProcessDown', ...alertRules.map((rule) => rule.name)]) expect(headings).toContain(name)
  })

  it('names no metric and no label that the product does not have', () => {
    const made = registry()
    const dashboards = ['office', 'server'].map((name) => read(`deploy/grafana/${name}.json`))
    const expressions = dashboards.flatMap((text) =>
      panelsOf(JSON.parse(text)).flatMap((panel) => panel.targets.map(({ expr }) => expr)),
    )
    const rules = [...printAlerts().matchAll(/expr: (.+)/g)].map(([, expr = '']) => expr)
    expect(expressions.length).toBeGreaterThan(20)
    expect([...expressions, ...rules].flatMap((expr) => unknownIn(expr, made))).toEqual([])
    expect(unknownIn('sum by (room) (shebao_nothing{a="b"})', made)).toEqual(['shebao_nothing'])
    expect(unknownIn('sum by (room) (shebao_failures_total{a="b"})', made)).toEqual(['room', 'a'])
  })

  it('says in both languages what each panel shows', () => {
    for (const name of ['office', 'server'])
      for (const { title, description } of panelsOf(JSON.parse(read(`deploy/grafana/${name}.json`)))) {
        expect(title).toMatch(/^\p{Script=Han}[^]* · [A-Z]/u)
        expect(description.length).toBeGreaterThan(10)
      }
  })
})

interface Panel {
  title: string
  description: string
  targets: { expr: string }[]
}
const panelsOf = ({ panels }: { panels: (Panel & { type: string })[] }) => panels.filter(({ type }) => type !== 'row')

/** Metrics and labels of an expression that the registry does not have; what Prometheus adds itself is known. */
function unknownIn(expr: string, registry: Registry): string[] {
  const bare = expr.replaceAll(/"[^"]*"/g, '""').replaceAll(/\[[^\]]*\]/g, '')
  const names = [...bare.matchAll(/\b((?:shebao|nodejs|process)_\w+|up)\b/g)].map(([, name = '']) => name)
  const own = (name: string) =>
    registry.getSingleMetric(name) ?? registry.getSingleMetric(name.replace(/_(?:bucket|sum|count)$/, ''))
  const unknown = names.filter((name) => name !== 'up' && !own(name))
  if (unknown.length > 0) return unknown
  const labels = new Set([
    ...names.flatMap((name) => (own(name) as { labelNames?: string[] } | undefined)?.labelNames ?? []),
    'instance',
    'job',
    'le',
  ])
  const used = [...bare.matchAll(/\b(?:by|without) \(([^)]*)\)|\{([^}]*)\}/g)].flatMap(([, by, of]) =>
    (by ?? of ?? '').split(',').map((part) => part.trim().replace(/[=!~].*/, '')),
  )
  return used.filter((label) => label !== '' && !labels.has(label))
}
