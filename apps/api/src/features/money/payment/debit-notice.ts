import { addDays } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { OfficeJob, Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { holdActiveAgreement } from '../agreement/index.ts'
import { debitKey, debitsPerNotice, listNoticesToDebit } from './debit.repository.ts'
import type { NoticeToDebit } from './debit.repository.ts'
import { openAttempt } from './open-attempt.ts'
import type { AttemptRequest, PaymentRefusal } from './open-attempt.ts'
import { sendDebit } from './send-debit.ts'
import { keyPattern } from './start-payment.ts'

export type DebitOutcome = { kind: 'SENT' } | { kind: 'REFUSED'; reason: PaymentRefusal }

/** Debits a notice now, before its due day or after the job gave up: the employer's own wish. */
export async function debitNotice(
  platform: Platform,
  viewer: Viewer,
  input: { noticeId: string; idempotencyKey: string; origin: string },
): Promise<DebitOutcome> {
  if (!keyPattern.test(input.idempotencyKey))
    throw badInput('idempotencyKey', '8 to 100 letters, digits, _ or - are needed.')
  return debit(platform, {
    noticeId: input.noticeId,
    key: input.idempotencyKey,
    actor: { actorKind: 'EMPLOYER', actorId: viewer.accountId, origin: input.origin },
    permit: async (notice) => {
      requireMay(viewer, 'notice:pay', notice, 'payment notice')
      return requireAgreement(platform, notice.employerId)
    },
  })
}

export interface DebitRun {
  sent: number
  /** Notices whose turn could not be taken: another payment is under way, the bank does not answer, or it failed. */
  left: number
}

const batch = 200
const debitor = { kind: 'SYSTEM', job: 'debit-due-notices' } as const satisfies OfficeJob

/**
 * For the job, as often as one likes and by several servers at once: debits every notice that has fallen due, of employers
 * with an agreement in force. A debit that failed is tried again on another day, at that day's amount, three times in all [PD].
 */
export async function debitDueNotices(platform: Platform): Promise<DebitRun> {
  const run = { sent: 0, left: 0 }
  const today = platform.clock.today()
  for (let after: string | undefined; ;) {
    const due = await listNoticesToDebit(platform, { today, after, limit: batch })
    for (const notice of due) {
      if (await debitDueNotice(platform, notice)) run.sent += 1
      else run.left += 1
    }
    after = due.at(-1)?.id
    if (due.length < batch) return run
  }
}

async function debitDueNotice(platform: Platform, { id, debits }: NoticeToDebit): Promise<boolean> {
  try {
    const outcome = await debit(platform, {
      noticeId: id,
      // The number of the try: two servers that take the same turn open the same attempt.
      key: debitKey(id, debits + 1),
      actor: { actorKind: debitor.kind, origin: debitor.job },
      permit: async (notice) => {
        requireMay(debitor, 'notice:pay', notice, 'payment notice')
        return requireAgreement(platform, notice.employerId)
      },
    })
    return outcome.kind === 'SENT'
  } catch (error) {
    // One notice that cannot be debited keeps no other from it.
    platform.logger.error({ noticeId: id, error: error instanceof Error ? error.name : 'unknown' }, 'a debit failed')
    return false
  }
}

async function debit(platform: Platform, request: Omit<AttemptRequest, 'channel'>): Promise<DebitOutcome> {
  const attempt = await openAttempt(platform, { ...request, channel: 'AGREEMENT_DEBIT' })
  if (attempt.kind === 'REFUSED') return attempt
  // One that was open before has just been asked about, and sent again where it had not arrived.
  if (attempt.kind === 'NEW') await sendDebit(platform, attempt.payment)
  return { kind: 'SENT' }
}

async function requireAgreement(platform: Platform, employerId: string): Promise<PaymentRefusal | undefined> {
  return (await holdActiveAgreement(platform, employerId)) ? undefined : 'NO_AGREEMENT'
}

/** The day on which the job will debit the notice, or undefined when it will not. */
export async function nextDebitOn(
  platform: Platform,
  notice: { id: string; employerId: string; dueOn: string; postedOn: string | null; status: string },
  tries: { count: number; lastOn: string | null },
): Promise<string | undefined> {
  if (notice.postedOn !== null || notice.status === 'WRITTEN_OFF' || notice.status === 'SENT_TO_BANK') return undefined
  if (tries.count >= debitsPerNotice || !(await holdActiveAgreement(platform, notice.employerId))) return undefined
  const today = platform.clock.today()
  const earliest = tries.lastOn === today ? addDays(today, 1) : today
  return notice.dueOn > earliest ? notice.dueOn : earliest
}
