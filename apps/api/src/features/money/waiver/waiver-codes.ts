/** LATE_FEE: days of named bills bear none. FILING_DEADLINE: a month may be declared until a later day. */
export const waiverKinds = ['LATE_FEE', 'FILING_DEADLINE'] as const
export type WaiverKind = (typeof waiverKinds)[number]

/**
 * Why an exception may be made. FORCE_MAJEURE: nobody could have paid or declared (Civil Code 180). AGENCY_ERROR: the office’s own fault,
 * for which no late fee is charged (Tax Collection Law 52, as the tax authority collects). POLICY: a published measure, such as a
 * deferral in stages, whose document is named.
 */
export const waiverGrounds = ['FORCE_MAJEURE', 'AGENCY_ERROR', 'POLICY'] as const
export type WaiverGround = (typeof waiverGrounds)[number]

/** Longest stretch of one decision: what lasts longer is looked at again [PD]. */
export const longestWaiverDays = 366
/** Bills of one decision [PD]. */
export const mostNotices = 60
