import { expect, it } from 'vitest'
import { checkCertificateRange } from './certificate-range.ts'

it('takes up to 36 months that have begun, and says what is wrong with any others', () => {
  const check = (from: string, to: string) => {
    const range = checkCertificateRange(from, to, '2026-11-26')
    return range.ok ? [range.from, range.to] : range.problem
  }
  expect(check('2023-12', '2026-11')).toEqual(['2023-12', '2026-11'])
  expect(check('2026-11', '202611')).toEqual(['2026-11', '2026-11'])
  expect(check('2023-11', '2026-11')).toBe('TOO_LONG')
  expect(check('2026-11', '2026-10')).toBe('FROM_AFTER_TO')
  expect(check('2026-11', '2026-12')).toBe('TO_IN_FUTURE')
  expect(check('', '2026-10')).toBe('FROM_MISSING')
  expect(check('2026-10', '2026-13')).toBe('TO_MISSING')
})
