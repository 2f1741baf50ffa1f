import type {
  ComparisonPageQuery,
  DifferencesQuery,
  ResolveDifferencesMutationVariables,
} from './comparison.generated.ts'

/** The declaration whose list is compared. */
export type Inspection = NonNullable<ComparisonPageQuery['inspection']>

export type DifferenceNode = DifferencesQuery['declaration']['differences']['edges'][number]['node']

/** How differences are to be settled. */
export type Choice = Omit<ResolveDifferencesMutationVariables, 'declarationId'>
