import type { AnnualState } from '@shebao/declaration-rules'
import { isOneOf } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { may } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findInspection } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { loadRowsBehind } from '../personnel/index.ts'
import { loadBureauRoster } from './load-bureau-roster.ts'

export const SOURCE_AT_MOST = 2_500

/** Somebody on one of the lists that an employer's own is set against, whole. */
export interface PersonOfSource {
  /** What the next page is asked for with. */
  ref: string
  draft: PersonnelDraft
}

interface PageOfSource {
  after?: string | null | undefined
  limit: number
}

/** States in which the office has said yes to what was declared. */
const ACCEPTED: readonly AnnualState[] = ['APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED']

function requireOwn(viewer: Viewer, declaration: DeclarationRow, { limit }: PageOfSource): void {
  if (!may(viewer, 'draft:read', declaration)) throw notFound('declaration')
  if (limit < 1 || limit > SOURCE_AT_MOST) throw badInput('limit', `Between 1 and ${SOURCE_AT_MOST}.`)
}

/** The register of now, for the employer that is working on its list. Reading it here is no download: that is a step of its own. */
export async function readRegistered(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  page: PageOfSource,
): Promise<PersonOfSource[]> {
  requireOwn(viewer, declaration, page)
  const after = page.after ?? undefined
  if (after !== undefined && !isUuid(after)) throw badInput('after', 'This is nobody of this list.')
  const people = await loadBureauRoster(platform, declaration.employerId, { after, limit: page.limit })
  return people.map(({ enrolmentId, draft }) => ({ ref: enrolmentId, draft }))
}

/** What the office accepted of the year before; null where nothing was accepted. */
export async function readLastYear(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  page: PageOfSource,
): Promise<PersonOfSource[] | null> {
  requireOwn(viewer, declaration, page)
  const afterRow = page.after == null ? -1 : Number(page.after)
  if (!Number.isSafeInteger(afterRow)) throw badInput('after', 'This is nobody of this list.')
  const before = await findInspection(platform, declaration.employerId, declaration.year - 1)
  if (!before || !isOneOf(ACCEPTED, before.status)) return null
  const rows = await loadRowsBehind(platform, before.id, before.version, { afterRow, limit: page.limit })
  return rows.map(({ row, draft }) => ({ ref: String(row), draft }))
}
