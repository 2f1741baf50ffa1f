import type { CompleteDeclaration } from '@shebao/declaration-rules'
import { period } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { assessEmployer } from './assess-employer.ts'
import type { AssessedMonth } from './assess-employer.ts'
import { findDeclaringEmployer } from './billing.repository.ts'
import { listDeemedMonths } from './deemed.repository.ts'

export type AssessedDeclaration = AssessedMonth

/** What was accepted: only something complete can be, and it has been carried into the register that is assessed. */
export interface AcceptedDeclaration {
  declarationId: string
  complete: CompleteDeclaration
}

/**
 * The month of an accepted monthly declaration, where every month is declared by itself: its bill, or the settling of what it was
 * deemed to owe. Within the transaction that accepts.
 */
export function assessDeclaredMonth(
  platform: Platform,
  month: { employerId: string; declarationId: string; period: Period },
): Promise<AssessedMonth | undefined> {
  return assessEmployer(platform, month)
}

/**
 * Called inside the transaction that accepts a declaration, after the roster has been brought up to date: assesses the
 * current month of its employer and issues the payment notice. Undefined when nobody is enrolled this month. A month
 * that has its notice already is left alone; months that were deemed because nobody declared them are settled (3.3).
 */
export async function assessDeclaration(
  platform: Platform,
  { declarationId }: AcceptedDeclaration,
): Promise<AssessedDeclaration | undefined> {
  const employerId = await findDeclaringEmployer(platform, declarationId)
  if (!employerId) throw notFound('declaration')
  const current = period(platform.clock.today().slice(0, 7))
  for (const month of await listDeemedMonths(platform, employerId, current))
    await assessEmployer(platform, { employerId, declarationId, period: month })
  return assessEmployer(platform, { employerId, declarationId, period: current })
}
