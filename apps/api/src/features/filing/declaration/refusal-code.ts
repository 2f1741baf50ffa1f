import type { StepRefusal } from '@shebao/case'

/** What stands against a step of any declaration, besides its guards. */
export const filingRefusals = ['VERSION_CHANGED', 'ILLEGAL_TRANSITION', 'ROLE_NOT_ALLOWED', 'SAME_PERSON'] as const
export type FilingRefusal = (typeof filingRefusals)[number]

/** The refusal in the words of the contract. */
export function codeOf<GuardCode>(refusal: StepRefusal<string, GuardCode>): GuardCode | FilingRefusal {
  switch (refusal.code) {
    case 'STALE':
      return 'VERSION_CHANGED'
    case 'NOT_IN_STATE':
      return 'ILLEGAL_TRANSITION'
    case 'NOT_PERMITTED':
      return 'ROLE_NOT_ALLOWED'
    case 'SAME_PERSON':
      return 'SAME_PERSON'
    case 'GUARD':
      return refusal.problems[0]
  }
}
