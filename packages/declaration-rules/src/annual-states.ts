/** How far an annual inspection has come (domain 4.1): what of it lies before READY follows from what is in the draft. */
export const ANNUAL_STATES = [
  'NOT_STARTED',
  'UNIT_DONE',
  'PERSONNEL_OPEN',
  'ROSTER_DOWNLOADED',
  'COMPARED',
  'READY',
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'APPROVED',
  'PRINTED',
  'PAPER_FILED',
  'CLOSED',
] as const
export type AnnualState = (typeof ANNUAL_STATES)[number]
