import { fen } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { receiveReported } from '../reconciliation/index.ts'
import type { EnforcementRow } from './enforcement.repository.ts'
import type { EnforcedDebt } from './read-due.ts'
import type { Standing } from './standing.ts'
import type { StepInput } from './step-input.ts'

/** Money that a bank, a guarantee or a court brought settles the bills of the case, and no other of the unit's. */
export async function receiveEnforced(
  platform: Platform,
  { employerId }: EnforcementRow,
  { input, debts }: { readonly input: StepInput; readonly debts: readonly EnforcedDebt[] },
  standing: Standing,
): Promise<boolean> {
  const money = moneyOf(input, standing)
  if (!money || money.amount === 0) return false
  const receipt = await receiveReported(platform, {
    employerId,
    amount: fen(money.amount),
    valueDate: money.valueDate,
    key: `enforcement:${money.reference}`,
    bankReference: money.reference,
    noticeIds: debts.filter(({ principal, lateFee }) => principal + lateFee > 0).map(({ noticeId }) => noticeId),
  })
  if (!receipt) throw badInput('reference', 'This reference belongs to money that is here already.')
  return true
}

function moneyOf(input: StepInput, { distribution }: Standing) {
  switch (input.event) {
    case 'ALLOCATE':
    case 'ALLOCATE_PART':
    case 'REALISE_GUARANTEE':
      return input
    case 'OFFSET_DEBT':
      return { ...input, amount: distribution?.offset ?? 0 }
    default:
      return undefined
  }
}
