import type { StepRefusal } from '@shebao/case'
import { forbidden } from '../access/refusal.ts'
import type { StepProblem } from './problems-of.ts'

/**
 * A refusal as one reason, for contracts that name the first thing that stands against a step. A stale screen is told that the case
 * is no longer in a state for it. Throws FORBIDDEN where the permission is missing.
 */
export function reasonOf<Reason>(refusal: StepRefusal<string, Reason>): Reason | StepProblem<string>['code'] {
  switch (refusal.code) {
    case 'GUARD':
      return refusal.problems[0]
    case 'SAME_PERSON':
      return 'SAME_PERSON'
    case 'NOT_PERMITTED':
      throw forbidden()
    case 'STALE':
    case 'NOT_IN_STATE':
      return 'NOT_IN_STATE'
  }
}
