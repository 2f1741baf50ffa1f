import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { undone } from '../../../testing/undone.ts'

let platform: TestPlatform
const folder = join(import.meta.dirname, '../../../../../../prisma/migrations')
const migration = readdirSync(folder).find((name) => name.endsWith('_enrolment_history')) ?? ''
const run = (text: string, values: unknown[] = []) => platform.database.query<Record<string, unknown>>({ text }, values)
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** The tables as they were, in a schema of their own that hides those of now. */
async function makeTablesOfBefore(): Promise<void> {
  await run('CREATE SCHEMA before')
  for (const table of ['employer', 'individual', 'enrolment', 'payment_notice'])
    await run(`CREATE TABLE before.${table} AS SELECT * FROM public.${table}`)
  await run('ALTER TABLE before.employer ADD PRIMARY KEY (id)')
  await run(
    `ALTER TABLE before.enrolment ${[
      'spell_id',
      'source',
      'source_id',
      'source_version',
      'recorded_by',
      'recorded_at',
      'superseded_at',
    ]
      .map((column) => `DROP COLUMN ${column}`)
      .join(', ')}`,
  )
  await run('ALTER TABLE before.payment_notice DROP COLUMN injury_class, DROP COLUMN injury_rate_ppm')
  await run('CREATE INDEX enrolment_employer_id_to_period_idx ON before.enrolment (employer_id, to_period)')
  await run(
    'CREATE INDEX enrolment_employer_id_individual_id_from_period_idx ON before.enrolment (employer_id, individual_id)',
  )
}

it('an office that is running keeps its register: what stood there is the first row of each history', async () => {
  const { employerId, individualIds } = await addEmployer(platform, [1_000_000, 900_000], '2024-01')
  await platform.database.prisma.employer.update({
    where: { id: employerId },
    data: { injuryClass: 4, createdAt: new Date('2023-05-01T02:00:00Z') },
  })
  await platform.database.prisma.individual.updateMany({ data: { createdAt: new Date('2024-01-02T02:00:00Z') } })
  await undone(platform.database, async () => {
    await makeTablesOfBefore()
    await run('SET LOCAL search_path = before, public')
    await run(`INSERT INTO enrolment SELECT (e).* FROM (SELECT jsonb_populate_record(e, jsonb_build_object(
        'id', gen_random_uuid(), 'from_period', change.first, 'to_period', change.last)) AS e
      FROM enrolment e, (VALUES ('2020-01', '2020-12'), ('2025-02', NULL)) AS change(first, last) WHERE individual_id = '${individualIds[0]}') t`)
    await run(readFileSync(join(folder, migration, 'migration.sql'), 'utf8'))

    const rows = await run(
      `SELECT from_period, to_period, source, recorded_at, superseded_at IS NULL AS stands FROM enrolment
        WHERE individual_id = $1 ORDER BY from_period`,
      [individualIds[0]],
    )
    expect(rows).toMatchObject([
      { from_period: '2020-01', to_period: '2020-12', stands: true },
      // Twice open with one unit: the later one stands, the other is kept as it was.
      { from_period: '2024-01', to_period: null, stands: false },
      {
        from_period: '2025-02',
        to_period: null,
        stands: true,
        source: 'REGISTER',
        recorded_at: new Date('2024-01-02T02:00:00Z'),
      },
    ])
    const [spells] = await run('SELECT count(DISTINCT spell_id)::int AS spells, count(*)::int AS rows FROM enrolment')
    expect(spells).toEqual({ spells: 4, rows: 4 })
    expect(
      await run('SELECT employer_id, valid_from, valid_to, injury_class, source FROM employer_particulars'),
    ).toEqual([
      { employer_id: employerId, valid_from: '2020-01-01', valid_to: null, injury_class: 4, source: 'REGISTER' },
    ])
    await expect(
      run(`INSERT INTO enrolment SELECT (e).* FROM (SELECT jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid())) AS e
        FROM enrolment e WHERE to_period = '2020-12') t`),
    ).rejects.toMatchObject({ code: '23P01' })
  })
})
