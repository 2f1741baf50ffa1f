import type { KeptWhat } from '../../../shared/drafts/shelf.ts'

/** Where a submission of the inspection goes on that has no answer yet. */
export const inspectionKept = (year: number): KeptWhat => ({
  kind: 'INSPECTION',
  of: String(year),
  path: '/employer/inspection/review',
})
