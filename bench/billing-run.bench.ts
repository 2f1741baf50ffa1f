import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { continueRun } from '@shebao/api/src/features/money/run/continue-run.ts'
import { insertMonthsQuery, monthAmounts } from '@shebao/api/src/features/money/month/month-rows.repository.ts'
import { seedPolicy } from '@shebao/api/src/features/money/policy/policy-in-force.ts'
import type { Bench, Figure, Size } from './bench.ts'
import { openOffice, today } from './office.ts'
import type { BenchOffice } from './office.ts'

interface Counts {
  /** The register grows from one measurement to the next. */
  people: [small: number, medium: number, large: number]
  /** Of one batch and so of one transaction; as the product has it on the database it runs on. */
  inBatch: number
}
/** On the embedded database a run of a million would take half an hour. */
function countsOf({ databaseKind }: BenchOffice, size: Size): Counts {
  if (size === 'small') return { people: [10, 20, 60], inBatch: 25 }
  return databaseKind === 'embedded PostgreSQL'
    ? { people: [1_000, 10_000, 40_000], inBatch: 1_000 }
    : { people: [10_000, 100_000, 1_000_000], inBatch: 5_000 }
}

const region = '110000'
/** A month for each measurement, all of them assessed on shipped parameters. */
const months = ['2026-07', '2026-08', '2026-09', '2026-10']

export default {
  name: 'the monthly run against INSERT of the same months',
  async run(size) {
    const office = await openOffice()
    try {
      return await measure(office, countsOf(office, size))
    } finally {
      await office.close()
    }
  },
} satisfies Bench

async function measure(office: BenchOffice, { people: [small, medium, large], inBatch }: Counts): Promise<Figure[]> {
  await seedPolicy(office.platform)
  const [first = '', second = '', third = '', fourth = ''] = months
  await growTo(office, small)
  const inSmall = await runApart(office, first, small, inBatch)
  await growTo(office, medium)
  const inMedium = await runApart(office, second, medium, inBatch)
  await growTo(office, large)
  const seconds = await runBesideInsert(office, third, large, inBatch)
  const inLarge = await runApart(office, fourth, large, inBatch)
  const count = (people: number) => people.toLocaleString('en')
  return [
    {
      name: `Monthly run, ${count(large)} people`,
      unit: 'rows/s',
      value: large / seconds.run,
      peer: { name: 'INSERT of the same rows', value: large / seconds.insert },
      ratio: seconds.insert / seconds.run,
      aim: 0.5,
      better: 'higher',
      note: `${office.databaseKind}; enrolments read, premiums computed, months, notices, lines and ledger written`,
    },
    {
      name: `Memory of a run, ${count(large)} people`,
      unit: 'MiB resident at most',
      value: inLarge.peakResident,
      peer: { name: `${count(small)} people`, value: inSmall.peakResident },
      ratio: inLarge.peakResident / inSmall.peakResident,
      aim: 1.5,
      better: 'lower',
      note: `${count(medium)} people: ${inMedium.peakResident} MiB; heap bounded to ${heapBound.old} MiB (new objects 3 x ${heapBound.young}), at the end ${inSmall.heap}, ${inMedium.heap}, ${inLarge.heap} MiB`,
    },
  ]
}

/**
 * Employers and enrolments up to so many people: a twentieth of the new ones with one large employer, the rest with employers of
 * 1 to 79, 40 on average. Wages from below the floor to above the ceiling. The people themselves take no part in a run.
 */
async function growTo(office: BenchOffice, people: number): Promise<void> {
  await withClient(office, async (client) => {
    await client.query("SET session_replication_role = 'replica'") // no look-up of people that are not there
    const had = Number((await client.query<{ count: string }>('SELECT count(*) FROM enrolment')).rows[0]?.count)
    await client.query(
      `CREATE TEMP TABLE newcomer AS
      WITH size AS (
        SELECT number, CASE WHEN number = 0 THEN $1::int / 20 ELSE 1 + (number * 37) % 79 END AS people
        FROM generate_series(0, 1 + $1::int / 38) number
      ), unit AS (SELECT number, people, sum(people) OVER (ORDER BY number) AS upto, gen_random_uuid() AS id FROM size)
      SELECT id, GREATEST(0, LEAST(people, people - (upto - $1::int)))::int AS people FROM unit WHERE upto - people < $1::int`,
      [people - had],
    )
    await client.query(
      `INSERT INTO employer (id, registration_no, credit_code, name, region, unit_type, industry, injury_class, registered_address,
        legal_rep_name, legal_rep_personal, legal_rep_id_masked, bank_name, bank_account_name, bank_account_cipher, bank_account_masked, registered_on)
      SELECT id, id, id, 'bench', $1, 'ENTERPRISE', 'I', 1 + get_byte(uuid_send(id), 0) % 8, '', '', '', '', '', '', '', '', '2020-01-01'
      FROM newcomer`,
      [region],
    )
    await client.query(
      `INSERT INTO enrolment (id, employer_id, individual_id, employment_form, household_type, hire_date, from_period, average_wage)
      SELECT gen_random_uuid(), id, gen_random_uuid(), 'CONTRACT', 'LOCAL_URBAN', '2018-01-01', '2018-01', 300000 + (random() * 4000000)::bigint
      FROM newcomer, generate_series(1, people)`,
    )
    await client.query('DROP TABLE newcomer')
    await client.query('VACUUM ANALYZE')
  })
}

async function openRun(office: BenchOffice, period: string): Promise<string> {
  const { database, clock } = office.platform
  const { id } = await database.prisma.billingRun.create({
    data: {
      kind: 'MONTHLY',
      period,
      region,
      employersTotal: await database.prisma.employer.count(),
      startedAt: clock.now(),
      heartbeatAt: clock.now(),
    },
  })
  return id
}

/**
 * Of the process whose memory is measured, in MiB. Without bounds V8 collects only when it has taken much of what the machine has, and
 * what is resident then says how large the machine is, not what the run needs.
 */
const heapBound = { old: 128, young: 8 }

/** The run in a process of its own, with little room: what memory it took. */
async function runApart(office: BenchOffice, period: string, people: number, inBatch: number) {
  const runId = await openRun(office, period)
  const program = join(import.meta.dirname, 'billing-run.process.ts')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${heapBound.old}`,
      `--max-semi-space-size=${heapBound.young}`,
      program,
      office.connectionString,
      runId,
      today,
      String(inBatch),
    ],
    { encoding: 'utf8' },
  )
  if (!stdout) throw new Error(`The run failed: ${stderr}`)
  await expectBilled(office, runId, people)
  return JSON.parse(stdout) as { peakResident: number; heap: number }
}

/**
 * Batch by batch in turns: the run's own, then the very same months, already in hand as arrays, into an identical table that
 * was empty at the start. Only the statements of the second are timed, its rows are fetched in between.
 */
async function runBesideInsert(office: BenchOffice, period: string, people: number, inBatch: number) {
  const runId = await openRun(office, period)
  const seconds = { run: 0, insert: 0 }
  await withClient(office, async (client) => {
    await client.query('CREATE TABLE copied (LIKE premium_payment INCLUDING ALL)')
    for (let [after, more] = [nil, true]; more;) {
      const started = performance.now()
      more = (await continueRun(office.platform, runId, inBatch)) === 'MORE'
      seconds.run += (performance.now() - started) / 1000
      const { cursor } = await office.platform.database.prisma.billingRun.findUniqueOrThrow({ where: { id: runId } })
      seconds.insert += await insertAgain(client, period, { after, upTo: cursor }, inBatch)
      after = cursor
    }
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM copied')
    if (Number(rows[0]?.count) !== people) throw new Error(`copied ${rows[0]?.count} rows`)
    await client.query('DROP TABLE copied')
  })
  await expectBilled(office, runId, people)
  return seconds
}

const nil = '00000000-0000-0000-0000-000000000000'

/** Seconds for the months of these employers, as many a statement as the run writes, in one transaction as there. */
async function insertAgain(
  client: pg.Client,
  period: string,
  employers: { after: string; upTo: string },
  rowsAtOnce: number,
): Promise<number> {
  const { rows: batches } = await client.query<{ employers: string[]; notices: string[] } & TextColumns>(
    `WITH month AS (
      SELECT *, (row_number() OVER (ORDER BY employer_id, individual_id) - 1) / $4 AS batch FROM premium_payment
      WHERE period = $1 AND employer_id > $2 AND employer_id <= $3
    ), placed AS (SELECT *, dense_rank() OVER (PARTITION BY batch ORDER BY employer_id) AS unit FROM month)
    SELECT array_agg(employer_id::text ORDER BY unit) FILTER (WHERE first) AS employers,
      array_agg(notice_id::text ORDER BY unit) FILTER (WHERE first) AS notices,
      ${textColumns.map((name) => `string_agg(${name}::text, ',' ORDER BY unit, individual_id) AS ${name}`).join(', ')}
    FROM (SELECT *, row_number() OVER (PARTITION BY batch, unit ORDER BY individual_id) = 1 AS first FROM placed) marked
    GROUP BY batch ORDER BY batch`,
    [period, employers.after, employers.upTo, rowsAtOnce],
  )
  const inserts = batches.map((batch) => insertAgainQuery(period, batch))
  const started = performance.now()
  await client.query('BEGIN')
  for (const { text, values } of inserts) await client.query({ name: 'insert-again', text, values })
  await client.query('COMMIT')
  return (performance.now() - started) / 1000
}

const textColumns = ['unit', 'individual_id', 'sequence', ...monthAmounts] as const
type TextColumns = Record<(typeof textColumns)[number], string>

/** The run's own statement with the run's own parameters, into the other table. */
function insertAgainQuery(period: string, batch: { employers: string[]; notices: string[] } & TextColumns) {
  const { statement, values } = insertMonthsQuery({
    units: batch.employers.map((employerId, unit) => ({ employerId, noticeId: batch.notices[unit] ?? null })),
    period,
    kind: 'NORMAL',
    status: 'UNPAID',
    postedOn: null,
    unitOfRow: batch.unit,
    individualIds: batch.individual_id,
    sequences: batch.sequence,
    amounts: monthAmounts.map((name) => batch[name]),
  })
  return { text: statement.text.replace('INSERT INTO premium_payment', 'INSERT INTO copied'), values }
}

/** Fast nonsense is no result. */
async function expectBilled(office: BenchOffice, runId: string, people: number): Promise<void> {
  const run = await office.platform.database.prisma.billingRun.findUniqueOrThrow({ where: { id: runId } })
  if (run.status !== 'DONE' || run.people !== people) throw new Error(`billed ${run.people} people: ${run.status}`)
}

async function withClient(office: BenchOffice, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: office.connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
