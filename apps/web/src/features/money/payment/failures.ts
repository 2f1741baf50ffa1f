const failures = [
  'INSUFFICIENT',
  'ACCOUNT_FROZEN',
  'AGREEMENT_INVALID',
  'EXPIRED',
  'AMOUNT_DIFF',
  'DUPLICATE',
  'REVERSED',
] as const

/** The word for why an attempt failed. */
export function failureKey(failure: string | null) {
  return failures.find((known) => known === failure) ?? 'FAILED_OTHER'
}
