import { civilDateAt } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { reasonOf } from '../../../case/reason-of.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { reopenSettled, setWaivedDays } from '../debt/index.ts'
import { listNoticesOfIds } from '../notice/index.ts'
import { rebookLateFee } from '../settlement/index.ts'
import { problemOf, traceOf } from './propose-waiver.ts'
import { sparedBy, totalSpared } from './waived-days.ts'
import { waiverCase, waiverProblems } from './waiver-case.ts'
import { changeWaiver, findWaiver, isDayClosed } from './waiver.repository.ts'
import type { WaiverRow } from './waiver.repository.ts'

export const waiverRefusals = [...waiverProblems, 'NOT_IN_STATE', 'SAME_PERSON'] as const
export type WaiverRefusal = (typeof waiverRefusals)[number]

const actionOf = {
  APPROVE: 'WAIVER_APPROVED',
  REFUSE: 'WAIVER_REFUSED',
  END: 'WAIVER_ENDED',
  REVOKE: 'WAIVER_REVOKED',
} as const
export type WaiverStep = keyof typeof actionOf

/** A step of a head. Approved, the exception holds at once: what the bills cost follows from the days that stand on them. */
export async function decideWaiver(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: WaiverStep,
  { id, decidedOn, reason }: Decision & { reason?: string | undefined },
): Promise<WaiverRow | WaiverRefusal> {
  const actor = requireMay(asker, 'waiver:decide')
  const note = event === 'APPROVE' ? null : requireText('reason', reason ?? '')
  const outcome = await takeStep(platform, waiverCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note: note ?? undefined,
    facts: (row) => factsOf(platform, event, row),
    write: async (row, status) => {
      const effect = await effects[event](platform, row)
      await changeWaiver(platform, row.id, { status, ...effect, ...signed(platform, event, actor.accountId, note) })
      return effect
    },
    trace: (row, _status, { amount }) =>
      traceOf(actionOf[event], row, {
        reason: note ?? undefined,
        amount: amount === undefined ? undefined : Number(amount),
      }),
  })
  if (outcome.kind === 'REFUSED') return reasonOf(outcome.refusal)
  return (await findWaiver(platform, id)) ?? Promise.reject(notFound('exception'))
}

async function factsOf(platform: Platform, event: WaiverStep, row: WaiverRow) {
  const today = platform.clock.today()
  if (event === 'APPROVE') {
    const against = await problemOf(platform, row)
    return { applies: against === undefined, against }
  }
  if (event === 'END') return { runs: row.toOn > today }
  if (event === 'REFUSE') return {}
  const paid = (await listNoticesOfIds(platform, row.noticeIds)).filter(
    ({ id, postedOn, status }) => (postedOn !== null && !row.settledIds.includes(id)) || status === 'WRITTEN_OFF',
  )
  const decidedOn = civilDateAt(row.decidedAt ?? platform.clock.now())
  return { dayOpen: !(await isDayClosed(platform, decidedOn)), unused: paid.length === 0 }
}

type Effect = Partial<Pick<WaiverRow, 'amount' | 'settledIds' | 'toOn'>>

const effects: Record<WaiverStep, (platform: Platform, row: WaiverRow) => Promise<Effect>> = {
  async APPROVE(platform, row) {
    if (row.kind !== 'LATE_FEE') return {}
    const { id, number, employerId, noticeIds, fromOn, toOn } = row
    const amount = BigInt(totalSpared(await sparedBy(platform, row)))
    await setWaivedDays(platform, noticeIds, number, { from: fromOn, to: toOn })
    return { amount, settledIds: await rebookLateFee(platform, { employerId, noticeIds, key: `waiver:${id}` }) }
  },
  REFUSE: () => Promise.resolve({}),
  /** Today is its last day; one that only was to begin never does. */
  async END(platform, { kind, number, noticeIds, fromOn }) {
    const today = platform.clock.today()
    const begun = fromOn <= today
    if (kind === 'LATE_FEE')
      await setWaivedDays(platform, noticeIds, number, begun ? { from: fromOn, to: today } : undefined)
    return { toOn: begun ? today : fromOn }
  },
  /** As if it had never been: the fee of the days is due again, and what the waiver alone settled owes it. */
  async REVOKE(platform, { id, kind, number, employerId, noticeIds, settledIds }) {
    if (kind !== 'LATE_FEE') return {}
    await setWaivedDays(platform, noticeIds, number, undefined)
    await reopenSettled(platform, settledIds)
    await rebookLateFee(platform, { employerId, noticeIds, key: `waiver-revoked:${id}` })
    return {}
  },
}

function signed({ clock }: Platform, event: WaiverStep, accountId: string, note: string | null) {
  if (event === 'APPROVE') return { decidedBy: accountId, decidedAt: clock.now() }
  if (event === 'REFUSE') return { decidedBy: accountId, decidedAt: clock.now(), refusal: note }
  return { endedBy: accountId, endedAt: clock.now(), endReason: note }
}
