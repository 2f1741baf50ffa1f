import { requireMay } from '../../../access/permissions.ts'
import { badInput, Refusal } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { compareFields, loadReview } from './load-review.ts'
import { countChanges } from './personnel-differences.repository.ts'
import { recommendDeclaration } from './recommend-declaration.ts'
import { startReview } from './review-declaration.ts'
import type { ReviewOutcome } from './review-step.ts'

/** So many at once, each looked at as a whole: what one pair of eyes can answer for [PD]. */
export const mostAtOnce = 50

/**
 * CLEAR: nothing differs from the register and the rules warn of nothing. DIFFERS: somebody has to look at it. The others are
 * why a single step is refused.
 */
export const bulkOutcomes = ['CLEAR', 'RECOMMENDED', 'DIFFERS', 'VERSION_CHANGED', 'NOT_WAITING', 'NOT_FOUND'] as const

export interface BulkRow {
  declarationId: string
  employerName: string | undefined
  outcome: (typeof bulkOutcomes)[number]
  people: number
  /** Answers of the unit form that differ from the register. */
  fields: number
  /** People who differ from the register. */
  changed: number
  warnings: number
}

export interface Seen {
  declarationId: string
  version: number
}

/** What recommending these would meet, before anybody confirms it. Nothing is written. */
export async function bulkOutlook(
  platform: Platform,
  asker: Viewer | undefined,
  seen: readonly Seen[],
): Promise<BulkRow[]> {
  const viewer = requireMay(asker, 'review:recommend')
  const rows: BulkRow[] = []
  for (const one of distinct(seen)) rows.push(await look(platform, viewer, one))
  return rows
}

/**
 * Recommends each declaration that has no difference, on the version that was seen. One after the other and each for itself:
 * what stands against one leaves the others alone, and its row says what it was.
 */
export async function recommendMany(
  platform: Platform,
  asker: Viewer | undefined,
  seen: readonly Seen[],
  origin: string,
): Promise<BulkRow[]> {
  const viewer = requireMay(asker, 'review:recommend')
  const rows: BulkRow[] = []
  for (const one of distinct(seen)) rows.push(await recommendOne(platform, viewer, one, origin))
  return rows
}

function distinct(seen: readonly Seen[]): Seen[] {
  if (seen.length === 0 || seen.length > mostAtOnce) throw badInput('declarations', `1 to ${mostAtOnce} declarations.`)
  return [...new Map(seen.map((one) => [requireUuid(one.declarationId, 'declaration'), one])).values()]
}

async function look(platform: Platform, viewer: StaffMember, { declarationId, version }: Seen): Promise<BulkRow> {
  const nothing = { declarationId, employerName: undefined, people: 0, fields: 0, changed: 0, warnings: 0 }
  try {
    const review = await loadReview(platform, viewer, declarationId)
    const row = { ...nothing, employerName: review.employer.row.name, people: review.version.people }
    if (review.version.version !== version) return { ...row, outcome: 'VERSION_CHANGED' }
    const open = review.actions.includes('START_REVIEW') || review.actions.includes('RECOMMEND')
    if (!open || review.recommendedBy) return { ...row, outcome: 'NOT_WAITING' }
    const fields = (await compareFields(platform, review)).filter(({ differs }) => differs).length
    const changed = (await countChanges(platform, review.side)).different
    const warnings = review.warnings.length
    const outcome = fields + changed + warnings === 0 ? 'CLEAR' : 'DIFFERS'
    return { ...row, fields, changed, warnings, outcome }
  } catch (error) {
    if (error instanceof Refusal && error.extensions['code'] === 'NOT_FOUND')
      return { ...nothing, outcome: 'NOT_FOUND' }
    throw error
  }
}

/** Ends the transaction of one declaration without a trace. */
class Undone extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

async function recommendOne(platform: Platform, viewer: StaffMember, seen: Seen, origin: string): Promise<BulkRow> {
  const row = await look(platform, viewer, seen)
  if (row.outcome !== 'CLEAR') return row
  const input = { ...seen, origin }
  try {
    await platform.database.transaction(async () => {
      const { status } = (await loadReview(platform, viewer, seen.declarationId)).declaration
      if (status === 'SUBMITTED') taken(await startReview(platform, viewer, input))
      taken(await recommendDeclaration(platform, viewer, input))
    })
    return { ...row, outcome: 'RECOMMENDED' }
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    return { ...row, outcome: error.code === 'VERSION_CHANGED' ? 'VERSION_CHANGED' : 'NOT_WAITING' }
  }
}

function taken(outcome: ReviewOutcome): void {
  if (outcome.kind === 'refused') throw new Undone(outcome.code)
}
