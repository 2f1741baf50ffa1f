import {
  checkFixedPhone,
  checkMobile,
  checkPersonIdentifier,
  checkPersonName,
  checkUnitAccount,
  inferIdType,
  isKnownRegion,
  maskBankAccount,
  maskIdNumber,
  maskMobile,
  normaliseIdentifier,
  permitNumberOnRecord,
  trimText,
} from '@shebao/identifiers'
import type { RegisteredEmployer, StatedParticulars } from '../employer/index.ts'

export const changeKinds = ['NAME', 'ADDRESS', 'LEGAL_REPRESENTATIVE', 'BANK_ACCOUNT', 'CONTACT'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const changeFields = [
  'NAME',
  'REGISTERED_ADDRESS',
  'DISTRICT',
  'LEGAL_REP_NAME',
  'LEGAL_REP_ID_NUMBER',
  'LEGAL_REP_PHONE',
  'BANK_NAME',
  'BANK_ACCOUNT_NAME',
  'BANK_ACCOUNT_NUMBER',
  'CONTACT_NAME',
  'CONTACT_PHONE',
] as const
export type ChangeField = (typeof changeFields)[number]
export type ChangeValues = Partial<Record<ChangeField, string>>

export const fieldsOf: Readonly<Record<ChangeKind, readonly ChangeField[]>> = {
  NAME: ['NAME'],
  ADDRESS: ['REGISTERED_ADDRESS', 'DISTRICT'],
  LEGAL_REPRESENTATIVE: ['LEGAL_REP_NAME', 'LEGAL_REP_ID_NUMBER', 'LEGAL_REP_PHONE'],
  BANK_ACCOUNT: ['BANK_NAME', 'BANK_ACCOUNT_NAME', 'BANK_ACCOUNT_NUMBER'],
  CONTACT: ['CONTACT_NAME', 'CONTACT_PHONE'],
}

/** REQUIRED: blank. WRONG: not what such a field holds. */
export const valueProblems = ['REQUIRED', 'WRONG'] as const
export interface ValueProblem {
  field: ChangeField
  code: (typeof valueProblems)[number]
}

const longest = 200
const isPhone = (value: string) => checkMobile(value).ok || checkFixedPhone(value).ok
type Check = (value: string, today: string) => boolean
const isText: Check = (value) => [...value].length >= 2 && [...value].length <= longest
const checks: Readonly<Record<ChangeField, Check>> = {
  NAME: isText,
  REGISTERED_ADDRESS: isText,
  DISTRICT: (value) => isKnownRegion(value),
  LEGAL_REP_NAME: (value) => checkPersonName(value).ok,
  LEGAL_REP_ID_NUMBER: (value, today) => checkPersonIdentifier(undefined, value, today).ok,
  LEGAL_REP_PHONE: isPhone,
  BANK_NAME: isText,
  BANK_ACCOUNT_NAME: isText,
  BANK_ACCOUNT_NUMBER: (value) => checkUnitAccount(value).ok,
  CONTACT_NAME: (value) => checkPersonName(value).ok,
  CONTACT_PHONE: isPhone,
}
/** Of a travel permit the number that is kept for it (domain 1.2). */
function asKept(field: ChangeField, given: string): string {
  if (field === 'LEGAL_REP_ID_NUMBER') return permitNumberOnRecord(given)
  return field === 'BANK_ACCOUNT_NUMBER' ? normaliseIdentifier(given) : given
}

/** Within a district an address changes by itself; a unit whose office is another by its papers alone names the district alone. */
const mayStay = (field: ChangeField, typed: ReadonlyMap<ChangeField, string>): boolean =>
  field === 'DISTRICT' || (field === 'REGISTERED_ADDRESS' && (typed.get('DISTRICT') ?? '') !== '')

/** What was typed for a kind, as it is kept, or everything that is wrong with it; what may stay as it is can be left out. */
export function readValues(
  kind: ChangeKind,
  typed: readonly { field: ChangeField; value: string }[],
  today: string,
): { values: ChangeValues; problems: ValueProblem[] } {
  const values: ChangeValues = {}
  const problems: ValueProblem[] = []
  const given = new Map(typed.map((one) => [one.field, trimText(one.value)]))
  for (const field of fieldsOf[kind]) {
    const value = asKept(field, given.get(field) ?? '')
    if (value === '') {
      if (!mayStay(field, given)) problems.push({ field, code: 'REQUIRED' })
    } else if (!checks[field](value, today)) problems.push({ field, code: 'WRONG' })
    else values[field] = value
  }
  return { values, problems }
}

/** What the register holds of the same fields today. */
export function heldValues(
  kind: ChangeKind,
  { row, legalRepIdNumber, legalRepPhone, bankAccountNumber }: RegisteredEmployer,
  contact: { name: string; phone: string } | undefined,
): ChangeValues {
  const held: ChangeValues = {
    NAME: row.name,
    REGISTERED_ADDRESS: row.registeredAddress,
    DISTRICT: row.district ?? '',
    LEGAL_REP_NAME: row.legalRepName,
    LEGAL_REP_ID_NUMBER: legalRepIdNumber,
    LEGAL_REP_PHONE: legalRepPhone,
    BANK_NAME: row.bankName,
    BANK_ACCOUNT_NAME: row.bankAccountName,
    BANK_ACCOUNT_NUMBER: bankAccountNumber,
    ...(contact ? { CONTACT_NAME: contact.name, CONTACT_PHONE: contact.phone } : {}),
  }
  return Object.fromEntries(fieldsOf[kind].map((field) => [field, held[field] ?? '']))
}

/** As the register takes them; the name stands in the register itself. */
export function statedOf(kind: Exclude<ChangeKind, 'NAME'>, values: ChangeValues): StatedParticulars {
  const of = (field: ChangeField) => values[field] ?? ''
  switch (kind) {
    case 'ADDRESS':
      return {
        ...(values.REGISTERED_ADDRESS === undefined ? {} : { registeredAddress: values.REGISTERED_ADDRESS }),
        ...(values.DISTRICT === undefined ? {} : { district: values.DISTRICT }),
      }
    case 'LEGAL_REPRESENTATIVE': {
      const idNumber = of('LEGAL_REP_ID_NUMBER')
      const idType = inferIdType(idNumber) ?? 'RESIDENT_ID'
      return {
        legalRepresentative: { name: of('LEGAL_REP_NAME'), idType, idNumber, phone: of('LEGAL_REP_PHONE') },
      }
    }
    case 'BANK_ACCOUNT':
      return {
        bank: {
          name: of('BANK_NAME'),
          accountName: of('BANK_ACCOUNT_NAME'),
          accountNumber: of('BANK_ACCOUNT_NUMBER'),
        },
      }
    case 'CONTACT':
      return { contact: { name: of('CONTACT_NAME'), phone: of('CONTACT_PHONE') } }
  }
}

/** For screens: numbers and telephones masked, names and addresses as they are. */
export function maskedValue(field: ChangeField, value: string): string {
  if (field === 'LEGAL_REP_ID_NUMBER') return maskIdNumber(value)
  if (field === 'BANK_ACCOUNT_NUMBER') return maskBankAccount(value)
  return field === 'LEGAL_REP_PHONE' || field === 'CONTACT_PHONE' ? maskMobile(value) : value
}
