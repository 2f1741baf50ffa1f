import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay, requireRow } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { isUuid, requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import type { ExceptionKind, ExceptionState } from './exception-codes.ts'
import { listExceptions } from './exceptions.repository.ts'
import type { ExceptionRow } from './exceptions.repository.ts'
import { findWaiver } from './waiver.repository.ts'
import type { WaiverRow } from './waiver.repository.ts'

addAttachmentSubject('WAIVER', { permission: 'waiver:read', owner: findWaiver })

/** Longer than any number that the office prints. */
const longestNumber = 40
export const mostLinesOfFile = 5_000

export interface ExceptionQuery {
  employerId?: string | null | undefined
  number?: string | null | undefined
  kind?: ExceptionKind | null | undefined
  state?: ExceptionState | null | undefined
}

/** The register of exceptions: for staff all of them, for a clerk those of the employer acted for that were decided in its favour. */
export async function readExceptions(
  platform: Platform,
  asker: Viewer | undefined,
  query: ExceptionQuery & KeysetArgs,
): Promise<ExceptionRow[]> {
  const viewer = requireMay(asker, 'waiver:read')
  const clerk = viewer.kind === 'EMPLOYER'
  const employerId = query.employerId ? requireUuid(query.employerId, 'employer') : undefined
  if (employerId !== undefined) requireMay(asker, 'waiver:read', { employerId }, 'employer')
  return listExceptions(platform, {
    employerId: clerk ? viewer.employerId : employerId,
    ...filterOf(query),
    decidedOnly: clerk,
    before: cursorOf(query),
    limit: pageSize(query) + 1,
  })
}

/** The same as lines of a file, with one more than it may hold where it is cut; who took it stands in the trail. */
export async function readExceptionsForFile(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  query: ExceptionQuery,
): Promise<ExceptionRow[]> {
  const viewer = requireMay(asker, 'waiver:export')
  const rows = await listExceptions(platform, { ...filterOf(query), decidedOnly: false, limit: mostLinesOfFile + 1 })
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    action: 'EXPORT_EXCEPTIONS',
    recordType: 'ExceptionRegister',
    recordId: platform.clock.today(),
    origin,
    change: { rows: Math.min(rows.length, mostLinesOfFile) },
  })
  return rows
}

function filterOf({ number, kind, state }: ExceptionQuery) {
  const whole = number?.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase() || undefined
  if (whole && whole.length > longestNumber) throw badInput('number', `At most ${longestNumber} characters.`)
  return { number: whole, kind: kind ?? undefined, state: state ?? undefined }
}

function cursorOf(query: KeysetArgs): { at: Date; id: string } | undefined {
  const values = decodeCursor(query, 2)
  if (!values) return undefined
  const [at, id] = values
  const instant = new Date(String(at))
  if (Number.isNaN(instant.getTime()) || typeof id !== 'string' || !isUuid(id))
    throw badInput('after', 'This is no cursor of this list.')
  return { at: instant, id }
}

/** One waiver or extension. What is proposed, or was refused, its employer is not shown. */
export async function readWaiver(platform: Platform, asker: Viewer | undefined, id: string): Promise<WaiverRow> {
  const row = await findWaiver(platform, id)
  const hidden = asker?.kind === 'EMPLOYER' && (row?.status === 'PROPOSED' || row?.status === 'REFUSED')
  return requireRow(asker, 'waiver:read', hidden ? undefined : row, 'exception')
}
