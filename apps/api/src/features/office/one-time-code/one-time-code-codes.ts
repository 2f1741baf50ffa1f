/** Links, which nothing stands beside. */
export const linkPurposes = [
  'STAFF_ACTIVATION',
  'STAFF_PASSWORD_RESET',
  'CLERK_ACTIVATION',
  'CLERK_PASSWORD_RESET',
  'CLERK_INVITATION',
  'OPERATOR_ACTIVATION',
  'OPERATOR_PASSWORD_RESET',
] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/** What a one-time code opens; the database holds nothing else. The first is typed beside an identity number. */
export const oneTimePurposes = ['INSURED_FIRST_PASSWORD', ...linkPurposes] as const
export type OneTimePurpose = (typeof oneTimePurposes)[number]
