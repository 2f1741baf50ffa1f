import { badInput } from '../../../access/refusal.ts'
import type { StaffRole } from '../../../access/viewer.ts'
import type { HeldRole } from '../session/index.ts'

export interface WantedRole {
  role: StaffRole
  from: string
  to: string | null
}

/** What has to be written so that somebody holds what is wanted. A role is the same one when role and first day are. */
export interface RoleChange {
  give: WantedRole[]
  setLastDay: { membershipId: string; to: string | null }[]
  end: HeldRole[]
}

const same = (one: WantedRole, other: WantedRole) => one.role === other.role && one.from === other.from

/** Throws BAD_USER_INPUT naming the row: days out of order, a role that begins in the past, or one role twice on one day. */
export function planRoles(held: readonly HeldRole[], wanted: readonly WantedRole[], today: string): RoleChange {
  wanted.forEach((one, index) => check(one, `roles.${index}`))
  function check(one: WantedRole, field: string): void {
    if (one.to !== null && one.to < one.from) throw badInput(`${field}.to`, 'The last day lies before the first.')
    if (one.to !== null && one.to < today)
      throw badInput(`${field}.to`, 'The last day lies in the past; leave the role out.')
    if (wanted.find((other) => same(one, other)) !== one) throw badInput(`${field}.role`, 'This role is there twice.')
    if (one.from < today && !held.some((other) => same(one, other)))
      throw badInput(`${field}.from`, 'A role begins today or later.')
  }
  return {
    give: wanted.filter((one) => !held.some((other) => same(one, other))),
    setLastDay: held.flatMap(({ membershipId, ...role }) => {
      const kept = wanted.find((one) => same(one, role))
      return kept && kept.to !== role.to ? [{ membershipId, to: kept.to }] : []
    }),
    end: held.filter((role) => !wanted.some((one) => same(one, role))),
  }
}

export const isStandingAdministrator = (roles: readonly WantedRole[], today: string): boolean =>
  roles.some(({ role, from, to }) => role === 'ADMINISTRATOR' && from <= today && to === null)
