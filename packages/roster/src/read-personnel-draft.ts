import { isFen, isOneOf } from '@shebao/kernel'
import { employmentForms, householdTypes, idTypes, insurances, retirementCategories, sexes } from './personnel-draft.ts'
import type { PersonnelDraft } from './personnel-draft.ts'

type Is<T> = (value: unknown) => value is T
type Shape = { readonly [Field in keyof PersonnelDraft]-?: Is<NonNullable<PersonnelDraft[Field]>> }

const text: Is<string> = (value) => typeof value === 'string'
const count: Is<number> = (value) => typeof value === 'number'
const answer: Is<boolean> = (value) => typeof value === 'boolean'
const code =
  <Code extends string>(list: readonly Code[]): Is<Code> =>
  (value) =>
    isOneOf(list, value)
const perKey =
  <Key extends string, T>(keys: readonly Key[], is: Is<T>): Is<Partial<Record<Key, T>>> =>
  (value): value is Partial<Record<Key, T>> =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([key, part]) => isOneOf(keys, key) && is(part))
const rawTexts: Is<Record<string, string>> = (value): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(text)

const shape: Shape = {
  name: text,
  idType: code(idTypes),
  idNumber: text,
  sex: code(sexes),
  birthDate: text,
  householdType: code(householdTypes),
  employmentForm: code(employmentForms),
  hireDate: text,
  leaveDate: text,
  monthsWorkedLastYear: count,
  wagesLastYear: isFen,
  statedMonthlyAverage: isFen,
  firstMonthWage: isFen,
  participation: perKey(insurances, answer),
  exemptionReasons: perKey(insurances, text),
  retirementCategory: code(retirementCategories),
  mobile: text,
  lowWageReason: text,
  retirementReason: text,
  signed: answer,
  raw: rawTexts,
}
const checks: Readonly<Record<string, Is<unknown> | undefined>> = shape

/** Name of the first answer of another kind than its field has, or `row` when it is no record at all. */
function unreadable(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'row'
  return Object.entries(value).find(([field, answer]) => checks[field]?.(answer) === false)?.[0]
}

function isPersonnelDraft(value: unknown): value is PersonnelDraft {
  return unreadable(value) === undefined
}

/** A stored row as the draft it was, or an error that names the answer which is none. */
export function readPersonnelDraft(value: unknown): PersonnelDraft {
  if (isPersonnelDraft(value)) return value
  throw new TypeError(`A stored personnel row has no readable ${unreadable(value)}.`)
}
