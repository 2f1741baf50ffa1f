import { may, requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listOpenDuties, lockDuty, markReported } from './duties.repository.ts'
import type { DutyRow } from './duties.repository.ts'

/** The unit's duties to report the unemployed list (SIL 50) that are open. */
export function readDuties(platform: Platform, viewer: Viewer | undefined): Promise<DutyRow[]> {
  return listOpenDuties(platform, requireMay(viewer, 'employer:act-for').employerId)
}

/** The clerk says that the list was handed in; saying so again changes nothing. */
export async function reportUnemployed(
  platform: Platform,
  viewer: Viewer | undefined,
  { id, origin }: { id: string; origin: string },
): Promise<DutyRow> {
  const clerk = requireMay(viewer, 'monthly:report-unemployed')
  return platform.database.transaction(async () => {
    const duty = await lockDuty(platform, id)
    if (!duty || !may(clerk, 'monthly:report-unemployed', duty)) throw notFound('duty')
    if (duty.reportedOn !== null) return duty
    const reported = await markReported(platform, id, {
      reportedOn: platform.clock.today(),
      reportedBy: clerk.accountId,
    })
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: clerk.accountId,
      origin,
      action: 'REPORT_UNEMPLOYED',
      recordType: 'Declaration',
      recordId: duty.declarationId,
      change: { dueOn: duty.dueOn, people: duty.people },
    })
    return reported
  })
}
