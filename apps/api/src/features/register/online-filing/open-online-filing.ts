import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { requireOwnDistrict } from '../../../case/require-own-district.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { attachFiles } from '../attachment/index.ts'
import { findEmployer, findOpenOnlineFilings, insertOnlineFiling, lockEmployer } from '../employer/index.ts'
import type { OnlineFilingRow } from '../employer/index.ts'
import { traceOf } from './online-filing-case.ts'
import { onlineFilingTable } from './online-filing.lifecycle.ts'

/**
 * ALREADY: it stands. APPLIED: an application waits, which is decided on first. CANCELLED: the unit is in the register no longer.
 * ENDED: somebody decided on it before.
 */
export const onlineFilingRefusals = ['ALREADY', 'APPLIED', 'CANCELLED', 'ENDED'] as const
export type OnlineFilingRefusal = (typeof onlineFilingRefusals)[number]

export interface Given {
  employerId: string
  /** The registration it was given with; nothing for a decision of the office. */
  registrationId?: string
  reason?: string
}

/** By a member of staff, from today; the unit's clerks are told. Within one transaction, in which the unit is held. */
export function giveOnlineFiling(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { employerId, registrationId, reason }: Given,
): Promise<OnlineFilingRow | OnlineFilingRefusal> {
  const actor = requireMay(asker, 'online-filing:give', { employerId: requireUuid(employerId, 'employer') }, 'employer')
  const why = reason === undefined ? null : requireText('reason', reason)
  return platform.database.transaction(async () => {
    await requireOwnDistrict(platform, actor, { employerId })
    const refusal = await refusalOf(platform, employerId)
    if (refusal) return refusal
    const validFrom = platform.clock.today()
    const given = await openCase(platform, onlineFilingTable, {
      event: 'GIVE',
      actor,
      origin,
      ...(why === null ? {} : { note: why }),
      write: () =>
        insertOnlineFiling(platform, {
          employerId,
          validFrom,
          source: registrationId === undefined ? 'OFFICE' : 'REGISTRATION',
          sourceId: registrationId ?? null,
          reason: why,
          recordedBy: actor.accountId,
          recordedAt: platform.clock.now(),
        }),
      trace: (row) => traceOf('ONLINE_FILING_GIVEN', row, why),
    })
    await tell(platform, [{ kind: 'ONLINE_FILING_GIVEN', to: { employerId }, key: given.id, params: { validFrom } }])
    return given
  })
}

/** By a clerk of the unit, with what has changed since it was refused or withdrawn, and papers where they help. */
export function applyForOnlineFiling(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: { reason: string; files: readonly string[] },
): Promise<OnlineFilingRow | OnlineFilingRefusal> {
  const actor = requireMay(asker, 'online-filing:apply')
  const { employerId } = actor
  const reason = requireText('reason', input.reason)
  return platform.database.transaction(async () => {
    const refusal = await refusalOf(platform, employerId)
    if (refusal) return refusal
    const applied = await openCase(platform, onlineFilingTable, {
      event: 'APPLY',
      actor,
      origin,
      note: reason,
      write: () =>
        insertOnlineFiling(platform, {
          employerId,
          validFrom: null,
          source: 'APPLICATION',
          sourceId: null,
          reason,
          recordedBy: actor.accountId,
          recordedAt: platform.clock.now(),
        }),
      trace: (row) => traceOf('ONLINE_FILING_APPLIED', row),
    })
    const subject = { kind: 'ONLINE_FILING', id: applied.id, employerId } as const
    await attachFiles(platform, actor, { field: 'files', ids: input.files, subject, retention: 'CASE_EVIDENCE' })
    return applied
  })
}

/** Holds the unit, so that two at once make one. */
async function refusalOf(platform: Platform, employerId: string): Promise<OnlineFilingRefusal | undefined> {
  await lockEmployer(platform, employerId)
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  if (employer.endedOn !== null) return 'CANCELLED'
  const open = await findOpenOnlineFilings(platform, employerId)
  if (open.some(({ status }) => status === 'STANDING')) return 'ALREADY'
  return open.length > 0 ? 'APPLIED' : undefined
}
