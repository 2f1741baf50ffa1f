/** One thing that stands in the way of a back payment. */
export const backPaymentProblemCodes = [
  'EVIDENCE_MISSING',
  'NO_MONTHS',
  'TOO_MANY_MONTHS',
  'RANGE_REVERSED',
  'UNKNOWN_PERSON',
  'DUPLICATE_MONTH',
  'NOT_A_PAST_MONTH',
  'LEGAL_DOCUMENT_NEEDED',
  'DOCUMENT_NO_MISSING',
  'NO_POLICY',
  'WAGE_UNUSABLE',
  'BEFORE_HIRE',
  'AFTER_LEAVING',
  'ALREADY_BILLED',
  'ALREADY_APPLIED',
  'ACTIVE_ELSEWHERE',
  'MONTH_DEEMED',
  'WAITS_FOR_RUN',
  'NOT_IN_STATE',
  'SAME_PERSON',
] as const
export type BackPaymentProblemCode = (typeof backPaymentProblemCodes)[number]

export interface BackPaymentProblem {
  code: BackPaymentProblemCode
  /** The line of the request, from 1, where it is about one. */
  line?: number
  period?: string
  /** Another request's number, the state, the date of hire or leaving, or the most months there may be. */
  reference?: string
}

export type BackPaymentOutcome =
  | { kind: 'DONE'; backPaymentId: string }
  | { kind: 'REFUSED'; problems: readonly BackPaymentProblem[] }

export const refused = (...problems: readonly BackPaymentProblem[]): BackPaymentOutcome => ({
  kind: 'REFUSED',
  problems,
})
