import type { Outcome } from './compare-day.ts'

export const resolutions = [
  'MATCHED',
  'ASSIGN',
  'RETURN_TO_PAYER',
  'BOOKED_OTHER_DAY',
  'REVERSE',
  'TO_CREDIT',
  'TO_SUSPENSE',
  'BANK_ERROR',
] as const
export type Resolution = (typeof resolutions)[number]

export interface ResolvableItem {
  outcome: Outcome
  systemAmount: number | null
  bankAmount: number | null
  treasuryAmount: number | null
  paymentId: string | null
  employerId: string | null
  /** Whether the payment's money waits in suspense, because it was not what was asked or came again. */
  setAside: boolean
}

/** What a person may decide about an item; in the order in which it is usually right. */
export function resolutionsFor(item: ResolvableItem): Resolution[] {
  switch (item.outcome) {
    case 'MATCHED':
      return []
    case 'BANK_ONLY':
      if (item.bankAmount === null) return ['BOOKED_OTHER_DAY', 'BANK_ERROR']
      return item.bankAmount > 0 ? ['ASSIGN', 'RETURN_TO_PAYER'] : ['BANK_ERROR']
    case 'SYSTEM_ONLY':
      return item.paymentId !== null && !item.setAside
        ? ['BOOKED_OTHER_DAY', 'REVERSE']
        : ['BOOKED_OTHER_DAY', 'BANK_ERROR']
    case 'AMOUNT_DIFF':
      return resolutionsForDifference(item)
    case 'DUPLICATE':
      if (item.setAside) return ['TO_CREDIT', 'RETURN_TO_PAYER']
      if (item.bankAmount === null || item.bankAmount < 0) return ['BANK_ERROR']
      return item.employerId === null
        ? ['ASSIGN', 'RETURN_TO_PAYER', 'BANK_ERROR']
        : ['TO_CREDIT', 'RETURN_TO_PAYER', 'BANK_ERROR']
  }
}

function resolutionsForDifference({
  setAside,
  systemAmount,
  bankAmount,
  treasuryAmount,
  paymentId,
}: ResolvableItem): Resolution[] {
  if (bankAmount === null) return ['BANK_ERROR']
  if (setAside) return ['TO_CREDIT', 'RETURN_TO_PAYER']
  if (systemAmount !== null && systemAmount !== bankAmount)
    return bankAmount > systemAmount && paymentId !== null
      ? ['TO_CREDIT', 'TO_SUSPENSE', 'BANK_ERROR']
      : ['TO_SUSPENSE', 'BANK_ERROR']
  return treasuryAmount === null ? ['BOOKED_OTHER_DAY', 'BANK_ERROR'] : ['BANK_ERROR']
}
