/** Why a step is not taken. Each lifecycle says it in the words of its own contract. */
export type StepRefusal<State extends string, Problem> =
  /** Something happened to the case since the screen was drawn. */
  | { readonly code: 'STALE'; readonly state: State; readonly revision: number }
  /** The table has no such event from this state. */
  | { readonly code: 'NOT_IN_STATE'; readonly state: State }
  /** The permission of the step is not held, or not for this case. */
  | { readonly code: 'NOT_PERMITTED' }
  /** Took an earlier step that must be somebody else's. */
  | { readonly code: 'SAME_PERSON' }
  /** What the first guard that does not hold has to say. */
  | { readonly code: 'GUARD'; readonly problems: readonly [Problem, ...Problem[]] }
