import { fen, maxFen, oneOf, ZERO_FEN } from '@shebao/kernel'
import { judgeRefund, REFUND_SOURCES } from '@shebao/premium'
import type { GuardVerdict, RefundGuard, RefundState } from '@shebao/premium'
import { requireMay, requireRow } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { offersFor } from '../../../case/offers.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { subjectOfRow } from './money-problems.ts'
import { refundCase } from './refund-case.ts'
import { factsOf, loadMoney } from './refund-money.ts'
import { findRefund, listAccountNames, listRefundsIn, listRefundsOf } from './refund.repository.ts'
import type { RefundKey, RefundRow } from './refund.repository.ts'
import { listPaidPeople, listSetAside } from './refund-source.repository.ts'
import type { PaidPerson, SetAside } from './refund-source.repository.ts'

addAttachmentSubject('REFUND', { permission: 'refund:read', owner: findRefund })

export async function readRefund(platform: Platform, viewer: Viewer, id: string): Promise<RefundRow> {
  return requireRow(viewer, 'refund:read', await findRefund(platform, requireUuid(id, 'refund')), 'refund')
}

/** The employer's own refunds, newest first. */
export async function readRefundsOf(
  platform: Platform,
  asker: Viewer | undefined,
  employerId: string,
  args: KeysetArgs,
): Promise<RefundRow[]> {
  requireMay(asker, 'refund:read', { employerId }, 'employer')
  return listRefundsOf(platform, employerId, keyOf(args), pageSize(args) + 1)
}

/** What waits in the office, oldest first. */
export function readRefundQueue(
  platform: Platform,
  asker: Viewer | undefined,
  args: KeysetArgs & { states: readonly RefundState[] },
): Promise<RefundRow[]> {
  requireMay(asker, 'refund:list')
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

const officeSteps = ['VERIFY', 'APPROVE', 'PAY_OUT'] as const

/** Which step this member of staff may take now; null when it is somebody else's. */
export async function ownStep(
  platform: Platform,
  viewer: Viewer,
  refund: RefundRow,
): Promise<(typeof officeSteps)[number] | null> {
  const offers = await offersFor(platform, refundCase, viewer, refund)
  const mine = offers.filter(({ standing }) => standing === 'MAY')
  return officeSteps.find((step) => mine.some(({ event }) => event === step)) ?? null
}

export type Candidate = Omit<PaidPerson, 'personal'> & { name: string }

/** People of the employer whose month was paid, in clear: it is their employer that asks. */
export async function readCandidates(
  platform: Platform,
  asker: Viewer | undefined,
  period: string,
  args: KeysetArgs,
): Promise<Candidate[]> {
  const { employerId } = requireMay(asker, 'refund:choose')
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
  return listSetAside(platform, requireMay(asker, 'refund:choose').employerId)
}
