import {
  checkCreditCode,
  checkFixedPhone,
  checkMobile,
  checkPersonIdentifier,
  checkPersonName,
  checkUnitAccount,
  isKnownRegion,
  normaliseIdentifier,
  permitNumberOnRecord,
  trimText,
} from '@shebao/identifiers'
import { INDUSTRIES, UNIT_TYPES } from './unit-choices.ts'

/** What an employer says of itself when it registers (R765 6; domain 1.4, 4.2), in the order in which it is asked. */
export const REGISTRATION_FIELDS = [
  'creditCode',
  'name',
  'unitType',
  'industry',
  'district',
  'registeredAddress',
  'actualAddress',
  'legalRepName',
  'legalRepIdNumber',
  'legalRepPhone',
  'contactName',
  'contactMobile',
  'email',
  'bankName',
  'bankAccountName',
  'bankAccountNumber',
] as const
export type RegistrationField = (typeof REGISTRATION_FIELDS)[number]
export type RegistrationValues = Partial<Record<RegistrationField, string>>

/** REQUIRED: blank. WRONG: not what such a field holds. CHECKSUM: the check character says that it was mistyped. */
export const REGISTRATION_PROBLEMS = ['REQUIRED', 'WRONG', 'CHECKSUM'] as const
export interface RegistrationProblem {
  readonly field: RegistrationField
  readonly code: (typeof REGISTRATION_PROBLEMS)[number]
}

/** The district, where it is the one of the credit code; the address where it works, when it is another; where the answer goes besides the page. */
export const OPTIONAL_REGISTRATION_FIELDS: readonly RegistrationField[] = ['district', 'actualAddress', 'email']
const numbers: readonly RegistrationField[] = ['creditCode', 'district', 'bankAccountNumber', 'contactMobile']
const longest = 200

type Verdict = RegistrationProblem['code'] | undefined
type Check = (value: string, today: string) => Verdict
const unless = (right: boolean): Verdict => (right ? undefined : 'WRONG')
const isText: Check = (value) => unless([...value].length >= 2 && [...value].length <= longest)
const isPerson: Check = (value) => unless(checkPersonName(value).ok)
const isOneOf =
  (list: readonly string[]): Check =>
  (value) =>
    unless(list.includes(value))
const numbered = (result: { readonly ok: boolean; readonly code?: string }): Verdict =>
  result.ok ? undefined : result.code === 'CHECKSUM' ? 'CHECKSUM' : 'WRONG'

const checks: Readonly<Record<RegistrationField, Check>> = {
  creditCode: (value) => numbered(checkCreditCode(value)),
  name: isText,
  unitType: isOneOf(UNIT_TYPES),
  industry: isOneOf(INDUSTRIES),
  // Whether it is one of the agency's region, the office says.
  district: (value) => unless(isKnownRegion(value)),
  registeredAddress: isText,
  actualAddress: isText,
  legalRepName: isPerson,
  legalRepIdNumber: (value, today) => numbered(checkPersonIdentifier(undefined, value, today)),
  legalRepPhone: (value) => unless(checkMobile(value).ok || checkFixedPhone(value).ok),
  contactName: isPerson,
  contactMobile: (value) => unless(checkMobile(value).ok),
  email: (value) => unless(value.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value)),
  bankName: isText,
  bankAccountName: isText,
  bankAccountNumber: (value) => unless(checkUnitAccount(value).ok),
}

/** Numbers as they are compared; of a travel permit the number that is kept for it (domain 1.2). */
function asKept(field: RegistrationField, given: string): string {
  if (field === 'legalRepIdNumber') return permitNumberOnRecord(given)
  return numbers.includes(field) ? normaliseIdentifier(given) : given
}

/** What was typed, as it is kept, and everything that is wrong with it; the same for the form and for the office. */
export function readRegistration(
  typed: RegistrationValues,
  today: string,
): { values: RegistrationValues; problems: RegistrationProblem[] } {
  const values: RegistrationValues = {}
  const problems: RegistrationProblem[] = []
  for (const field of REGISTRATION_FIELDS) {
    const given = trimText(typed[field] ?? '')
    const value = asKept(field, given)
    if (value === '') {
      if (!OPTIONAL_REGISTRATION_FIELDS.includes(field)) problems.push({ field, code: 'REQUIRED' })
      continue
    }
    values[field] = value
    const code = checks[field](value, today)
    if (code) problems.push({ field, code })
  }
  return { values, problems }
}
