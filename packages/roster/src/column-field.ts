import { insurances } from './personnel-draft.ts'
import type { Insurance, PersonnelField } from './personnel-draft.ts'

type PlainField = Exclude<PersonnelField, 'participation' | 'exemptionReasons'>

/**
 * What a column may hold. `participation` alone is a column that names the insurances in words, `exemptionReasons`
 * alone one reason for every insurance a person is not in. `sequence`, `rowReference` and `problems` are not data
 * about a person: the office's running number, and the two columns of our file of failing rows.
 */
export type ColumnField =
  | PlainField
  | 'participation'
  | 'exemptionReasons'
  | `participation.${Insurance}`
  | `exemptionReasons.${Insurance}`
  | 'sequence'
  | 'rowReference'
  | 'problems'

export const plainFields = [
  'name',
  'idType',
  'idNumber',
  'sex',
  'birthDate',
  'householdType',
  'employmentForm',
  'hireDate',
  'leaveDate',
  'monthsWorkedLastYear',
  'wagesLastYear',
  'statedMonthlyAverage',
  'firstMonthWage',
  'retirementCategory',
  'mobile',
  'lowWageReason',
  'retirementReason',
  'signed',
] as const satisfies readonly PlainField[]

export const columnFields: readonly ColumnField[] = [
  ...plainFields,
  'participation',
  ...insurances.map((insurance) => `participation.${insurance}` as const),
  'exemptionReasons',
  ...insurances.map((insurance) => `exemptionReasons.${insurance}` as const),
  'sequence',
  'rowReference',
  'problems',
]

export const amountFields = ['wagesLastYear', 'statedMonthlyAverage', 'firstMonthWage'] as const
export type AmountField = (typeof amountFields)[number]

export function isAmountField(field: ColumnField): field is AmountField {
  return (amountFields as readonly ColumnField[]).includes(field)
}

export function isDateField(field: ColumnField): field is 'hireDate' | 'leaveDate' | 'birthDate' {
  return field === 'hireDate' || field === 'leaveDate' || field === 'birthDate'
}

export type InsuranceField = Extract<ColumnField, `${string}.${Insurance}`>

export function isInsuranceField(field: ColumnField): field is InsuranceField {
  return field.includes('.')
}

/** `participation.PENSION` → PENSION. */
export function insuranceOf(field: InsuranceField): Insurance {
  const code = field.slice(field.indexOf('.') + 1)
  return insurances.find((insurance) => insurance === code) ?? 'PENSION'
}
