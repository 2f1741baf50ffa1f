import { parseCivilDate } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countAuditRows, findAuditRows } from './audit.repository.ts'
import type { AuditRow, AuditSelection } from './audit.repository.ts'
import { findAuditedEmployer } from './find-audited.repository.ts'

export interface TrailFilter {
  recordType?: string | null | undefined
  recordId?: string | null | undefined
  actor?: string | null | undefined
  action?: string | null | undefined
  /** Registration number, unified code or identifier of a unit. */
  employer?: string | null | undefined
  /** Identifier of a person, as `auditedPerson` found it. */
  person?: string | null | undefined
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
  return platform.database.heavyRead(async () =>
    findAuditRows(platform, {
      ...(await selectionOf(platform, filter)),
      beforeSeq: beforeSeq === undefined || beforeSeq === null ? undefined : String(beforeSeq),
      limit: pageSize(page) + 1,
    }),
  )
}

/** Which entries are meant. A unit or person that is not there has none. */
export async function selectionOf(platform: Platform, filter: TrailFilter): Promise<Omit<AuditSelection, 'limit'>> {
  if (filter.from && filter.to && filter.from > filter.to) throw badInput('to', 'The last day lies before the first.')
  const employer = blankIsNone(filter.employer)
  const person = blankIsNone(filter.person)
  return {
    employerId: employer && (await unitOf(platform, employer)),
    individualId: person && (isUuid(person) ? person : nothing),
    recordType: blankIsNone(filter.recordType),
    recordId: blankIsNone(filter.recordId),
    actor: blankIsNone(filter.actor),
    action: blankIsNone(filter.action),
    from: filter.from ? startOf(filter.from, 'from') : undefined,
    to: filter.to ? new Date(startOf(filter.to, 'to').getTime() + dayMs) : undefined,
  }
}

/** An identifier that nothing has. */
const nothing = '00000000-0000-0000-0000-000000000000'

async function unitOf(platform: Platform, asked: string): Promise<string> {
  return isUuid(asked) ? asked : ((await findAuditedEmployer(platform, asked.toUpperCase())) ?? nothing)
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

function startOf(date: string, field: string): Date {
  if (parseCivilDate(date) === undefined) throw badInput(field, 'A day is written YYYY-MM-DD.')
  return new Date(`${date}T00:00:00${shanghaiOffset}`)
}

function blankIsNone(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}
