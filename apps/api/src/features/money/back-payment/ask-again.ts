import { evidenceKinds } from './back-payment-codes.ts'
import { civilDateAt, fen, period as toPeriod, oneOf } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { findByIds } from './back-payment-facts.repository.ts'
import { listMonths } from './back-payment.repository.ts'
import type { BackPaymentRow } from './back-payment.repository.ts'
import { planMonths } from './plan-months.ts'
import type { AskedMonth, PlannedMonths } from './plan-months.ts'

/** A request as it would be planned today: months may have been billed and limits published since it was made. */
export async function askAgain(
  platform: Platform,
  request: BackPaymentRow,
  on = platform.clock.today(),
): Promise<{ months: AskedMonth[]; planned: PlannedMonths }> {
  const months = await monthsOf(platform, request)
  return { months, planned: await planMonths(platform, groundsOf(request), months, on) }
}

/** Why an open request cost what it cost on the day it was made; null for one that has ended or cannot be billed any more. */
export async function deriveBackPayment(platform: Platform, request: BackPaymentRow): Promise<Explanation | null> {
  if (request.status !== 'APPLIED' && request.status !== 'CHECKED') return null
  const { planned } = await askAgain(platform, request, civilDateAt(request.appliedAt))
  return planned.derivation() ?? null
}

const groundsOf = ({ id, employerId, region, reason, evidence, documentNo }: BackPaymentRow) => ({
  backPaymentId: id,
  employerId,
  region,
  reason,
  evidence: evidence.map((kind) => oneOf(evidenceKinds, kind, 'evidence')),
  documentNo,
})

async function monthsOf(platform: Platform, { id, employerId }: BackPaymentRow): Promise<AskedMonth[]> {
  const rows = await listMonths(platform, id)
  const people = await findByIds(
    platform,
    employerId,
    rows.map(({ individualId }) => individualId),
  )
  return rows.map(({ individualId, period, wage }, index) => {
    const person = people.get(individualId)
    if (!person) throw new Error(`person ${individualId} is no longer the employer's`)
    return { line: index + 1, person, period: toPeriod(period), wage: fen(Number(wage)) }
  })
}
