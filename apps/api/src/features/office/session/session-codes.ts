/** What may stand in accounts and sessions; the database holds nothing else. */
export const accountKinds = ['EMPLOYER', 'INSURED', 'STAFF'] as const
export const sessionStages = ['FULL', 'MUST_CHANGE_PASSWORD'] as const
export const staffRoles = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'] as const
export const verificationKinds = ['IMAGE', 'PROOF_OF_WORK'] as const
