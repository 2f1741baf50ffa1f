import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { problemsOf } from '../../../case/problems-of.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer, findOnlineFiling, setOnlineFiling } from '../employer/index.ts'
import type { OnlineFilingRow } from '../employer/index.ts'
import { onlineFilingCase, traceOf } from './online-filing-case.ts'
import type { OnlineFilingRefusal } from './open-online-filing.ts'

const permissionOf = {
  APPROVE: 'online-filing:approve',
  REFUSE: 'online-filing:refuse',
  WITHDRAW: 'online-filing:withdraw',
} as const
const actionOf = {
  APPROVE: 'ONLINE_FILING_APPROVED',
  REFUSE: 'ONLINE_FILING_REFUSED',
  WITHDRAW: 'ONLINE_FILING_WITHDRAWN',
} as const
export type OnlineFilingStep = keyof typeof permissionOf

/**
 * One step of staff. Withdrawn, it is withdrawn at once: the next thing the unit wants to file is refused, and says why. Refusing and
 * withdrawing take a reason.
 */
export async function decideOnlineFiling(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: OnlineFilingStep,
  { id, decidedOn, reason }: Decision & { reason?: string },
): Promise<OnlineFilingRow | OnlineFilingRefusal> {
  const actor = requireMay(asker, permissionOf[event])
  const note = event === 'APPROVE' ? undefined : requireText('reason', reason ?? '')
  const taken = await takeStep(platform, onlineFilingCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note,
    facts: async ({ employerId }) => ({ endedOn: (await findEmployer(platform, employerId))?.endedOn ?? null }),
    write: ({ validFrom }, status) => setOnlineFiling(platform, id, { status, ...written(platform, validFrom, note) }),
    trace: (row) => traceOf(actionOf[event], row, note),
  })
  if (taken.kind === 'REFUSED') return problemsOf(taken.refusal).includes('CANCELLED') ? 'CANCELLED' : 'ENDED'
  const row = await findOnlineFiling(platform, id)
  if (!row) throw notFound('approval for online filing')
  return row
}

function written({ clock }: Platform, validFrom: string | null, endReason: string | undefined) {
  const today = clock.today()
  if (endReason === undefined) return { validFrom: today }
  return {
    endReason,
    endedAt: clock.now(),
    ...(validFrom === null ? {} : { validTo: validFrom > today ? validFrom : today }),
  }
}
