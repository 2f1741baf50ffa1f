import { OfficeErrors } from '../data/answer.ts'

/** Whoever asked tried too often, and has to wait. */
export const isTooMany = (error: unknown): boolean =>
  OfficeErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'TOO_MANY_REQUESTS')
