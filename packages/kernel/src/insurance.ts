/** The insurances by name; the numbers are the bureau's codes (险种, AAE140). */
export const INSURANCE_CODES = {
  PENSION: 110,
  UNEMPLOYMENT: 210,
  MEDICAL: 310,
  LARGE_MEDICAL: 330,
  WORK_INJURY: 410,
  MATERNITY: 510,
} as const
export type Insurance = keyof typeof INSURANCE_CODES

/** All insurances in code order, which is also the order of premium lines and of allocation. */
export const INSURANCES = [
  'PENSION',
  'UNEMPLOYMENT',
  'MEDICAL',
  'LARGE_MEDICAL',
  'WORK_INJURY',
  'MATERNITY',
] as const satisfies readonly Insurance[]

/** The five insurances of the law (五险). */
export const FIVE_INSURANCES = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const
export type FiveInsurance = (typeof FIVE_INSURANCES)[number]

export const SIDES = ['EMPLOYER', 'PERSONAL'] as const
export type Side = (typeof SIDES)[number]

/** Work-injury classes 1 (software, finance) to 8 (coal mining). */
export const INJURY_CLASSES = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type InjuryClass = (typeof INJURY_CLASSES)[number]

export function parseInjuryClass(text: string): InjuryClass | undefined {
  return INJURY_CLASSES.find((injuryClass) => String(injuryClass) === text.trim())
}

/** Who is insured against what: a missing entry means the person takes part. */
export type Participation = Partial<Record<Insurance, boolean>>
