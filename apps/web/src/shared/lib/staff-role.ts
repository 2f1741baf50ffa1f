/** What a member of staff may do, as the contract names it; who holds what is the office's own table. */
export const staffRoles = [
  'OFFICER',
  'REVIEWER',
  'HEAD',
  'AUDITOR',
  'ADMINISTRATOR',
  'COLLECTION_OFFICER',
  'TAX_OFFICER',
  'HOTLINE_AGENT',
  'WINDOW_AGENT',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** Whatever an employer or an insured person brings is theirs to work on. */
export const caseworkers: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD']

/** What the tax authority's side decides as well: who may file online, who did not declare, what money came. */
export const taxDesk: readonly StaffRole[] = [...caseworkers, 'TAX_OFFICER']
/** With the person there. */
export const windowDesk: readonly StaffRole[] = [...caseworkers, 'WINDOW_AGENT']

/** Those with cases of their own: they take them from the queue, and say when they are away. */
const handlers: readonly StaffRole[] = [...caseworkers, 'COLLECTION_OFFICER', 'TAX_OFFICER']

/** Those who read all of the office's business with employers: they have the queue and every page that names no role. */
export const readers: readonly StaffRole[] = [...handlers, 'AUDITOR']

export const holdsAny = (held: readonly StaffRole[], of: readonly StaffRole[]) => held.some((role) => of.includes(role))
export const handlesCases = (held: readonly StaffRole[]) => holdsAny(held, handlers)

/** Nobody else has a queue: administrators, hotline and window begin at a desk of their own. */
export const readsTheOffice = (held: readonly StaffRole[]) => holdsAny(held, readers)
