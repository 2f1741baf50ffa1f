/** How a month that was not declared is deemed (SIL 62): by the last declared month, or by what the office sets where there is none. */
export const deemedWays = ['LAST_MONTH', 'OFFICE_AMOUNT'] as const

export const deemedStates = ['PROPOSED', 'ISSUED', 'REFUSED'] as const

/** OPEN: no bill of the month yet. DEEMED: billed by 110 % or by the office's amount, and still not declared. */
export const undeclaredStates = ['OPEN', 'DEEMED'] as const
export type UndeclaredState = (typeof undeclaredStates)[number]

export const deemedRefusals = [
  'NOT_MONTHLY',
  'NOT_YET_OVERDUE',
  'EXTENDED',
  'ALREADY_FILED',
  'NO_PEOPLE',
  'ALREADY_BILLED',
  'ALREADY_PROPOSED',
  'NO_LAST_MONTH',
  'HAS_LAST_MONTH',
  'AMOUNT_CHANGED',
  'NOT_IN_STATE',
  'SAME_PERSON',
] as const
export type DeemedRefusal = (typeof deemedRefusals)[number]
