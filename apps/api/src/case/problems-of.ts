import type { StepRefusal } from '@shebao/case'
import { forbidden } from '../access/refusal.ts'

/** What a lifecycle's own contract lists as problems, besides those of its guards. */
export type StepProblem<State extends string> =
  | { readonly code: 'SAME_PERSON' }
  | { readonly code: 'NOT_IN_STATE'; readonly reference: State }

/**
 * A refusal as problems, for contracts that list whatever stands against a step. A stale screen is told in which state the case
 * is. Throws FORBIDDEN where the permission is missing.
 */
export function problemsOf<State extends string, Problem>(
  refusal: StepRefusal<State, Problem>,
): readonly (Problem | StepProblem<State>)[] {
  switch (refusal.code) {
    case 'GUARD':
      return refusal.problems
    case 'SAME_PERSON':
      return [{ code: 'SAME_PERSON' }]
    case 'NOT_PERMITTED':
      throw forbidden()
    case 'STALE':
    case 'NOT_IN_STATE':
      return [{ code: 'NOT_IN_STATE', reference: refusal.state }]
  }
}
