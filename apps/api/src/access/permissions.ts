import { permissions } from './permission-table.ts'
import type { Grant, Permission, Reach } from './permission-table.ts'
import { forbidden, notFound, scopeMissing, unauthenticated } from './refusal.ts'
import type { Barrier, Refusal } from './refusal.ts'
import { scopeOf } from './token-scopes.ts'
import type {
  Actor,
  Clerk,
  EmployerBar,
  EmployerLock,
  InsuredPerson,
  OfficeJob,
  PartnerOperator,
  StaffMember,
  StaffRole,
  TokenRights,
  Viewer,
} from './viewer.ts'

export type { Permission } from './permission-table.ts'

/** Whose a row is. A row of nobody's is no employer's own. */
export interface OwnedRow {
  readonly employerId?: string | null
  readonly individualId?: string | null
}

/** Which column of the table somebody reads; staff by their roles, operators by what their partner is. */
const columnOf = { EMPLOYER: 'clerk', INSURED: 'insured', SYSTEM: 'system' } as const

interface ActorOfColumn {
  clerk: Clerk
  insured: InsuredPerson
  staff: StaffMember
  partner: PartnerOperator
  system: OfficeJob
}
/** The kinds of people a permission is for: `employerId` is there exactly when only clerks hold it. */
export type HolderOf<Held extends Permission> = ActorOfColumn[keyof (typeof permissions)[Held] & keyof ActorOfColumn]

/**
 * Whether the table lets this viewer do it: at all, or to this row. A row that may be missing does not fit in here;
 * ask `requireMay` or `requireRow`, for which an absent row and another's are the same.
 */
export function may(actor: Actor | undefined, permission: Permission): boolean
export function may(actor: Actor | undefined, permission: Permission, row: OwnedRow): boolean
export function may(actor: Actor | undefined, permission: Permission, row?: OwnedRow): boolean {
  const reach = reachOf(actor, permission)
  if (!actor || !reach) return false
  return reach === 'any' || row === undefined || owns(actor, row)
}

/**
 * The viewer, known to be of a kind that holds the permission. Asked again where the work is done, whatever the schema let
 * through: a service has more than one way in. Throws UNAUTHENTICATED, FORBIDDEN, or NOT_FOUND for another's row.
 */
export function requireMay<Held extends Permission, Asker extends Actor>(
  actor: Asker | undefined,
  permission: Held,
): Extract<Asker, HolderOf<Held>>
export function requireMay<Held extends Permission, Asker extends Actor>(
  actor: Asker | undefined,
  permission: Held,
  row: OwnedRow | null | undefined,
  what: string,
): Extract<Asker, HolderOf<Held>>
export function requireMay<Held extends Permission>(
  actor: Actor | undefined,
  permission: Held,
  row?: OwnedRow | null,
  what?: string,
): Actor {
  if (!actor || !may(actor, permission)) throw refusalOf(actor, permission)
  if (what !== undefined && !(row && may(actor, permission, row))) throw notFound(what)
  return actor
}

/** Why somebody may not do it at all: of a token, the scope that it lacks is named, of a clerk, the duty. */
export function refusalOf(actor: Actor | undefined, permission: Permission): Refusal {
  if (!actor) return unauthenticated()
  const unscoped = actor.kind === 'EMPLOYER' && actor.token ? { ...actor, token: undefined } : undefined
  return unscoped && may(unscoped, permission)
    ? scopeMissing(scopeOf(permission), permission)
    : forbidden(barrierOf(actor, permission))
}

function barrierOf(actor: Actor, permission: Permission): Barrier | undefined {
  const { clerk, duty }: Grant = permissions[permission]
  if (actor.kind !== 'EMPLOYER' || actor.stage !== 'FULL' || !clerk) return undefined
  if (actor.mandate?.stands === false) return { barrier: 'MANDATE_ENDED', lastDay: actor.mandate.validTo }
  const bar = barOf(actor, permissions[permission])
  if (bar?.kind === 'CANCELLED') return { barrier: 'EMPLOYER_CANCELLED', lastDay: bar.lastDay }
  if (bar?.kind === 'NOT_APPROVED') return { barrier: 'NOT_APPROVED_ONLINE', reason: bar.reason }
  if (bar) return lockBarrier(bar)
  return duty && !actor.duties.includes(duty) ? { barrier: 'DUTY', duty } : undefined
}

/**
 * What of the employer stands against it: without approval nothing is filed; of a unit that was cancelled everything but reading has
 * ended, and who reads for it.
 */
function barOf({ bar }: Clerk, { filing, lockable, duty }: Grant): EmployerBar | undefined {
  if (bar?.kind === 'LOCKED') return lockable ? bar : undefined
  if (bar?.kind === 'NOT_APPROVED') return filing ? bar : lockable ? bar.lock : undefined
  return duty && duty !== 'ADMINISTER' ? bar : undefined
}

/** The lock by its number and day, and whom to ask. */
function lockBarrier({ kind: _, ...lock }: EmployerLock): Barrier {
  return { barrier: 'EMPLOYER_LOCKED', ...lock }
}

/** The row, for whom the table lets at it; for everyone else it does not exist. */
export function requireRow<Row extends OwnedRow>(
  actor: Actor | undefined,
  permission: Permission,
  row: Row | null | undefined,
  what: string,
): Row {
  if (!row || !may(actor, permission, row)) throw notFound(what)
  return row
}

/** Whether staff in these roles hold the permission, for any row. */
export function staffMay(roles: readonly StaffRole[], permission: Permission): boolean {
  const { staff }: Grant = permissions[permission]
  return roles.some((role) => staff?.[role] !== undefined)
}

/** Whether somebody outside the office holds it: a clerk, an insured person, a partner's operator, or the office's own jobs. */
export function heldOutside(permission: Permission): boolean {
  const { clerk, insured, partner, system }: Grant = permissions[permission]
  return (clerk ?? insured ?? partner ?? system) !== undefined
}

/** The role somebody acts in, for the trail: the most senior of those that hold the permission. */
export function actingRole(viewer: Viewer, permission: Permission): StaffRole | undefined {
  const { staff }: Grant = permissions[permission]
  return viewer.kind === 'STAFF' ? bySeniority.find((role) => staff?.[role] && viewer.roles.includes(role)) : undefined
}

const bySeniority = [
  'HEAD',
  'REVIEWER',
  'OFFICER',
  'COLLECTION_OFFICER',
  'TAX_OFFICER',
  'WINDOW_AGENT',
  'HOTLINE_AGENT',
  'ADMINISTRATOR',
  'AUDITOR',
] as const satisfies readonly StaffRole[]

function reachOf(actor: Actor | undefined, permission: Permission): Reach | undefined {
  if (!actor) return undefined
  const grant: Grant = permissions[permission]
  if (actor.kind === 'SYSTEM') return grant.system
  if (actor.stage !== 'FULL' && !grant.during?.includes(actor.stage)) return undefined
  if (actor.kind === 'EMPLOYER' && grant.duty && !actor.duties.includes(grant.duty)) return undefined
  if (actor.kind === 'EMPLOYER' && actor.mandate?.stands === false && !grant.withoutMandate) return undefined
  if (actor.kind === 'EMPLOYER' && barOf(actor, grant)) return undefined
  if (actor.kind === 'EMPLOYER' && actor.token && !holdsScope(actor.token, permission)) return undefined
  if (actor.kind === 'PARTNER') return grant.partner?.[actor.partnerKind]
  if (actor.kind !== 'STAFF') return grant[columnOf[actor.kind]]
  const reaches = actor.roles.map((role) => grant.staff?.[role])
  return reaches.includes('any') ? 'any' : reaches.find((reach) => reach !== undefined)
}

function holdsScope({ scopes }: TokenRights, permission: Permission): boolean {
  const scope = scopeOf(permission)
  return scope !== undefined && scopes.includes(scope)
}

/** The one place that says whose a row is. */
function owns(actor: Actor, row: OwnedRow): boolean {
  if (actor.kind === 'EMPLOYER') return row.employerId === actor.employerId
  return actor.kind === 'INSURED' && row.individualId === actor.individualId
}
