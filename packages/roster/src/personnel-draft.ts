import { PERSON_ID_TYPES } from '@shebao/identifiers'
import type { PersonIdType, Sex } from '@shebao/identifiers'
import type { Fen } from '@shebao/kernel'

/** The five insurances every employee is declared for (domain.md 2.1), in the order offices print them. */
export const insurances = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const
export type Insurance = (typeof insurances)[number]

export const idTypes = PERSON_ID_TYPES
export type IdType = PersonIdType

export const sexes = ['MALE', 'FEMALE'] as const satisfies readonly Sex[]
export type { Sex }

/** 户口性质: who comes from Hong Kong, Macau, Taiwan or abroad has no household registration. */
export const householdTypes = [
  'LOCAL_URBAN',
  'LOCAL_RURAL',
  'NONLOCAL_URBAN',
  'NONLOCAL_RURAL',
  'HMT_RESIDENT',
  'FOREIGN_NATIONAL',
] as const
export type HouseholdType = (typeof householdTypes)[number]

export const employmentForms = ['REGULAR', 'CONTRACT', 'TEMPORARY', 'SEASONAL'] as const
export type EmploymentForm = (typeof employmentForms)[number]

export const retirementCategories = ['MALE', 'FEMALE_55', 'FEMALE_50'] as const
export type RetirementCategory = (typeof retirementCategories)[number]

/** What one row of a personnel list may say. An absent field is unknown, which is not the same as "no" or 0. */
export interface PersonnelFields {
  name?: string
  idType?: IdType
  idNumber?: string
  sex?: Sex
  /** Civil date, YYYY-MM-DD. */
  birthDate?: string
  householdType?: HouseholdType
  employmentForm?: EmploymentForm
  hireDate?: string
  leaveDate?: string
  monthsWorkedLastYear?: number
  wagesLastYear?: Fen
  statedMonthlyAverage?: Fen
  firstMonthWage?: Fen
  participation?: Partial<Record<Insurance, boolean>>
  exemptionReasons?: Partial<Record<Insurance, string>>
  retirementCategory?: RetirementCategory
  mobile?: string
  lowWageReason?: string
  retirementReason?: string
  signed?: boolean
}

export type PersonnelField = keyof PersonnelFields

/** `raw` keeps the text of a value that could not be read, so that nothing typed is lost and the rules can say FORMAT. */
export interface PersonnelDraft extends PersonnelFields {
  raw?: Partial<Record<PersonnelField, string>>
}
