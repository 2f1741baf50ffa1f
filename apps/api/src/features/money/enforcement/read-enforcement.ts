import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { badInput, forbidden, notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { knownUntil } from '../../register/history/index.ts'
import { nameKnownBefore } from '../../register/particulars-change/index.ts'
import { enforcementCase } from './enforcement-case.ts'
import { findEnforcement, listEnforcements } from './enforcement.repository.ts'
import type { EnforcementFilter, EnforcementRow } from './enforcement.repository.ts'
import { findKnownStanding } from './known-standing.repository.ts'
import type { EnforcedDebt } from './read-due.ts'
import { asUnitSees } from './unit-view.ts'

/** A case as it is, or as it was known at the end of a day. */
export interface EnforcementRead extends EnforcementRow {
  /** Of a day that is asked for: the day, the instant at which it was over, and the bills as they were known. */
  readonly past?: { readonly on: string; readonly until: Date; readonly debts: readonly EnforcedDebt[] }
}

/** A case, for whoever it has come to; for everybody else it does not exist. */
export async function readEnforcement(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
): Promise<EnforcementRow> {
  const viewer = requireMay(asker, 'enforcement:read')
  const row = await findEnforcement(platform, requireUuid(id, 'enforcement case'))
  if (!row) throw notFound('enforcement case')
  const { see } = enforcementCase
  if (!may(viewer, typeof see === 'function' ? see(row, viewer) : see, row)) throw notFound('enforcement case')
  return viewer.kind === 'EMPLOYER' ? asUnitSees(platform, row) : row
}

/**
 * How a case stood at the end of a day, for the office’s own people: what the agency knew is none of the unit’s or of another body’s
 * business before it comes to them. Nothing where it was not open yet.
 */
export async function readKnownEnforcement(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
  on: string,
): Promise<EnforcementRead | undefined> {
  const until = knownUntil(on)
  const row = await readEnforcement(platform, asker, id)
  if (asker?.kind !== 'STAFF') throw forbidden()
  const known = await findKnownStanding(platform, row.id, until)
  if (!known) return undefined
  const { debts, ...stood } = known
  const employerName = (await nameKnownBefore(platform, row.employerId, until)) ?? row.employerName
  return { ...row, ...stood, employerName, past: { on, until, debts } }
}

export interface EnforcementQuery extends KeysetArgs {
  states?: readonly string[] | null | undefined
  employerId?: string | null | undefined
  lateOnly?: boolean | null | undefined
}

/** Those that the asker's body has to do with. */
export async function readEnforcements(
  platform: Platform,
  asker: Viewer | undefined,
  { states, employerId, lateOnly, ...args }: EnforcementQuery,
): Promise<EnforcementRow[]> {
  const viewer = requireMay(asker, 'enforcement:read')
  const [at, id] = decodeCursor(args, 2) ?? []
  const day = new Date(String(at))
  if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
  const rows = await listEnforcements(platform, {
    scope: scopeOf(viewer, employerId ? requireUuid(employerId, 'employer') : undefined),
    states: states ?? undefined,
    lateOn: lateOnly ? platform.clock.today() : undefined,
    before: at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'enforcement case') },
    limit: pageSize(args) + 1,
  })
  return viewer.kind === 'EMPLOYER' ? Promise.all(rows.map((row) => asUnitSees(platform, row))) : rows
}

/** Where a row stands in its list: the unit’s own by when they were opened, for a change may be none of its business yet. */
export const placeOf = (viewer: Viewer | undefined, { id, openedAt, changedAt }: EnforcementRow) => [
  (viewer?.kind === 'EMPLOYER' ? openedAt : changedAt).toISOString(),
  id,
]

function scopeOf(viewer: Viewer, employerId: string | undefined): EnforcementFilter['scope'] {
  if (viewer.kind === 'EMPLOYER') return { of: 'OWN', employerId: viewer.employerId }
  if (viewer.kind === 'PARTNER') return { of: viewer.partnerKind === 'COURT' ? 'COURT' : 'DEPARTMENT' }
  return employerId ? { of: 'EMPLOYER', employerId } : { of: 'ALL' }
}
