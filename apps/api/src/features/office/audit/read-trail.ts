import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countAuditRows, findAuditRows } from './audit.repository.ts'
import type { AuditRow } from './audit.repository.ts'

export interface TrailFilter {
  recordType?: string | null | undefined
  recordId?: string | null | undefined
  actor?: string | null | undefined
  action?: string | null | undefined
  /** Civil dates, both included. */
  from?: string | null | undefined
  to?: string | null | undefined
}

const shanghaiOffset = '+08:00'
const dayMs = 86_400_000

export async function readTrail(
  platform: Platform,
  viewer: Viewer,
  filter: TrailFilter,
  page: KeysetArgs,
): Promise<AuditRow[]> {
  requireMay(viewer, 'audit:read')
  const [beforeSeq] = decodeCursor(page, 1) ?? []
  return findAuditRows(platform, {
    recordType: blankIsNone(filter.recordType),
    recordId: blankIsNone(filter.recordId),
    actor: blankIsNone(filter.actor),
    action: blankIsNone(filter.action),
    from: filter.from ? startOf(filter.from) : undefined,
    to: filter.to ? new Date(startOf(filter.to).getTime() + dayMs) : undefined,
    beforeSeq: beforeSeq === undefined || beforeSeq === null ? undefined : String(beforeSeq),
    limit: pageSize(page) + 1,
  })
}

export interface ChainCheck {
  intact: boolean
  /** Number of the first entry that does not follow from the one before it, or that is gone. */
  firstBreak: string | undefined
  /** So many of the last entries are gone. */
  missingAtEnd: number
  entries: number
  /** Of the entries, those written since the chain was last added to: nothing can be said of them yet. */
  notChainedYet: number
  checkedAt: Date
}

/** Chains what waits and recomputes the whole chain: seconds for a million entries, so it is asked for and never done on the side. */
export async function checkChain(platform: Platform, viewer: Viewer): Promise<ChainCheck> {
  requireMay(viewer, 'audit:read')
  const entries = await countAuditRows(platform)
  const { firstBreak, waiting, missing } = await platform.audit.check()
  return {
    intact: firstBreak === undefined && missing === 0n,
    missingAtEnd: Number(missing),
    firstBreak: firstBreak?.toString(),
    entries,
    notChainedYet: waiting,
    checkedAt: platform.clock.now(),
  }
}

function startOf(date: string): Date {
  return new Date(`${date}T00:00:00${shanghaiOffset}`)
}

function blankIsNone(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}
