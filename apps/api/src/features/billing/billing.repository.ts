import { fen } from '@shebao/premium'
import type { Fen } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'
import type { EnrolledPerson, NoticeLine, PremiumRows } from './premium-rows.ts'

/** Writing of notices and people's months. Reading and paying stand in `notice.repository.ts` and `payment.repository.ts`. */

/** Two clerks who accept at the same moment get one notice: the second waits here and then finds it. */
export async function lockEmployerPeriod({ database }: Platform, employerId: string, period: string): Promise<void> {
  await database.query({ name: 'billing-lock-month', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))' }, [
    `${employerId}|${period}`,
  ])
}

export async function findDeclaringEmployer(
  { database }: Platform,
  declarationId: string,
): Promise<string | undefined> {
  const found = await database.prisma.declaration.findUnique({
    where: { id: declarationId },
    select: { employerId: true },
  })
  return found?.employerId
}

export async function findUnit({ database }: Platform, employerId: string) {
  return database.prisma.employer.findUnique({
    where: { id: employerId },
    select: {
      id: true,
      name: true,
      registrationNo: true,
      creditCode: true,
      region: true,
      injuryClass: true,
      injuryRatePpm: true,
    },
  })
}

export async function findNoticeOfPeriod({ database }: Platform, employerId: string, period: string) {
  return database.prisma.paymentNotice.findUnique({
    where: { employerId_period_kind_sequence: { employerId, period, kind: 'NORMAL', sequence: 0 } },
  })
}

interface EnrolledRow {
  individual_id: string
  average_wage: bigint
  pension: boolean
  medical: boolean
  unemployment: boolean
  work_injury: boolean
  maternity: boolean
}

/** Everyone enrolled in the month, once, also after leaving and coming back within it. */
export async function listEnrolledPeople(
  { database }: Platform,
  employerId: string,
  period: string,
): Promise<EnrolledPerson[]> {
  const rows = await database.query<EnrolledRow>(
    {
      name: 'billing-enrolled',
      text: `SELECT DISTINCT ON (individual_id) individual_id, average_wage, pension, medical, unemployment, work_injury, maternity
      FROM enrolment WHERE employer_id = $1 AND from_period <= $2 AND (to_period IS NULL OR to_period >= $2)
      ORDER BY individual_id, from_period DESC`,
    },
    [employerId, period],
  )
  return rows.map((row) => ({
    individualId: row.individual_id,
    averageWage: fen(Number(row.average_wage)),
    pension: row.pension,
    medical: row.medical,
    unemployment: row.unemployment,
    workInjury: row.work_injury,
    maternity: row.maternity,
  }))
}

interface NewNotice {
  employerId: string
  declarationId?: string
  period: string
  people: number
  employerTotal: Fen
  personalTotal: Fen
  total: Fen
  issuedOn: string
  dueOn: string
  lines: readonly NoticeLine[]
}

export async function insertNotice({ database }: Platform, notice: NewNotice): Promise<{ id: string; number: string }> {
  const [next] = await database.query<{ value: bigint }>({
    name: 'billing-next-number',
    text: "SELECT nextval('payment_notice_number') AS value",
  })
  const number = `JF${notice.period.replace('-', '')}${String(next?.value).padStart(6, '0')}`
  return database.prisma.paymentNotice.create({
    data: {
      number,
      employerId: notice.employerId,
      declarationId: notice.declarationId ?? null,
      period: notice.period,
      people: notice.people,
      employerTotal: BigInt(notice.employerTotal),
      personalTotal: BigInt(notice.personalTotal),
      total: BigInt(notice.total),
      issuedOn: notice.issuedOn,
      dueOn: notice.dueOn,
      lines: {
        create: notice.lines.map((line) => ({
          insurance: line.insurance,
          people: line.people,
          base: BigInt(line.base),
          employer: BigInt(line.employer),
          personal: BigInt(line.personal),
        })),
      },
    },
    select: { id: true, number: true },
  })
}

/** All people of the month in one statement. */
export async function insertPremiumRows(
  { database }: Platform,
  of: { noticeId: string; employerId: string; period: string },
  rows: PremiumRows,
): Promise<void> {
  const { bases, employer, personal } = rows
  const amounts = [
    rows.averageWages,
    bases.PENSION,
    employer.PENSION,
    personal.PENSION,
    bases.MEDICAL,
    employer.MEDICAL,
    personal.MEDICAL,
    bases.UNEMPLOYMENT,
    employer.UNEMPLOYMENT,
    personal.UNEMPLOYMENT,
    bases.WORK_INJURY,
    employer.WORK_INJURY,
    bases.MATERNITY,
    employer.MATERNITY,
  ]
  const arrays = amounts.map((_, index) => `$${index + 5}::bigint[]`).join(', ')
  await database.query(
    {
      name: 'billing-insert-months',
      text: `INSERT INTO premium_payment (period, employer_id, notice_id, status, individual_id, average_wage,
        pension_base, pension_employer, pension_personal, medical_base, medical_employer, medical_personal,
        unemployment_base, unemployment_employer, unemployment_personal,
        work_injury_base, work_injury_employer, maternity_base, maternity_employer)
      SELECT $1, $2::uuid, $3::uuid, 'UNPAID', month.* FROM unnest($4::uuid[], ${arrays}) AS month`,
    },
    [of.period, of.employerId, of.noticeId, rows.individualIds, ...amounts.map((column) => Array.from(column))],
  )
}
