/** What a one-time code opens; the database holds nothing else. */
export const oneTimePurposes = [
  'INSURED_FIRST_PASSWORD',
  'STAFF_ACTIVATION',
  'STAFF_PASSWORD_RESET',
  'CLERK_ACTIVATION',
  'CLERK_PASSWORD_RESET',
] as const
export type OneTimePurpose = (typeof oneTimePurposes)[number]

/** The one that is typed beside an identity number; all others are links, which nothing stands beside. */
export type LinkPurpose = Exclude<OneTimePurpose, 'INSURED_FIRST_PASSWORD'>
