import { Secret, TOTP } from 'otpauth'

// RFC 6238 as every authenticator app speaks it: SHA-1, six digits, half a minute.
const digits = 6
const period = 30
/** A clock may be half a minute off. */
const window = 1

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code holds: the office as the issuer, the staff number as the account. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ issuer, label, digits, period, secret }).toString()
}

/** The half minute whose code this is, counted since 1970; undefined for a code of none of the three that are looked at. */
export function totpStep(secret: string, typed: string, now: Date): number | undefined {
  const token = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = now.getTime()
  const delta = TOTP.validate({ token, secret: Secret.fromBase32(secret), digits, period, timestamp, window })
  return delta === null ? undefined : TOTP.counter({ period, timestamp }) + delta
}
