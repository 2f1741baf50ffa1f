import type { DemoUnit } from '@shebao/prisma/seed'
import type { Viewer } from '../access/viewer.ts'
import { applyBankReport, openAttempt } from '../features/money/payment/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

/** Its payment came one yuan short and waits in suspense. */
const shortPayer = '1101090019'
const short = 100

/** Money that does not fit what was asked; overdue months need nobody to do anything. */
export async function playMoney(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const unit = units.find(({ registrationNo }) => registrationNo === shortPayer)
  if (!unit) return
  const clerk = await findDemoViewer(platform, { employerId: unit.id })
  const [notice] = await platform.database.query<{ id: string }>(
    { text: 'SELECT id FROM payment_notice WHERE employer_id = $1 AND posted_on IS NULL ORDER BY period LIMIT 1' },
    [unit.id],
  )
  if (notice) await payNotice(platform, clerk, notice.id, short)
}

/** Pays a notice today as the bank would report it, by so many fen too little. */
export async function payNotice(platform: Platform, clerk: Viewer, noticeId: string, missing = 0): Promise<void> {
  const key = `demo-${noticeId}`
  const attempt = await openAttempt(platform, {
    noticeId,
    key,
    channel: 'E_BANK',
    actor: { actorKind: 'EMPLOYER', actorId: clerk.accountId, origin: 'demo' },
    permit: () => Promise.resolve(undefined),
  })
  if (attempt.kind === 'REFUSED') throw new Error(`A demo bill was not paid (${attempt.reason}).`)
  const outcome = await applyBankReport(platform, {
    eventId: `${key}-1`,
    key,
    sequence: 1,
    type: 'PAID',
    amount: Number(attempt.payment.amount) - missing,
    reference: `SB${attempt.notice.number}`,
    failure: null,
    occurredAt: platform.clock.now().toISOString(),
  })
  if (outcome !== (missing > 0 ? 'AMOUNT_DIFF' : 'POSTED')) throw new Error(`A demo payment came out as ${outcome}.`)
}
