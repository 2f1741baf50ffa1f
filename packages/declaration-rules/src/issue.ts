/**
 * What a rule says when it is not satisfied: a code with parameters, never a sentence. The words belong to
 * messages/, so that the form, the spreadsheet import, the API and the terminal all speak from one place.
 */
export const ISSUE_CODES = [
  'REQUIRED',
  'FORMAT',
  'RANGE',
  'SUM_MISMATCH',
  'DATE_ORDER',
  'DERIVED_MISMATCH',
  'DUPLICATE',
  'LEDGER_MISMATCH',
  'ROSTER_STALE',
  'NOT_RESOLVED',
  'NOTE_OPEN',
  'REGION',
  'BIRTH_DATE',
  'CHECKSUM',
  'ACTIVE_ELSEWHERE',
  'NOT_LISTED',
  'UNKNOWN_REGION',
  'RARE_NAME',
  'PAST_RETIREMENT',
  'BELOW_MINIMUM_WAGE',
  'ORG_CODE_CHECKSUM',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]

/** `error` blocks submission, `warning` does not. */
export type Severity = 'error' | 'warning'

/**
 * Parameters of the message. By convention a name ending in `Fen` is money in fen, one called `field` names a
 * field, `insurance` names an insurance; messages/ words them. Never an identity number in clear.
 */
export type IssueParams = Readonly<Record<string, string | number>>

export interface Issue {
  readonly ruleId: string
  readonly severity: Severity
  /** Where it is: `unit.bankName`, `personnel[3].idNumber`, `personnel.*`, `change[0].hireDate`. */
  readonly path: string
  /** The field alone: `bankName`, `idNumber`, `participation.PENSION`. */
  readonly field: string
  /** Row as the spreadsheet numbers it, when the record came from one. */
  readonly row?: number
  readonly code: IssueCode
  readonly params: IssueParams
}

export const NO_ISSUES: readonly Issue[] = Object.freeze([])
export const NO_PARAMS: IssueParams = Object.freeze({})
