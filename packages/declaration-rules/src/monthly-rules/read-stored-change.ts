import { FIVE_INSURANCES, isFen, isOneOf } from '@shebao/kernel'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { employmentForms, householdTypes, sexes } from '@shebao/roster'
import { CHANGE_TYPES, INFO_FIELDS, RAW_FIELDS } from './monthly-change.ts'
import type { MonthlyChangeDraft } from './monthly-change.ts'

type Is<T> = (value: unknown) => value is T
type Shape = { readonly [Field in keyof MonthlyChangeDraft]-?: Is<NonNullable<MonthlyChangeDraft[Field]>> }

const text: Is<string> = (value) => typeof value === 'string'
const code =
  <Code extends string>(list: readonly Code[]): Is<Code> =>
  (value) =>
    isOneOf(list, value)
const insurance = code(FIVE_INSURANCES)

const shape: Shape = {
  changeType: code(CHANGE_TYPES),
  name: text,
  idType: code(PERSON_ID_TYPES),
  idNumber: text,
  insurances: (value): value is NonNullable<MonthlyChangeDraft['insurances']> =>
    Array.isArray(value) && value.every(insurance),
  sex: code(sexes),
  birthDate: text,
  householdType: code(householdTypes),
  employmentForm: code(employmentForms),
  mobile: text,
  hireDate: text,
  leaveDate: text,
  lastPayablePeriod: text,
  effectivePeriod: text,
  monthlyWage: isFen,
  infoField: code(INFO_FIELDS),
  infoValue: text,
  reason: text,
  raw: (value): value is NonNullable<MonthlyChangeDraft['raw']> =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([field, said]) => isOneOf(RAW_FIELDS, field) && text(said)),
}
const checks: Readonly<Record<string, Is<unknown> | undefined>> = shape

/** Name of the first answer of another kind than its field has, or `change` when it is none at all. */
function unreadable(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'change'
  for (const [field, answer] of Object.entries(value)) if (checks[field]?.(answer) === false) return field
  return undefined
}

const isChange = (value: unknown): value is MonthlyChangeDraft => unreadable(value) === undefined

/** A stored change as the draft it was, or an error that names the answer which is none: fifty thousand are read at once, where zod is slow. */
export function readStoredChange(value: unknown): MonthlyChangeDraft {
  if (isChange(value)) return value
  throw new TypeError(`A stored change has no readable ${unreadable(value)}.`)
}
