/** What other features use of `filing/comparison`: keeping the own values of a whole kind, and taking that back. */
export { KEPT_KINDS, keepOwnValues, keptBy, reopenKept } from './keep-own-values.ts'
export type { KeepOutcome, KeepRefusal, Kept, KeptKind } from './keep-own-values.ts'
export { useKeepRefusalText } from './keep-refusal-text.ts'
