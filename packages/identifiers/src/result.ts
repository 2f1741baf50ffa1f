/** Every kind of identifier this package knows. The names are stable: they stand in JSON answers and in the database. */
export const IDENTIFIER_TYPES = [
  'RESIDENT_ID',
  'HMT_RESIDENCE_PERMIT',
  'HMT_TRAVEL_NUMBER',
  'FOREIGN_PERMANENT_RESIDENCE',
  'FOREIGN_PASSPORT_NUMBER',
  'CREDIT_CODE',
  'LOCAL_REGISTRATION_NUMBER',
  'CARD_NUMBER',
  'BANK_CARD',
  'UNIT_ACCOUNT',
  'MOBILE',
  'FIXED_PHONE',
  'REGION',
  'PERSON_NAME',
] as const
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number]

/** The kinds that can stand as a person's social security number (SIL 58). */
export const PERSON_ID_TYPES = [
  'RESIDENT_ID',
  'HMT_RESIDENCE_PERMIT',
  'HMT_TRAVEL_NUMBER',
  'FOREIGN_PERMANENT_RESIDENCE',
  'FOREIGN_PASSPORT_NUMBER',
] as const satisfies readonly IdentifierType[]
export type PersonIdType = (typeof PERSON_ID_TYPES)[number]

/** Why an identifier is refused. A check reports the first that applies, in this order. */
export const FAILURE_CODES = ['FORMAT', 'REGION', 'BIRTH_DATE', 'CHECKSUM'] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/** Something odd that does not make the identifier invalid. */
export type WarningCode = 'UNKNOWN_REGION' | 'RARE_NAME' | 'ORG_CODE_CHECKSUM'
export interface Warning {
  readonly code: WarningCode
  readonly params: Readonly<Record<string, string>>
}

export type Sex = 'MALE' | 'FEMALE'

/** What an identifier tells about its holder; a fact the identifier does not carry is absent. */
export interface IdentifierFacts {
  readonly sex?: Sex
  /** YYYY-MM-DD. */
  readonly birthDate?: string
  /** Six-digit GB/T 2260 code; levels the identifier does not carry are zero. */
  readonly region?: string
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  /** The 15-digit number a historical record held, when it was upgraded. */
  readonly legacyNumber?: string
  /** Telephone area code with its leading zero. */
  readonly areaCode?: string
  readonly script?: 'HAN' | 'LATIN'
}

export interface ValidIdentifier {
  readonly ok: true
  readonly type: IdentifierType
  /** The normalised form: the only one to store, compare or search by. */
  readonly value: string
  readonly warnings: readonly Warning[]
  readonly facts: IdentifierFacts
}

export interface InvalidIdentifier {
  readonly ok: false
  readonly type: IdentifierType
  readonly code: FailureCode
  /**
   * For CHECKSUM, the check character the rest of the number asks for; for FORMAT, the whole number that was
   * meant where it can be derived (a legacy ID upgraded, a travel permit's social security number).
   */
  readonly expected?: string
}

export type IdentifierResult = ValidIdentifier | InvalidIdentifier

const NO_WARNINGS: readonly Warning[] = Object.freeze([])

export function valid(
  type: IdentifierType,
  value: string,
  facts: IdentifierFacts = {},
  warnings: readonly Warning[] = NO_WARNINGS,
): ValidIdentifier {
  return { ok: true, type, value, warnings, facts }
}

export function invalid(type: IdentifierType, code: FailureCode, expected?: string): InvalidIdentifier {
  return expected === undefined ? { ok: false, type, code } : { ok: false, type, code, expected }
}
