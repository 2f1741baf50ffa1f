import type { Place } from '../shared/lib/feature.ts'
import { readsTheOffice, type StaffRole } from '../shared/lib/staff-role.ts'

/** Where somebody without a queue begins: at their one desk. */
const desks: readonly (readonly [StaffRole, string])[] = [
  ['WINDOW_AGENT', '/staff/cards'],
  ['HOTLINE_AGENT', '/staff/hotline'],
  ['ADMINISTRATOR', '/staff/accounts'],
]

export const staffStart = (held: readonly StaffRole[]): string =>
  (readsTheOffice(held) ? undefined : desks.find(([role]) => held.includes(role))?.[1]) ?? '/staff'

/** A place that names no role is everybody's who reads the office; a desk of its own is for its roles alone. */
export const isOffered = ({ roles }: Pick<Place, 'roles'>, held: readonly StaffRole[]): boolean =>
  roles ? roles.some((role) => held.includes(role)) : readsTheOffice(held)

const isUnder = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

/** The place of others in whose part of the office this path lies, where no place of somebody's own leads to it. */
export function foreignPlace(places: readonly Place[], path: string, held: readonly StaffRole[]): Place | undefined {
  const around = places.filter(({ to, end }) => (end ? path === to : isUnder(path, to)))
  return around.some((place) => isOffered(place, held)) ? undefined : around[0]
}
