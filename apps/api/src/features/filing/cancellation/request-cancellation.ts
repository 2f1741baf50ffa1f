import { isCivilDate } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { findEmployer, lockEmployer } from '../../register/employer/index.ts'
import { traceOf } from './cancellation-case.ts'
import { cancellationTable } from './cancellation.lifecycle.ts'
import { hasOpenCancellation, insertCancellation } from './cancellation.repository.ts'
import type { CancellationRow } from './cancellation.repository.ts'
import { findObstacles } from './find-obstacles.ts'
import type { Obstacle } from './obstacles.repository.ts'

/** NOT_CLEARED: see the obstacles. EVIDENCE_MISSING: a paper is needed. ALREADY_REQUESTED: one is open. */
export const requestRefusals = ['NOT_CLEARED', 'EVIDENCE_MISSING', 'ALREADY_REQUESTED'] as const
export type RequestRefusal = (typeof requestRefusals)[number]
export type RequestOutcome =
  | { kind: 'DONE'; row: CancellationRow }
  | { kind: 'REFUSED'; reason: RequestRefusal; obstacles: readonly Obstacle[] }
const refused = (reason: RequestRefusal, obstacles: readonly Obstacle[] = []): RequestOutcome => ({
  kind: 'REFUSED',
  reason,
  obstacles,
})

export interface CancellationInput {
  lastDay: string
  reason: string
  files: readonly string[]
}

/** By a clerk of the unit: the day from which it is no more, why, and the paper that says so. */
export function requestCancellation(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: CancellationInput,
): Promise<RequestOutcome> {
  const actor = requireMay(asker, 'cancellation:request')
  const { employerId } = actor
  const { lastDay, files } = input
  const reason = requireText('reason', input.reason)
  if (!isCivilDate(lastDay) || lastDay > platform.clock.today()) throw badInput('lastDay', 'Today or an earlier day.')
  return platform.database.transaction(async () => {
    await lockEmployer(platform, employerId)
    const employer = await findEmployer(platform, employerId)
    if (!employer) throw notFound('employer')
    if (lastDay < employer.registeredOn) throw badInput('lastDay', 'No earlier than the registration.')
    if (await hasOpenCancellation(platform, employerId)) return refused('ALREADY_REQUESTED')
    const obstacles = await findObstacles(platform, employerId, lastDay)
    if (obstacles.length > 0) return refused('NOT_CLEARED', obstacles)
    if (files.length === 0) return refused('EVIDENCE_MISSING')
    const row = await openCase(platform, cancellationTable, {
      event: 'REQUEST',
      actor,
      origin,
      note: reason,
      write: () =>
        insertCancellation(platform, {
          employerId,
          lastDay,
          reason,
          requestedBy: actor.accountId,
          requestedAt: platform.clock.now(),
        }),
      trace: (made) => traceOf('CANCELLATION_REQUESTED', made),
    })
    const subject = { kind: 'CANCELLATION', id: row.id, employerId } as const
    await attachFiles(platform, actor, { field: 'files', ids: files, subject, retention: 'CASE_EVIDENCE' })
    return { kind: 'DONE', row }
  })
}
