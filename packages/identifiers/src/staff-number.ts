import { normaliseIdentifier } from './normalise.ts'

/**
 * The number a member of staff signs in with (工号): 2 to 20 letters and digits. Read as signing in reads it, so that hyphens and
 * spaces may be typed and are not kept; nothing where it is none.
 */
export function readStaffNumber(input: string): string | undefined {
  const value = normaliseIdentifier(input)
  return /^[0-9A-Z]{2,20}$/.test(value) ? value : undefined
}
