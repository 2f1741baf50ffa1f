/** What can be wrong with a row. Worded by whoever shows it, in both languages. */
export const rowProblemCodes = [
  // of one cell
  'MISSING',
  'TOO_LONG',
  'BAD_CHARACTERS',
  'FORMULA_ERROR',
  'UNREADABLE_DATE',
  'UNREADABLE_MONTH',
  'UNREADABLE_AMOUNT',
  'UNREADABLE_NUMBER',
  'UNKNOWN_WORD',
  'NEGATIVE',
  'OUT_OF_RANGE',
  'INVALID_NUMBER',
  'CHECK_DIGIT',
  'IN_FUTURE',
  'DOES_NOT_FIT_ID',
  // between rows and with what is there
  'TWICE_IN_FILE',
  'ALREADY_THERE',
  'NOT_REGISTERED',
  'OTHER_REGION',
  'NAME_DIFFERS',
  'END_BEFORE_START',
  'OVERLAPS',
  'NOT_ENROLLED',
  'NO_INSURANCE',
  'BASE_MISSING',
  'ZERO',
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]

export const problemLevels = ['ERROR', 'WARNING'] as const
export type ProblemLevel = (typeof problemLevels)[number]

export interface RowProblem {
  readonly code: RowProblemCode
  readonly level: ProblemLevel
  /** The key of the column; nothing for what concerns the whole row. */
  readonly column: string | null
  /** What a sentence about it needs besides: another row, a limit, the words that are known. */
  readonly detail?: string
}

export const rowError = (column: string | null, code: RowProblemCode, detail?: string): RowProblem => ({
  code,
  level: 'ERROR',
  column,
  ...(detail === undefined ? {} : { detail }),
})

export const rowWarning = (column: string | null, code: RowProblemCode, detail?: string): RowProblem => ({
  ...rowError(column, code, detail),
  level: 'WARNING',
})
