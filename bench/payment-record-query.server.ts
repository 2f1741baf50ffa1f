import Fastify from 'fastify'
import pg from 'pg'
import { createSession } from '@shebao/api/src/features/office/session/session.repository.ts'
import { personMonthsQuery } from '@shebao/api/src/features/money/month/premium-payment.repository.ts'
import { asOffice } from '@shebao/api/src/platform/tenancy.ts'
import { openOffice } from './office.ts'

// The two servers of the record-query benchmark in a process of their own, so that the load does not share their thread.
// node payment-record-query.server.ts <people> <sessions>
const [people = '', sessions = ''] = process.argv.slice(2)

const office = await openOffice()
const { platform } = office
const callers = await asOffice('TEST', fillOffice)

async function fillOffice() {
  const employerId = crypto.randomUUID()
  await platform.database.prisma.employer.create({
    data: {
      id: employerId,
      registrationNo: '1',
      creditCode: '1',
      name: '示范单位',
      region: '110000',
      unitType: 'ENTERPRISE',
      industry: 'I',
      injuryClass: 1,
      registeredAddress: '-',
      legalRepName: '-',
      legalRepPersonal: platform.vault.seal({}),
      legalRepIdMasked: '-',
      bankName: '-',
      bankAccountName: '-',
      bankAccountCipher: platform.vault.seal('-'),
      bankAccountMasked: '-',
      registeredOn: '2020-01-01',
    },
  })
  await platform.database.query(
    {
      text: `INSERT INTO individual (id, id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
  SELECT gen_random_uuid(), 'RESIDENT_ID', decode(md5(n::text), 'hex'), '1*2', '张*', '\\x00', 'MALE', '1990-01-01' FROM generate_series(1, $1::int) n`,
    },
    [people],
  )
  await platform.database.query(
    {
      text: `INSERT INTO premium_payment (individual_id, period, employer_id, status, posted_on, average_wage,
    pension_base, pension_employer, pension_personal, medical_base, medical_employer, medical_personal, unemployment_base,
    unemployment_employer, unemployment_personal, work_injury_base, work_injury_employer, maternity_base, maternity_employer)
  SELECT id, to_char(date '2023-12-01' + m * interval '1 month', 'YYYY-MM'), $1, 'PAID', '2026-11-10', 1000000,
    1000000, 160000, 80000, 1000000, 98000, 20300, 1000000, 5000, 5000, 1000000, 2000, 0, 0
  FROM individual, generate_series(0, 35) m`,
    },
    [employerId],
  )
  await platform.database.query({ text: 'VACUUM ANALYZE premium_payment' })

  const insured = await platform.database.query<{ id: string }>({ text: 'SELECT id FROM individual LIMIT $1::int' }, [
    sessions,
  ])
  const callers: { id: string; token: string }[] = []
  for (const { id } of insured) {
    const account = await platform.database.prisma.account.create({
      data: { kind: 'INSURED', individualId: id, displayName: '-', passwordHash: '-' },
    })
    callers.push({
      id,
      token: (await createSession(platform, account, { acting: undefined, userAgent: 'bench', stage: 'FULL' })).token,
    })
  }
  return callers
}

interface Row {
  period: string
  status: string
  postedOn: string | null
  employerName: string
}
const amounts = [
  'averageWage',
  'pensionBase',
  'pensionEmployer',
  'pensionPersonal',
  'medicalBase',
  'medicalEmployer',
  'medicalPersonal',
  'unemploymentBase',
  'unemploymentEmployer',
  'unemploymentPersonal',
  'workInjuryBase',
  'workInjuryEmployer',
  'maternityBase',
  'maternityEmployer',
] as const
type MonthRow = Row & Record<(typeof amounts)[number], number>

/** What anyone would write by hand for this one question: no session, no schema, the same statement with the same parameters. */
const pool = new pg.Pool({
  connectionString: office.connectionString,
  max: office.databaseKind.startsWith('embedded') ? 1 : 10,
})
const bare = Fastify()
const allMonths = { from: '0000-00', to: '9999-12' }
bare.get<{ Querystring: { id: string; months: string } }>('/record', async (request, reply) => {
  const pageSize = Number(request.query.months)
  const { statement, values } = personMonthsQuery(request.query.id, allMonths, undefined, pageSize + 1)
  const { rows } = await pool.query<MonthRow>({ ...statement, values })
  const edges = rows.slice(0, pageSize).map((row) => ({
    node: {
      period: row.period,
      status: row.status,
      postedOn: row.postedOn,
      employerName: row.employerName,
      averageWage: row.averageWage,
      pensionBase: row.pensionBase,
      pensionEmployer: row.pensionEmployer,
      pensionPersonal: row.pensionPersonal,
      medicalBase: row.medicalBase,
      medicalEmployer: row.medicalEmployer,
      medicalPersonal: row.medicalPersonal,
      unemploymentBase: row.unemploymentBase,
      unemploymentEmployer: row.unemploymentEmployer,
      unemploymentPersonal: row.unemploymentPersonal,
      workInjuryBase: row.workInjuryBase,
      workInjuryEmployer: row.workInjuryEmployer,
      maternityBase: row.maternityBase,
      maternityEmployer: row.maternityEmployer,
    },
  }))
  return reply
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify({ data: { me: { payments: { edges } } } })}\n`)
})
const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' })

process.send?.({
  url: office.url,
  bareUrl,
  callers,
  connectionString: office.connectionString,
  databaseKind: office.databaseKind,
  fields: `period status postedOn employerName ${amounts.join(' ')}`,
})
process.once('disconnect', () => {
  void bare
    .close()
    .then(() => pool.end())
    .then(() => office.close())
    .then(() => process.exit(0))
})
