export const importRefusals = ['NOT_IN_STATE', 'SAME_PERSON', 'HAS_ERRORS', 'STANDS_ON_IT', 'NOTHING_IN_IT'] as const
export type ImportRefusal = (typeof importRefusals)[number]

/** What may have come to stand on rows that were brought in. */
export const standingKinds = [
  'ENROLMENTS',
  'DECLARATIONS',
  'NOTICES',
  'MONTHS',
  'ACCOUNTS',
  'CARDS',
  'PAYMENTS',
  'LATER_CHANGES',
  'REFUNDS',
] as const
export type StandingKind = (typeof standingKinds)[number]

/** So many things of a kind stand on the rows of an import. */
export interface Standing {
  readonly kind: StandingKind
  readonly count: number
}
