import { fen, maxFen, ZERO_FEN, oneOf } from '@shebao/kernel'
import { judgeRefund, REFUND_SOURCES } from '@shebao/premium'
import type { GuardVerdict, RefundGuard, RefundState } from '@shebao/premium'
import type { Viewer } from '../../../graphql/context.ts'
import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { subjectOfRow, tookPart } from './decide-refund.ts'
import { factsOf, loadMoney } from './refund-money.ts'
import { requireEmployer, requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import { readingRoles, requireVisible } from './refund.policy.ts'
import { findRefund, listAccountNames, listRefundsIn, listRefundsOf } from './refund.repository.ts'
import type { RefundKey, RefundRow } from './refund.repository.ts'
import { listPaidPeople, listSetAside } from './refund-source.repository.ts'
import type { PaidPerson, SetAside } from './refund-source.repository.ts'

export async function readRefund(platform: Platform, viewer: Viewer, id: string): Promise<RefundRow> {
  return requireVisible(viewer, await findRefund(platform, requireUuid(id, 'refund')))
}

/** The employer's own refunds, newest first. */
export function readRefundsOf(
  platform: Platform,
  asker: Viewer | undefined,
  employerId: string,
  args: KeysetArgs,
): Promise<RefundRow[]> {
  if (
    asker?.kind === 'EMPLOYER' ? requireEmployer(asker).employerId !== employerId : !requireStaff(asker, readingRoles)
  )
    return Promise.resolve([])
  return listRefundsOf(platform, employerId, keyOf(args), pageSize(args) + 1)
}

/** What waits in the office, oldest first. */
export function readRefundQueue(
  platform: Platform,
  asker: Viewer | undefined,
  args: KeysetArgs & { states: readonly RefundState[] },
): Promise<RefundRow[]> {
  requireStaff(asker, readingRoles)
  return listRefundsIn(platform, args.states, keyOf(args), pageSize(args) + 1)
}

export const refundKey = ({ appliedAt, id }: RefundRow) => [appliedAt.toISOString(), id]

function keyOf(args: KeysetArgs): RefundKey | undefined {
  const [at, id] = decodeCursor(args, 2) ?? []
  if (at === undefined) return undefined
  const appliedAt = new Date(String(at))
  if (Number.isNaN(appliedAt.getTime())) throw badInput('after', 'This is no cursor of this list.')
  return { appliedAt, id: requireUuid(String(id), 'refund') }
}

/** Each guard of 3.5 as it stands now. */
export async function readGuards(
  platform: Platform,
  refund: RefundRow,
): Promise<{ guard: RefundGuard; verdict: GuardVerdict }[]> {
  const source = oneOf(REFUND_SOURCES, refund.source, 'refund source')
  const paidOut = refund.status === 'PAID_OUT'
  const money = await loadMoney(platform, subjectOfRow(refund), false)
  // Once it has left, its own amount no longer stands against it.
  const before = paidOut
    ? { ...money, alreadyRefunded: maxFen(ZERO_FEN, fen(money.alreadyRefunded - Number(refund.amount))) }
    : money
  return judgeRefund(source, factsOf(refund, before, paidOut ? true : null))
}

export interface RefundStep {
  state: RefundState
  at: Date
  by: string
}

/** The steps taken so far with who took them. Staff are named to staff; the employer reads that the office did it. */
export async function readSteps(platform: Platform, viewer: Viewer, refund: RefundRow): Promise<RefundStep[]> {
  const taken = [
    ['APPLIED', refund.appliedAt, refund.appliedBy],
    ['VERIFIED', refund.verifiedAt, refund.verifiedBy],
    ['APPROVED', refund.approvedAt, refund.approvedBy],
    ['PAID_OUT', refund.paidOutAt, refund.paidOutBy],
    ['REJECTED', refund.rejectedAt, refund.rejectedBy],
  ] as const
  const done = taken.flatMap(([state, at, by]) => (at && by ? [{ state, at, by }] : []))
  const names =
    viewer.kind === 'STAFF'
      ? await listAccountNames(
          platform,
          done.map(({ by }) => by),
        )
      : new Map<string, string>()
  return done.map((each) => ({ ...each, by: names.get(each.by) ?? '' }))
}

/** Which step this member of staff may take now; null when it is somebody else's. */
export function ownStep(viewer: Viewer, refund: RefundRow): 'VERIFY' | 'APPROVE' | 'PAY_OUT' | null {
  if (viewer.kind !== 'STAFF' || tookPart(refund, viewer)) return null
  const has = (...roles: readonly string[]) => viewer.roles.some((role) => roles.includes(role))
  if (refund.status === 'APPLIED' && has('OFFICER', 'REVIEWER', 'HEAD')) return 'VERIFY'
  if (refund.status === 'VERIFIED' && has('REVIEWER', 'HEAD')) return 'APPROVE'
  if (refund.status === 'APPROVED' && has('OFFICER', 'REVIEWER', 'HEAD')) return 'PAY_OUT'
  return null
}

export type Candidate = Omit<PaidPerson, 'personal'> & { name: string }

/** People of the employer whose month was paid, in clear: it is their employer that asks. */
export async function readCandidates(
  platform: Platform,
  asker: Viewer | undefined,
  period: string,
  args: KeysetArgs,
): Promise<Candidate[]> {
  const { employerId } = requireEmployer(asker)
  const [after] = decodeCursor(args, 1) ?? []
  const rows = await listPaidPeople(
    platform,
    { employerId, period },
    after === undefined ? undefined : requireUuid(String(after), 'person'),
    pageSize(args) + 1,
  )
  return rows.map(({ personal, ...row }) => ({ ...row, name: platform.vault.open<{ name: string }>(personal).name }))
}

export function readSetAside(platform: Platform, asker: Viewer | undefined): Promise<SetAside[]> {
  return listSetAside(platform, requireEmployer(asker).employerId)
}
