import type { WorkQuery } from './work.generated.ts'

/** One case that waits, as the list shows it. */
export type WorkRow = WorkQuery['work']['edges'][number]['node']
