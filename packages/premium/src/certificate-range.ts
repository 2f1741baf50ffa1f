import { monthsBetween, parsePeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'

/** A payment certificate (缴费证明) is about so many months at the most [PD]; for more, ask for another one. */
export const CERTIFICATE_MONTHS = 36

export const CERTIFICATE_RANGE_PROBLEMS = [
  'FROM_MISSING',
  'TO_MISSING',
  'FROM_AFTER_TO',
  'TO_IN_FUTURE',
  'TOO_LONG',
] as const
export type CertificateRangeProblem = (typeof CERTIFICATE_RANGE_PROBLEMS)[number]

export type CertificateRange =
  | { readonly ok: true; readonly from: Period; readonly to: Period }
  | { readonly ok: false; readonly problem: CertificateRangeProblem }

/** The months as typed, both included, or the first thing that is wrong with them. `today` is a civil date. */
export function checkCertificateRange(from: string, to: string, today: string): CertificateRange {
  const [first, last] = [parsePeriod(from), parsePeriod(to)]
  if (first === undefined) return { ok: false, problem: 'FROM_MISSING' }
  if (last === undefined) return { ok: false, problem: 'TO_MISSING' }
  if (first > last) return { ok: false, problem: 'FROM_AFTER_TO' }
  if (last > today.slice(0, 7)) return { ok: false, problem: 'TO_IN_FUTURE' }
  if (monthsBetween(first, last) >= CERTIFICATE_MONTHS) return { ok: false, problem: 'TOO_LONG' }
  return { ok: true, from: first, to: last }
}
