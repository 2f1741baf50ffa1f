import type { workFilter, WorkView } from '../../../shared/case/work-trail.ts'
import type { WorkCountsQuery } from './work-counts.generated.ts'

type Count = WorkCountsQuery['workCounts'][number]

/** What of a count belongs to a view. */
export const counted: Readonly<Record<WorkView, (count: Count) => number>> = {
  mine: ({ mine }) => mine,
  barred: ({ barred }) => barred,
  others: ({ others }) => others,
  all: ({ mine, barred, others }) => mine + barred + others,
}

/** How many the whole list holds; nothing for a list by owner, which the counts do not tell apart by view. */
export function workTotal(
  counts: readonly Count[] | undefined,
  { view, desk, owner }: Pick<ReturnType<typeof workFilter>, 'view' | 'desk' | 'owner'>,
): number | undefined {
  if (!counts || owner !== 'ANYBODY') return undefined
  return counts
    .filter(({ lifecycle }) => desk === null || lifecycle === desk)
    .reduce((total, count) => total + counted[view](count), 0)
}
