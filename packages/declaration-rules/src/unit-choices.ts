// The closed lists of the unit form (domain 4.2). They stand apart from its schema so that a page which only shows them does not carry zod.

export const UNIT_SECTIONS = [
  'basics',
  'people',
  'bank',
  'headcount',
  'insured',
  'wages',
  'payments',
  'branches',
  'selfCheck',
  'truth',
] as const
export type UnitSection = (typeof UNIT_SECTIONS)[number]

/** Kinds of unit, as the category digits of the credit code tell them apart (domain 1.4). */
export const UNIT_TYPES = [
  'ENTERPRISE',
  'INSTITUTION',
  'ORGAN',
  'SOCIAL_GROUP',
  'PRIVATE_NON_ENTERPRISE',
  'INDIVIDUAL_BUSINESS',
  'COOPERATIVE',
  'OTHER',
] as const
/** Sections A to T of the national classification of economic activities, GB/T 4754-2017. */
export const INDUSTRIES = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
  'T',
] as const
export const PAYMENT_STATUSES = ['PAID', 'DEFERRED', 'ARREARS'] as const
export const BENEFIT_STATUSES = ['PAID', 'WITHHELD'] as const
