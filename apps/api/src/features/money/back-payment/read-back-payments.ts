import { may, requireMay, requireRow } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { findBackPayment, listAccountNames, listBackPaymentsIn, listBackPaymentsOf } from './back-payment.repository.ts'
import type { BackPaymentKey, BackPaymentRow } from './back-payment.repository.ts'

addAttachmentSubject('BACK_PAYMENT', { permission: 'back-payment:read', owner: findBackPayment })

export async function readBackPayment(platform: Platform, viewer: Viewer, id: string): Promise<BackPaymentRow> {
  return requireRow(
    viewer,
    'back-payment:read',
    await findBackPayment(platform, requireUuid(id, 'back payment')),
    'back payment',
  )
}

/** The employer's own requests, newest first. */
export async function readBackPaymentsOf(
  platform: Platform,
  asker: Viewer | undefined,
  employerId: string,
  args: KeysetArgs,
): Promise<BackPaymentRow[]> {
  requireMay(asker, 'back-payment:read', { employerId }, 'employer')
  return listBackPaymentsOf(platform, employerId, keyOf(args), pageSize(args) + 1)
}

/** Requests in these states, oldest first. */
export function readQueue(
  platform: Platform,
  asker: Viewer | undefined,
  args: KeysetArgs & { states: readonly string[] },
): Promise<BackPaymentRow[]> {
  requireMay(asker, 'back-payment:list')
  return listBackPaymentsIn(platform, args.states, keyOf(args), pageSize(args) + 1)
}

export const backPaymentKey = ({ appliedAt, id }: BackPaymentRow) => [appliedAt.toISOString(), id]

function keyOf(args: KeysetArgs): BackPaymentKey | undefined {
  const [at, id] = decodeCursor(args, 2) ?? []
  if (at === undefined) return undefined
  const appliedAt = new Date(String(at))
  if (Number.isNaN(appliedAt.getTime())) throw badInput('after', 'This is no cursor of this list.')
  return { appliedAt, id: requireUuid(String(id), 'back payment') }
}

export interface BackPaymentStep {
  state: string
  at: Date
  by: string
}

/** The steps taken so far. Staff are named to staff; the employer reads that the office did it. */
export async function readSteps(platform: Platform, viewer: Viewer, row: BackPaymentRow): Promise<BackPaymentStep[]> {
  const taken = [
    ['APPLIED', row.appliedAt, row.appliedBy],
    ['CHECKED', row.checkedAt, row.checkedBy],
    [row.status, row.decidedAt, row.decidedBy],
  ] as const
  const done = taken.flatMap(([state, at, by]) => (at ? [{ state, at, by }] : []))
  const names =
    viewer.kind === 'STAFF'
      ? await listAccountNames(
          platform,
          done.flatMap(({ by }) => by ?? []),
        )
      : new Map<string, string>()
  return done.map((each) => ({ ...each, by: names.get(each.by ?? '') ?? '' }))
}

/** What this member of staff may do with it now; null when it is somebody else's turn. */
export function ownStep(viewer: Viewer, { status, checkedBy }: BackPaymentRow): 'CHECK' | 'APPROVE' | null {
  if (viewer.kind !== 'STAFF' || viewer.accountId === checkedBy) return null
  if (status === 'APPLIED' && may(viewer, 'back-payment:check')) return 'CHECK'
  return status === 'CHECKED' && may(viewer, 'back-payment:approve') ? 'APPROVE' : null
}
