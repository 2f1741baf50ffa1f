import { useQuery } from '@apollo/client/react'
import { WorkCountsDocument } from './work.generated.ts'

const everyMs = 60_000

/** How many cases wait for the viewer at each desk, for the rail; asked again every minute while the page is looked at. */
export function useWorkCounts(): Readonly<Record<string, number>> {
  const { data } = useQuery(WorkCountsDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: everyMs,
    skipPollAttempt: () => document.hidden,
  })
  return Object.fromEntries((data?.workCounts ?? []).map(({ lifecycle, mine }) => [lifecycle, mine]))
}
