import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { insertCaseEvents } from '../../../case/case-event.repository.ts'
import { requireOwnDistrictOfAll } from '../../../case/require-own-district.ts'
import type { Platform } from '../../../platform/platform.ts'
import { joinOverdueNotices, listCaseStandings, openEnforcements } from './debts.repository.ts'
import type { CaseStanding } from './debts.repository.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import { nothingYet } from './standing.ts'

/** Employers of one press. */
const mostAtOnce = 100

/** RUNNING: its overdue bills are in a case already. NOTHING_OVERDUE: no bill is past its due date and open. GIVEN_UP: its case was terminated. */
export const openCaseRefusals = ['RUNNING', 'NOTHING_OVERDUE', 'GIVEN_UP'] as const
export type OpenCaseRefusal = (typeof openCaseRefusals)[number]

export interface OpenedCase extends CaseStanding {
  /** Nothing where a case was opened now. */
  refused: OpenCaseRefusal | null
}

/** Opens a case of SIL 63 for each employer whose due date has passed, as the job of the night does; who could not be is named with why. */
export async function openCases(
  platform: Platform,
  asker: Viewer | undefined,
  { employerIds, origin }: { employerIds: readonly string[]; origin: string },
): Promise<OpenedCase[]> {
  const actor = requireMay(asker, 'enforcement:open')
  const ids = [...new Set(employerIds.map((id) => requireUuid(id, 'employer')))]
  if (ids.length === 0 || ids.length > mostAtOnce)
    throw badInput('employerIds', `1 to ${mostAtOnce} employers at a time.`)
  await requireOwnDistrictOfAll(platform, actor, ids)
  return platform.database.transaction(async () => {
    await joinOverdueNotices(platform, platform.clock.today())
    const cases = await openEnforcements(platform, { standing: nothingYet, limit: ids.length, employerIds: ids })
    const event = { event: 'OPEN_ENFORCEMENT', from: null, to: 'OVERDUE', revision: 0, actor } as const
    const opened = new Set(cases.map(({ id }) => id))
    await insertCaseEvents(platform, [...opened], { lifecycle: enforcementTable.lifecycle, ...event })
    for (const { id, number, amount } of cases)
      await platform.audit.record({
        actorKind: actor.kind,
        actorId: actor.accountId,
        origin,
        action: 'ENFORCEMENT_OPENED',
        recordType: 'EnforcementCase',
        recordId: id,
        change: { number: [number], amount: Number(amount) },
      })
    const standings = await listCaseStandings(platform, ids)
    return standings.map((one) => ({ ...one, refused: refusalOf(one, opened) }))
  })
}

function refusalOf({ caseId, overdue }: CaseStanding, opened: ReadonlySet<string>): OpenCaseRefusal | null {
  if (caseId !== null) return opened.has(caseId) ? null : 'RUNNING'
  return overdue ? 'GIVEN_UP' : 'NOTHING_OVERDUE'
}
