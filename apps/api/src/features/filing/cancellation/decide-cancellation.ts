import { isCivilDate } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { endEmployer, lockEmployer } from '../../register/employer/index.ts'
import { cancellationCase, traceOf } from './cancellation-case.ts'
import { findCancellation, setCancellation } from './cancellation.repository.ts'
import type { CancellationRow } from './cancellation.repository.ts'
import { findObstacles } from './find-obstacles.ts'
import type { Obstacle } from './obstacles.repository.ts'

const permissionOf = {
  APPROVE: 'cancellation:approve',
  REFUSE: 'cancellation:refuse',
  WITHDRAW: 'cancellation:withdraw',
} as const
const actionOf = {
  APPROVE: 'CANCELLATION_APPROVED',
  REFUSE: 'CANCELLATION_REFUSED',
  WITHDRAW: 'CANCELLATION_WITHDRAWN',
} as const
export type CancellationStep = keyof typeof permissionOf

/** No obstacle: somebody decided before. */
export type DecisionOutcome =
  | { kind: 'DONE'; row: CancellationRow }
  | { kind: 'REFUSED'; reason: 'NOT_CLEARED' | 'NOT_IN_STATE'; obstacles: readonly Obstacle[] }

/**
 * One step, by whoever the table names. Approved, the register ends the unit with its last day: who acts for it reads on, and can do
 * nothing more.
 */
export async function decideCancellation(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: CancellationStep,
  { id, decidedOn, reason }: Decision & { reason?: string },
): Promise<DecisionOutcome> {
  requireMay(asker, permissionOf[event])
  if (!asker) throw unauthenticated()
  const actor: Viewer = asker
  const note = event === 'REFUSE' ? requireText('reason', reason ?? '') : undefined
  const taken = await takeStep(platform, cancellationCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note,
    async facts({ employerId, lastDay }) {
      if (event !== 'APPROVE') return {}
      await lockEmployer(platform, employerId)
      return { obstacles: await findObstacles(platform, employerId, lastDay) }
    },
    async write(row, status) {
      if (event === 'APPROVE') await leaveRegister(platform, row, actor.accountId)
      const said = note === undefined ? {} : { decisionNote: note }
      await setCancellation(platform, id, { status, decidedAt: platform.clock.now(), ...said })
    },
    trace: (row) => traceOf(actionOf[event], row),
  })
  if (taken.kind === 'REFUSED')
    return taken.refusal.code === 'GUARD'
      ? { kind: 'REFUSED', reason: 'NOT_CLEARED', obstacles: taken.refusal.problems }
      : { kind: 'REFUSED', reason: 'NOT_IN_STATE', obstacles: [] }
  const row = await findCancellation(platform, id)
  if (!row) throw notFound('cancellation')
  return { kind: 'DONE', row }
}

async function leaveRegister(platform: Platform, { id, employerId, lastDay }: CancellationRow, by: string) {
  if (!isCivilDate(lastDay)) throw new Error('A cancellation without a day.')
  const source = { kind: 'REQUEST', id, version: null, by, at: platform.clock.now() } as const
  await endEmployer(platform, employerId, { lastDay, source })
}
