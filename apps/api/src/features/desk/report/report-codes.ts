/**
 * What is reported of an employer. UNDERPAID: what was declared was not paid, or not in full. UNREGISTERED: it did not register the
 * person. WRONG_BASE: it declared less than the person earned.
 */
export const reportKinds = ['UNDERPAID', 'UNREGISTERED', 'WRONG_BASE'] as const
export type ReportKind = (typeof reportKinds)[number]

/** TOO_MANY: several in one day. ALREADY_OPEN: the same of the same unit is being looked into. */
export const handInRefusals = ['TOO_MANY', 'ALREADY_OPEN'] as const
export type HandInRefusal = (typeof handInRefusals)[number]

/** FINDING_MISSING: nothing was noted as found. NAMES_REPORTER: the words name whoever reported. ENDED: somebody decided before. */
export const reportRefusals = ['FINDING_MISSING', 'NAMES_REPORTER', 'SAME_PERSON', 'ENDED'] as const
export type ReportRefusal = (typeof reportRefusals)[number]
