import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Actor, LockGround, OfficeJob, Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { reasonOf } from '../../../case/reason-of.ts'
import { requireOwnDistrict } from '../../../case/require-own-district.ts'
import { openCase, takeStep } from '../../../case/take-step.ts'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer, lockEmployer } from '../../register/employer/index.ts'
import { employerLockCase, lockProblems, traceOf } from './employer-lock-case.ts'
import type { EmployerLockEvent, LockProblem } from './employer-lock-case.ts'
import { employerLockTable } from './employer-lock.lifecycle.ts'
import {
  changeEmployerLock,
  findEmployerLock,
  hasOpenLock,
  insertEmployerLock,
  isOverdue,
  listLapsedLocks,
} from './employer-lock.repository.ts'
import type { EmployerLockRow } from './employer-lock.repository.ts'

export const lockRefusals = [...lockProblems, 'NOT_IN_STATE', 'SAME_PERSON'] as const
export type LockRefusal = (typeof lockRefusals)[number]

/** Proposes to lock an employer; it is told of it, and nothing is refused, once somebody else has decided. */
export async function proposeLock(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  asked: { employerId: string; ground: LockGround; explanation: string },
): Promise<EmployerLockRow | LockProblem> {
  const actor = requireMay(asker, 'employer-lock:propose')
  const explanation = requireText('explanation', asked.explanation)
  const employerId = requireUuid(asked.employerId, 'employer')
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  await requireOwnDistrict(platform, actor, { employerId })
  if (employer.endedOn !== null) return 'ENDED'
  return platform.database.transaction(async () => {
    await lockEmployer(platform, employerId)
    if (await hasOpenLock(platform, employerId)) return 'ALREADY'
    if (asked.ground === 'ARREARS' && !(await isOverdue(platform, employerId))) return 'NOTHING_OVERDUE'
    return openCase(platform, employerLockTable, {
      event: 'PROPOSE',
      actor,
      origin,
      note: explanation,
      write: () =>
        insertEmployerLock(platform, {
          employerId,
          ground: asked.ground,
          explanation,
          proposedBy: actor.accountId,
          proposedAt: platform.clock.now(),
        }),
      trace: (row) => traceOf('EMPLOYER_LOCK_PROPOSED', row, explanation),
    })
  })
}

const actionOf = {
  APPROVE: 'EMPLOYER_LOCKED',
  REFUSE: 'EMPLOYER_LOCK_REFUSED',
  PROPOSE_RELEASE: 'EMPLOYER_UNLOCK_PROPOSED',
  RELEASE: 'EMPLOYER_UNLOCKED',
  KEEP: 'EMPLOYER_UNLOCK_REFUSED',
  LAPSE: 'EMPLOYER_UNLOCKED',
} as const satisfies Record<Exclude<EmployerLockEvent, 'PROPOSE'>, string>
type TakenStep = keyof typeof actionOf

export type LockStep = Exclude<TakenStep, 'LAPSE'>

/** Steps whose reason stands in the register, and is read by who decides next. */
const withReason: readonly TakenStep[] = ['REFUSE', 'PROPOSE_RELEASE', 'KEEP']

export async function stepLock(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: LockStep,
  { id, decidedOn, reason }: Decision & { reason?: string | undefined },
): Promise<EmployerLockRow | LockRefusal> {
  const permission = event === 'PROPOSE_RELEASE' ? 'employer-lock:propose' : 'employer-lock:decide'
  const actor = requireMay(asker, permission)
  const note = withReason.includes(event) ? requireText('reason', reason ?? '') : null
  const refused = await take(platform, actor, { id, decidedOn, event, origin, note })
  if (refused) return refused
  return (await findEmployerLock(platform, id)) ?? Promise.reject(notFound('lock of an employer'))
}

interface Taking {
  id: string
  event: TakenStep
  origin: string
  note: string | null
  decidedOn?: Decision['decidedOn']
}

async function take(
  platform: Platform,
  actor: Actor,
  { id, event, origin, note, decidedOn }: Taking,
): Promise<LockRefusal | undefined> {
  const outcome = await takeStep(platform, employerLockCase, {
    id,
    ...(decidedOn === undefined ? {} : { decidedOn }),
    event,
    actor,
    origin,
    note: note ?? undefined,
    facts: async ({ employerId, ground }) => ({ ground, overdue: await isOverdue(platform, employerId) }),
    write: (_row, status) => changeEmployerLock(platform, id, { status, ...written(platform, event, actor, note) }),
    trace: (row) => traceOf(actionOf[event], row, note),
  })
  return outcome.kind === 'REFUSED' ? reasonOf(outcome.refusal) : undefined
}

function written({ clock }: Platform, event: TakenStep, actor: Actor, note: string | null) {
  const decided = actor.kind === 'SYSTEM' ? {} : { decidedBy: actor.accountId, decidedAt: clock.now() }
  switch (event) {
    case 'APPROVE':
      return { ...decided, lockedOn: clock.today() }
    case 'REFUSE':
      return { ...decided, endReason: note }
    case 'PROPOSE_RELEASE':
      return { endReason: note }
    case 'KEEP':
      return { endReason: null }
    case 'RELEASE':
    case 'LAPSE':
      return { releasedOn: clock.today() }
  }
}

const follower = { kind: 'SYSTEM', job: 'employer-lock' } as const satisfies OfficeJob
const atOnce = 200

/** Who owes nothing overdue any more is unlocked, whatever is proposed. Returns how many were. */
export async function releaseSettled(platform: Platform): Promise<number> {
  let released = 0
  for (const { id } of await listLapsedLocks(platform, atOnce)) {
    const refused = await take(platform, follower, { id, event: 'LAPSE', origin: follower.job, note: null })
    if (!refused) released += 1
  }
  return released
}

export const employerLockJob = (platform: Platform): RecurringJob => ({
  // Often, so that who paid may act the same hour.
  name: 'release-employer-locks',
  cron: '*/10 * * * *',
  async run() {
    const released = await releaseSettled(platform)
    if (released > 0) platform.logger.info({ released }, 'locks of employers ended')
  },
})
