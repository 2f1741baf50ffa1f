import { CHANGE_TYPES, isStop } from '@shebao/declaration-rules'
import { refuseResolution } from '@shebao/roster'
import type { DifferenceKind, Resolution } from '@shebao/roster'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bumpPersonnelRevision, noteComparison, requireEditableDeclaration } from '../declaration/index.ts'
import type { DeclarationRow, EditRefusal } from '../declaration/index.ts'
import { MAX_PEOPLE, checkForStorage, deleteDraftRows, upsertDraftRows } from '../personnel/index.ts'
import { findDifferences, findDifferencesById, settle } from './differences.repository.ts'
import type { DifferenceRow } from './differences.repository.ts'
import { lockUnitOfRoster } from './enrolled.repository.ts'
import { isEffectFree, workOutEffects } from './settlement-effects.ts'

/** Why somebody leaves the unit's insurance; the codes of the monthly declaration (domain 3.1). */
export const stopReasons = CHANGE_TYPES.filter(isStop)

export const resolveRefusals = [
  'NOT_ALLOWED',
  'REASON_MISSING',
  'NOT_IN_BULK',
  'STOP_REASON_MISSING',
  'FIX_IN_LIST',
  'ALREADY_APPLIED',
  'COMPARE_AGAIN',
  'ROSTER_STALE',
  'TOO_MANY_PEOPLE',
] as const
export type ResolveRefusal = (typeof resolveRefusals)[number] | EditRefusal

export interface ResolveInput {
  declarationId: string
  /** Empty together with `allOfKind`. */
  ids: readonly string[]
  /** Every open difference of a kind; for many people the ids need not travel. */
  allOfKind?: DifferenceKind | undefined
  resolution: Resolution
  reason?: string | undefined
  stopReason?: string | undefined
  /** DUPLICATE: the row that stays. */
  keepRow?: number | undefined
  origin: string
}

export type ResolveOutcome =
  | { kind: 'RESOLVED'; declarationId: string; ids: readonly string[]; revision: number }
  | { kind: 'REFUSED'; declarationId: string; code: ResolveRefusal; ids: readonly string[] }

const MOST_AT_ONCE = 5_000

/**
 * Settles one difference, or several of one kind where that is safe, and changes the draft accordingly in the same transaction. All or
 * none: one that may not be settled so refuses the whole call.
 */
export async function resolveDifferences(
  platform: Platform,
  viewer: Viewer,
  input: ResolveInput,
): Promise<ResolveOutcome> {
  const wanted = [...new Set(input.ids)]
  if (wanted.length > MOST_AT_ONCE || (wanted.length === 0) !== (input.allOfKind !== undefined)) {
    throw badInput('ids', `Between 1 and ${MOST_AT_ONCE} differences, or a kind.`)
  }
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    const refuse = (code: ResolveRefusal, of: readonly string[] = wanted): ResolveOutcome => ({
      kind: 'REFUSED',
      declarationId: declaration.id,
      code,
      ids: of,
    })
    if (refusal) return refuse(refusal)
    const stale = await staleness(platform, declaration)
    if (stale) return refuse(stale)
    const differences = await findWanted(platform, declaration.id, wanted, input.allOfKind)
    if (differences.length < Math.max(1, wanted.length)) return refuse('COMPARE_AGAIN')
    const ids = differences.map(({ id }) => id)
    for (const difference of differences) {
      const code = refusalOf(difference, input, ids.length > 1)
      if (code) return refuse(code, [difference.id])
    }
    const revision = await applyEffects(platform, viewer, declaration, differences, input)
    if (revision === undefined) return refuse('TOO_MANY_PEOPLE')
    const { resolution, reason, stopReason } = input
    await settle(platform, ids, {
      resolution,
      reason: reason?.trim() || null,
      stopReason: resolution === 'STOP' ? (stopReason ?? null) : null,
      resolvedBy: viewer.accountId,
    })
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'SETTLE_DIFFERENCES',
      recordType: 'Declaration',
      recordId: declaration.id,
      reason,
      change: {
        resolution,
        stopReason,
        kinds: [...new Set(differences.map(({ kind }) => kind))],
        count: ids.length,
        revision,
      },
    })
    return { kind: 'RESOLVED', declarationId: declaration.id, ids, revision }
  })
}

function findWanted(
  platform: Platform,
  declarationId: string,
  ids: readonly string[],
  kind: DifferenceKind | undefined,
) {
  if (kind === undefined) return findDifferencesById(platform, declarationId, ids)
  return findDifferences(platform, { declarationId, kind, state: 'OPEN', limit: 2 * MAX_PEOPLE })
}

/** A resolution stands on the comparison it was shown in; a list or register that moved on needs a new one. */
async function staleness(platform: Platform, declaration: DeclarationRow): Promise<ResolveRefusal | undefined> {
  const { rosterVersion } = await lockUnitOfRoster(platform, declaration.employerId)
  if (declaration.comparedRosterVersion !== rosterVersion) return 'ROSTER_STALE'
  return declaration.comparedRevision === declaration.personnelRevision ? undefined : 'COMPARE_AGAIN'
}

function refusalOf(difference: DifferenceRow, input: ResolveInput, inBulk: boolean): ResolveRefusal | undefined {
  const { resolution, reason, stopReason, keepRow } = input
  if (difference.resolution !== null && !isEffectFree(difference.resolution)) return 'ALREADY_APPLIED'
  if (resolution === 'STOP' && !stopReasons.some((known) => known === stopReason)) return 'STOP_REASON_MISSING'
  // The reason of a stop is one of the law's kinds; words beside it are welcome and not needed.
  const given = { resolution, inBulk, reason: resolution === 'STOP' ? (stopReason ?? '') : (reason ?? '') }
  const refused = refuseResolution(difference.kind, given)
  if (refused) return refused
  if (resolution !== 'FIX') return undefined
  const rows = (difference.detail as { rows: number[] }).rows
  return difference.kind === 'DUPLICATE' && rows.some((row) => row === keepRow) ? undefined : 'FIX_IN_LIST'
}

/** Writes what follows for the draft. The comparison stays good, for nothing changed that it did not ask for. */
async function applyEffects(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  differences: readonly DifferenceRow[],
  input: ResolveInput,
): Promise<number | undefined> {
  const { changed, removed, people } = await workOutEffects(platform, declaration, differences, input)
  if (people > MAX_PEOPLE) return undefined
  if (changed.length === 0 && removed.length === 0) return declaration.personnelRevision
  if (removed.length > 0) await deleteDraftRows(platform, declaration.id, removed)
  if (changed.length > 0)
    await upsertDraftRows(platform, declaration.id, await checkForStorage(platform, declaration, changed))
  const revision = await bumpPersonnelRevision(platform, declaration.id, viewer.accountId)
  await noteComparison(platform, declaration.id, revision, declaration.comparedRosterVersion ?? 0)
  return revision
}

/** Takes back how differences were settled, as long as that changed nothing in the list. */
export async function reopenDifferences(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; ids: readonly string[]; origin: string },
): Promise<ResolveOutcome> {
  const ids = [...new Set(input.ids)]
  if (ids.length === 0 || ids.length > MOST_AT_ONCE) throw badInput('ids', `Between 1 and ${MOST_AT_ONCE} differences.`)
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    const refuse = (code: ResolveRefusal): ResolveOutcome => ({
      kind: 'REFUSED',
      declarationId: declaration.id,
      code,
      ids,
    })
    if (refusal) return refuse(refusal)
    const differences = await findDifferencesById(platform, declaration.id, ids)
    if (differences.length < ids.length) return refuse('COMPARE_AGAIN')
    if (differences.some(({ resolution }) => resolution !== null && !isEffectFree(resolution)))
      return refuse('ALREADY_APPLIED')
    await settle(platform, ids, { resolution: null, reason: null, stopReason: null, resolvedBy: viewer.accountId })
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'REOPEN_DIFFERENCES',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { count: ids.length },
    })
    return { kind: 'RESOLVED', declarationId: declaration.id, ids, revision: declaration.personnelRevision }
  })
}
