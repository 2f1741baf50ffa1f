import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Platform } from '@shebao/api/src/platform/platform.ts'
import { Cluster, until } from './cluster.ts'
import { asOffice } from '@shebao/api/src/platform/tenancy.ts'
import { addressOf, databaseName, databaseUrl, machines, ports, productPassword } from './configuration.ts'
import { countKept, readAfterWriting, sizesOf } from './count.ts'
import { fillOffice, openOffice, today } from './given-office.ts'
import type { Filer, GivenOffice } from './given-office.ts'
import { Load } from './load.ts'
import { findPrograms } from './programs.ts'
import { describeLoss, printCount, printLosses, printReads, printSizes } from './report.ts'
import type { LossFigure } from './report.ts'

// `npm run cluster`: the files of deploy/cluster on this machine's loopback, under load, with one part after another killed.
// Ends with 0 when nothing that was acknowledged is missing, the books balance and no request failed while the product was restarted.

const { values } = parseArgs({
  options: { filers: { type: 'string', default: '4' }, payments: { type: 'string', default: '4000' } },
})
const key = randomBytes(32).toString('hex')
const bankKey = randomBytes(32)
const officeUrl = `https://${addressOf(machines.proxy)}:${ports.office}`
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))
/** How long the primary is left alone. */
const aloneMs = 10_000
/** How many are done one after the other, for their mean. */
const quiet = { submissions: 20, payments: 40 }
const restartOfAll = 'the processes of the product are restarted one by one'
const say = (text: string) => console.log(`› ${text}`)

const cluster = new Cluster(namedPrograms())
const settings: Record<string, string> = {
  SHEBAO_CLUSTER: 'yes',
  SHEBAO_FILES_DIR: `${cluster.folder}/attachments`,
  SHEBAO_MODE: 'test',
  SHEBAO_TODAY: today,
  SHEBAO_SECRET_KEY: key,
  SHEBAO_BANK_KEY: bankKey.toString('hex'),
  // Nobody asks a bank for anything here: it reports by itself.
  SHEBAO_BANK_URL: `http://${addressOf(machines.proxy)}:9`,
  SHEBAO_PUBLIC_URL: officeUrl,
  SHEBAO_LOG_LEVEL: 'error',
  DATABASE_URL: databaseUrl('shebao', ports.primary, 'shebao', cluster.tls),
  SHEBAO_REPLICA_URL: databaseUrl('shebao', ports.replicas, 'shebao', cluster.tls),
  // As in deploy/cluster: what HAProxy takes to notice.
  SHEBAO_DRAIN_SECONDS: '5',
}

process.exitCode = 1
let ended = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    ended = true
    void cluster.stop().finally(() => process.exit(130))
  })
try {
  process.exitCode = (await asOffice('TEST', rehearse)) ? 0 : 1
} catch (error) {
  if (!ended) console.error(`${cluster.lastWords()}\n✗ ${error instanceof Error ? error.message : String(error)}`)
} finally {
  await cluster.stop()
}
process.exit()

function namedPrograms() {
  try {
    return findPrograms()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

async function rehearse(): Promise<boolean> {
  say('etcd, Patroni with PostgreSQL and HAProxy come up, three and one')
  await cluster.start()
  await makeDatabase()
  say('The office, its units and their bills are made')
  const opened = await openOffice({ ...settings, SHEBAO_DATA_DIR: `${cluster.folder}/office` })
  try {
    const office = await fillOffice(opened.platform, {
      filers: Number(values.filers),
      payments: Number(values.payments),
    })
    say('Three processes of the product come up')
    for (const machine of machines.apis) cluster.startApi(machine, settings)
    for (const machine of machines.apis) await untilServing(`https://${addressOf(machine)}:${ports.api}`)
    await untilServing(officeUrl)
    return await killOneByOne(opened.platform, office)
  } finally {
    await opened.close()
  }
}

async function makeDatabase(): Promise<void> {
  const url = databaseUrl('postgres', ports.primary, 'postgres', cluster.tls)
  await until('HAProxy leads to the primary', 30_000, async () => (await answerOf(url)) !== undefined)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE ROLE shebao LOGIN PASSWORD '${productPassword}'`)
  await client.query(
    'CREATE ROLE shebao_employer; CREATE ROLE shebao_insured; GRANT shebao_employer, shebao_insured TO shebao',
  )
  await client.query('CREATE DATABASE shebao OWNER shebao')
  await client.end()
}

async function answerOf(connectionString: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    const { rowCount } = await client.query('SELECT 1')
    await client.end()
    return rowCount ?? undefined
  } catch {
    return undefined
  }
}

function untilServing(url: string): Promise<void> {
  return until(`${url} serves`, 120_000, async () =>
    fetch(`${url}/healthz`, { signal: AbortSignal.timeout(6_000) }).then(
      (answer) => answer.ok,
      () => false,
    ),
  )
}

async function killOneByOne(platform: Platform, { filers, payments }: GivenOffice): Promise<boolean> {
  const load = new Load(officeUrl, bankKey, payments)
  const [first] = filers
  if (first) await measureLog(platform, load, first)
  load.start(filers, 2)
  const losses: LossFigure[] = []
  const lose = async (what: string, kill: () => Promise<unknown>, mend: () => Promise<void>) => {
    say(`Under load: ${what}`)
    await pause(4_000 + Math.random() * 2_000)
    const at = performance.now()
    await kill()
    await untilAcknowledged(load, at)
    await pause(6_000)
    losses.push(describeLoss(what, load, at, performance.now()))
    await mend()
    await pause(2_000)
  }
  let gone = ''
  const databaseBack = async () => {
    cluster.startDatabase(Number(gone.slice(2)) + 10)
    await cluster.untilWhole()
  }
  await lose(
    'the primary is killed, Patroni and PostgreSQL',
    async () => cluster.killDatabase((gone = await cluster.nameOf('leader'))),
    databaseBack,
  )
  await lose(
    'a process of the product is killed',
    () => cluster.kill(`api-${machines.apis[0]}`),
    async () => {
      cluster.startApi(machines.apis[0], settings)
      await untilServing(`https://${addressOf(machines.apis[0])}:${ports.api}`)
    },
  )
  await lose(
    'the standby in step is killed',
    async () => cluster.killDatabase((gone = await cluster.nameOf('sync_standby'))),
    databaseBack,
  )
  let leader = 0
  await lose(
    'the leader of etcd is killed',
    async () => cluster.kill(`etcd-db${(leader = (await cluster.etcdLeader()) ?? 0) - 10}`),
    async () => cluster.startEtcd(leader),
  )
  await lose(restartOfAll, restartOneByOne, async () => undefined)
  await lose(
    'the primary is moved as an operator does',
    async () => cluster.switchOver(await cluster.nameOf('leader'), await cluster.nameOf('sync_standby')),
    () => cluster.untilWhole(),
  )
  const alone = await withoutStandbys(load)
  say('Everybody finishes; every acknowledged submission and payment is looked for')
  await load.stop()
  const count = await countKept(platform, load.acknowledged)
  printLosses(losses)
  printSizes(await sizesOf(platform))
  const unseen = printReads(await readAfterWriting(platform))
  console.log(`Without any standby: ${alone} acknowledged in ${aloneMs / 1000} s.`)
  const refused = losses.find(({ what }) => what === restartOfAll)?.failed
  return printCount(count, load) && unseen === 0 && alone === 0 && refused === 0
}

/** As a new release is put in: nobody may notice. */
async function restartOneByOne(): Promise<void> {
  for (const machine of machines.apis) {
    await cluster.end(`api-${machine}`)
    cluster.startApi(machine, settings)
    await untilServing(`https://${addressOf(machine)}:${ports.api}`)
    // Until HAProxy has seen it as well.
    await pause(2_000)
  }
}

/** Nothing may be acknowledged that stands on one machine alone. Says what was. */
async function withoutStandbys(load: Load): Promise<number> {
  say('Under load: both standbys are killed')
  const leader = await cluster.nameOf('leader')
  const standbys = machines.databases.filter((machine) => databaseName(machine) !== leader)
  await Promise.all(standbys.map((machine) => cluster.killDatabase(databaseName(machine))))
  // What they had taken in is still being told.
  await pause(1_000)
  const before = load.acknowledged.length
  await pause(aloneMs)
  const alone = load.acknowledged.length - before
  const back = performance.now()
  for (const machine of standbys) cluster.startDatabase(machine)
  await untilAcknowledged(load, back)
  await cluster.untilWhole()
  return alone
}

/** Until both are taken in again, one of each that was sent after the kill. */
async function untilAcknowledged(load: Load, since: number): Promise<void> {
  // What was under way when it happened may still come in: only what comes after the first failure or a while counts.
  await pause(1_500)
  const from = Math.max(since + 1_500, load.failures.find(({ at }) => at > since)?.at ?? 0)
  await until('submissions and payments are taken in again', 180_000, async () =>
    (['SUBMISSION', 'PAYMENT'] as const).every((what) =>
      load.acknowledged.some((one) => one.what === what && one.at > from),
    ),
  )
}

/** How much of the write-ahead log one of each makes while nobody else works: what a standby is sent and an archive keeps. */
async function measureLog(platform: Platform, load: Load, filer: Filer): Promise<void> {
  const position = async () => {
    const [row] = await platform.database.query<{ bytes: string }>({
      text: `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text AS bytes`,
    })
    return Number(row?.bytes)
  }
  const bytesOf = async (times: number, deed: () => Promise<void>) => {
    const before = await position()
    for (let done = 0; done < times; done += 1) await deed()
    return Math.round(((await position()) - before) / times)
  }
  const submission = await bytesOf(quiet.submissions, () => load.submitAndWithdraw(filer))
  const payment = await bytesOf(quiet.payments, () => load.pay())
  console.log(
    `Write-ahead log: ${submission} bytes a submission of 3 people with its withdrawal, ${payment} a payment.`,
  )
}
