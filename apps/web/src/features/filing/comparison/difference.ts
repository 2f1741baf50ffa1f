import type { ResolveDifferencesMutationVariables } from './comparison.generated.ts'

/** How differences are to be settled. */
export type Choice = Omit<ResolveDifferencesMutationVariables, 'declarationId'>
