import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { requireOwnDistrictOfAll } from '../../../case/require-own-district.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { readUndeclaredMonth } from './undeclared-month.ts'
import { insertReminders, listUndeclared } from './undeclared.repository.ts'

/** Employers of one press. */
export const mostAtOnce = 100

export interface Reminded {
  reminded: number
  /** Reminded today already: nobody is told twice a day. */
  already: number
  /** They declared meanwhile, or have nothing to declare. */
  settled: number
}

/** Reminds employers of a month that they have not declared: in the inbox, and outside it by whatever channel they have. */
export async function remindUndeclared(
  platform: Platform,
  asker: Viewer | undefined,
  asked: { period: string; employerIds: readonly string[]; origin: string },
): Promise<Reminded> {
  const viewer = requireMay(asker, 'undeclared:remind')
  const ids = requireEmployers(asked.employerIds)
  await requireOwnDistrictOfAll(platform, viewer, ids)
  const { period, region, monthlySelf, dueOn, overdueDays } = await readUndeclaredMonth(platform, asked.period)
  return platform.database.transaction(async () => {
    const open = monthlySelf ? await listUndeclared(platform, { region, period, ids, limit: mostAtOnce }) : []
    const today = platform.clock.today()
    const employerIds = await insertReminders(platform, {
      employerIds: open.map(({ id }) => id),
      period,
      on: today,
      by: viewer.accountId,
    })
    await tell(
      platform,
      employerIds.map((employerId) => ({
        kind: 'MONTH_NOT_DECLARED' as const,
        to: { employerId },
        key: `${employerId}:${period}:${today}`,
        params: { period, dueOn, overdue: overdueDays > 0 },
      })),
    )
    if (employerIds.length > 0) {
      await platform.audit.record({
        actorKind: viewer.kind,
        actorId: viewer.accountId,
        action: 'UNDECLARED_REMINDED',
        recordType: 'UndeclaredMonth',
        recordId: period,
        origin: asked.origin,
        change: { period, employers: employerIds.length },
      })
    }
    return {
      reminded: employerIds.length,
      already: open.length - employerIds.length,
      settled: ids.length - open.length,
    }
  })
}

export function requireEmployers(employerIds: readonly string[]): string[] {
  const ids = [...new Set(employerIds.map((id) => requireUuid(id, 'employer')))]
  if (ids.length === 0 || ids.length > mostAtOnce)
    throw badInput('employerIds', `1 to ${mostAtOnce} employers at a time.`)
  return ids
}
