import { OfficeErrors } from '../../../shared/data/answer.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { MonthlyWindowDocument, type MonthlyRulesFragment } from './monthly.generated.ts'

/** Which month is declared, and by which rules. Who may only look is told of nothing that is not theirs. */
export function useMonthlyWindow(): { window: MonthlyRulesFragment | undefined; readOnly: boolean } {
  const { data, error } = useQuery(MonthlyWindowDocument, { fetchPolicy: 'cache-and-network' })
  const readOnly = isForbidden(error)
  if (error && !data && !readOnly) throw error
  return { window: data?.monthlyWindow, readOnly }
}

/** The account has not the right to it, whatever it is about. */
export const isForbidden = (error: unknown): boolean =>
  OfficeErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN')
