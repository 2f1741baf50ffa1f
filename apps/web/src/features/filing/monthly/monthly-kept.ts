import type { KeptWhat } from '../../../shared/drafts/shelf.ts'

/** Where a submission of a month goes on that has no answer yet. */
export const monthlyKept = ({ id, period }: { id: string; period: string }): KeptWhat => ({
  kind: 'MONTHLY',
  of: period,
  path: `/employer/monthly/${id}/check`,
})
