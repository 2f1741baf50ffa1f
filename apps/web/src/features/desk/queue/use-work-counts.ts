import { useCallback } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useAfterDeeds } from '../../../shared/lib/deeds.ts'
import { WorkCountsDocument } from './work-counts.generated.ts'

const everyMs = 60_000

/**
 * How many cases wait for the viewer at each desk, for the rail: asked again after everything that is done here, and for what others do
 * every minute while the page is looked at. Whoever has no queue asks nothing.
 */
export function useWorkCounts(none = false): Readonly<Record<string, number>> {
  const { data, refetch } = useQuery(WorkCountsDocument, {
    skip: none,
    fetchPolicy: 'cache-and-network',
    pollInterval: everyMs,
    skipPollAttempt: () => document.hidden,
  })
  // Should it fail, the next minute asks again.
  useAfterDeeds(
    useCallback(() => {
      if (!none) void refetch().catch(() => undefined)
    }, [none, refetch]),
  )
  return Object.fromEntries((data?.workCounts ?? []).map(({ lifecycle, mine }) => [lifecycle, mine]))
}
