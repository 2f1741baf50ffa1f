import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

export interface AbsenceRow {
  id: string
  accountId: string
  name: string
  fromDay: string
  toDay: string
  standInId: string | null
  standInName: string | null
}

const columns = `a.id, a.account_id AS "accountId", who.display_name AS name, a.from_day AS "fromDay", a.to_day AS "toDay",
  a.stand_in_id AS "standInId", other.display_name AS "standInName"`
const joined = `staff_absence a JOIN account who ON who.id = a.account_id LEFT JOIN account other ON other.id = a.stand_in_id`
const mostAbsences = 500

/** That are not over. */
export function listAbsences({ database, clock }: Platform): Promise<AbsenceRow[]> {
  return database.query<AbsenceRow>(
    {
      name: 'absence-list',
      text: `SELECT ${columns} FROM ${joined} WHERE a.ended_at IS NULL AND a.to_day >= $1 ORDER BY a.from_day, a.id LIMIT ${mostAbsences}`,
    },
    [clock.today()],
  )
}

export async function lockAbsence({ database }: Platform, id: string): Promise<AbsenceRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<AbsenceRow>(
    {
      name: 'absence-lock',
      text: `SELECT ${columns} FROM ${joined} WHERE a.id = $1 AND a.ended_at IS NULL FOR UPDATE OF a`,
    },
    [id],
  )
  return row
}

export async function insertAbsence(
  { database, clock }: Platform,
  absence: Pick<AbsenceRow, 'accountId' | 'fromDay' | 'toDay' | 'standInId'> & { notedBy: string },
): Promise<string> {
  const { id } = await database.prisma.staffAbsence.create({
    data: { ...absence, notedAt: clock.now() },
    select: { id: true },
  })
  return id
}

export async function endAbsenceRow({ database, clock }: Platform, id: string): Promise<void> {
  await database.prisma.staffAbsence.update({ where: { id }, data: { endedAt: clock.now() } })
}
