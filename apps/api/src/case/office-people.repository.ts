import { staffRoles } from '../access/viewer.ts'
import type { StaffRole } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'

/** A member of the office's staff with the roles that are in force today. */
export interface OfficePerson {
  account: string
  name: string
  roles: readonly StaffRole[]
  /** The district offices whose cases they decide; nothing for the whole agency. */
  districts: readonly string[] | null
}

/** As many as an office has; who could act is worked out from all of them. */
const mostPeople = 1_000

/** SQL: the district offices at which an account handles cases on a day; nothing for the whole agency. */
export const districtsOf = (accountId: string, day: string) =>
  `(SELECT CASE WHEN bool_or(post.district_id IS NULL AND post.stands) THEN NULL
      ELSE COALESCE(array_agg(DISTINCT post.district_id::text) FILTER (WHERE post.stands), '{}') END
    FROM (SELECT district_id, ended_at IS NULL AND valid_from <= ${day} AND (valid_to IS NULL OR valid_to >= ${day}) AS stands
      FROM district_staff WHERE account_id = ${accountId}) post HAVING count(*) > 0)`

export async function listOfficePeople({ database, clock }: Platform): Promise<OfficePerson[]> {
  const rows = await database.query<Omit<OfficePerson, 'roles'> & { roles: readonly string[] }>(
    {
      name: 'case-office-people',
      gate: 'CASE_BOOK',
      text: `SELECT account.id AS account, account.display_name AS name, array_agg(DISTINCT membership.role) AS roles,
        ${districtsOf('account.id', '$1')} AS districts
      FROM account JOIN membership ON membership.account_id = account.id
      WHERE account.kind = 'STAFF' AND membership.scope_kind = 'OFFICE' AND membership.ended_at IS NULL AND membership.valid_from <= $1
        AND (membership.valid_to IS NULL OR membership.valid_to >= $1)
      GROUP BY account.id, account.display_name ORDER BY account.display_name, account.id LIMIT ${mostPeople}`,
    },
    [clock.today()],
  )
  return rows.map(({ roles, ...person }) => ({ ...person, roles: staffRoles.filter((role) => roles.includes(role)) }))
}
