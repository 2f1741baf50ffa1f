import type { ChangeForm } from './change-form.ts'

/** Somebody of the register whom a change is about. */
export interface ChosenPerson {
  individualId: string
  /** As it was searched by, else masked. */
  name: string
  idNumber: string
  hireDate: string
  fromPeriod: string
  averageWage: number
  insurances: ChosenInsurance[]
}
type ChosenInsurance = keyof ChangeForm['insurances']

/** What was kept beside a change that was begun. */
export function isChosenPerson(value: unknown): value is ChosenPerson {
  return (
    typeof value === 'object' &&
    value !== null &&
    'individualId' in value &&
    typeof value.individualId === 'string' &&
    'insurances' in value &&
    Array.isArray(value.insurances)
  )
}
