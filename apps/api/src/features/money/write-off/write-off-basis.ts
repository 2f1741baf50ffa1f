import { addDays, civilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { countInsured } from '../assessment/index.ts'
import { findRunningCase } from '../enforcement/index.ts'
import type { WriteOffGround } from './write-off-codes.ts'

/**
 * The least days behind the due date before the steps of SIL 63 can all have been taken: the order served within five working days
 * and its five to pay (M20 16), and the second demand ten working days before a court is asked (ACL 54): twenty working days, four
 * weeks, and the rest days of them [PD].
 */
export const leastOverdueDays = 30

export type BasisProblem =
  | { code: 'CASE_RUNNING'; caseNumber: string }
  | { code: 'UNIT_RUNNING'; insured: number }
  | { code: 'TOO_EARLY'; earliestOn: CivilDate }

/** What the register and the calendar say against the ground. A decision that was revoked needs no procedure before. */
export function basisProblem(
  ground: WriteOffGround,
  { dueOn, today, insured }: { dueOn: string; today: string; insured: number },
): BasisProblem | undefined {
  if (ground === 'DECISION_REVOKED') return undefined
  // Whoever insures people has not ended: a cancellation or a court's termination comes after the last of them (R765 10).
  if (ground === 'DEBTOR_ENDED' && insured > 0) return { code: 'UNIT_RUNNING', insured }
  const earliestOn = addDays(civilDate(dueOn), leastOverdueDays)
  return today < earliestOn ? { code: 'TOO_EARLY', earliestOn } : undefined
}

/** The same, with how many people the unit insures in the current month, and whether SIL 63 is still on its way. */
export async function readBasisProblem(
  platform: Platform,
  {
    ground,
    noticeId,
    employerId,
    dueOn,
  }: { ground: WriteOffGround; noticeId: string; employerId: string; dueOn: string },
): Promise<BasisProblem | undefined> {
  // What is being enforced is given up once its case has ended (ACL 40), whatever the ground.
  const caseNumber = await findRunningCase(platform, noticeId)
  if (caseNumber !== undefined) return { code: 'CASE_RUNNING', caseNumber }
  const today = platform.clock.today()
  const insured = await countInsured(platform, { employerId, period: today.slice(0, 7) })
  return basisProblem(ground, { dueOn, today, insured })
}
