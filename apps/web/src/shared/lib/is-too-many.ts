import { CombinedGraphQLErrors } from '@apollo/client/errors'

/** Whoever asked tried too often, and has to wait. */
export const isTooMany = (error: unknown): boolean =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'TOO_MANY_REQUESTS')
