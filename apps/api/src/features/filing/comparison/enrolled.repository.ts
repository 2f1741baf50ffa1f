import type { EmploymentForm, HouseholdType, IdType, Insurance, Sex } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'

export type EnrolledRow = Record<Insurance, boolean> & {
  enrolmentId: string
  idType: IdType
  personal: Uint8Array
  sex: Sex
  birthDate: string
  employmentForm: EmploymentForm
  householdType: HouseholdType
  hireDate: string
  leaveDate: string | null
  averageWage: bigint
}

/** A part of the roster: those behind one of them, in its order. */
export interface EnrolledPage {
  after: string | undefined
  limit: number
}

/** The bureau's side of the roster: spells with the unit that have no last period. */
export function findEnrolled(platform: Platform, employerId: string, page?: EnrolledPage): Promise<EnrolledRow[]> {
  return platform.database.query<EnrolledRow>(
    {
      name: 'roster-enrolled',
      text: `SELECT e.id AS "enrolmentId", i.id_type AS "idType", i.personal, i.sex, i.birth_date AS "birthDate",
        e.employment_form AS "employmentForm", e.household_type AS "householdType", e.hire_date AS "hireDate", e.leave_date AS "leaveDate",
        e.average_wage AS "averageWage", e.pension AS "PENSION", e.medical AS "MEDICAL", e.unemployment AS "UNEMPLOYMENT",
        e.work_injury AS "WORK_INJURY", e.maternity AS "MATERNITY"
      FROM enrolment e JOIN individual i ON i.id = e.individual_id
      WHERE e.employer_id = $1 AND e.to_period IS NULL AND e.superseded_at IS NULL
        AND ($2::uuid IS NULL OR (e.hire_date, e.id) > (SELECT last.hire_date, last.id FROM enrolment last WHERE last.id = $2))
      ORDER BY e.hire_date, e.id LIMIT $3`,
    },
    [employerId, page?.after ?? null, page?.limit ?? null],
  )
}

export async function findUnitOfRoster(
  platform: Platform,
  employerId: string,
): Promise<{ rosterVersion: number; registrationNo: string }> {
  return platform.database.prisma.employer.findUniqueOrThrow({
    where: { id: employerId },
    select: { rosterVersion: true, registrationNo: true },
  })
}

/** The same, kept as it is until the transaction ends: the register cannot change under a list that is being read. */
export async function lockUnitOfRoster(
  platform: Platform,
  employerId: string,
): Promise<{ rosterVersion: number; registrationNo: string }> {
  await platform.database.query({ name: 'roster-unit-lock', text: 'SELECT 1 FROM employer WHERE id = $1 FOR SHARE' }, [
    employerId,
  ])
  return findUnitOfRoster(platform, employerId)
}

export async function countEnrolled(platform: Platform, employerId: string): Promise<number> {
  return platform.database.prisma.enrolment.count({ where: { employerId, toPeriod: null, supersededAt: null } })
}
