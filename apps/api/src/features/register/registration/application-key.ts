import { timingSafeEqual } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import { watched } from '../../../access/guess-watch.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findRegistrationByNumber } from './registration.repository.ts'
import type { RegistrationRow } from './registration.repository.ts'

/** What opens an application: its number, and a secret that was shown once. */
export interface ApplicationKey {
  number: string
  secret: string
}

/** Read aloud and copied by hand: the alphabet of GB 32100 without what is mistaken for another; 29^16, so it cannot be guessed. */
const alphabet = '23456789ABCDEFGHJKLMNPQRTUWXY'
const length = 16

export function drawSecret(): string {
  const characters: string[] = []
  while (characters.length < length) {
    for (const byte of randomBytes(length)) {
      // The rest of a byte would favour the first letters.
      if (byte < alphabet.length * 8 && characters.length < length)
        characters.push(alphabet.charAt(byte % alphabet.length))
    }
  }
  return characters.join('')
}

/** As it is shown: groups of four. */
export const groupSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join('-') ?? secret
const plain = (typed: string) => typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
export const hashOfSecret = ({ vault }: Pick<Platform, 'vault'>, secret: string) =>
  vault.lookupHash('registration-secret', plain(secret))

export type KeyRefusal =
  | { kind: 'REFUSED'; reason: 'UNKNOWN' }
  | { kind: 'REFUSED'; reason: 'THROTTLED'; retryAt: Date }

/** The application that the key opens. A wrong number and a wrong secret are the same answer, and both count against the address. */
export async function openApplication(
  platform: Platform,
  origin: string,
  { number, secret }: ApplicationKey,
): Promise<RegistrationRow | KeyRefusal> {
  const looked = await watched(platform, { door: 'VISITOR', by: origin }, async () => {
    const row = await findRegistrationByNumber(platform, plain(number).slice(0, 20))
    const given = hashOfSecret(platform, secret.slice(0, 64))
    return row && timingSafeEqual(row.secretHash, given) ? row : undefined
  })
  if (looked.until) return { kind: 'REFUSED', reason: 'THROTTLED', retryAt: looked.until }
  return looked.found ?? { kind: 'REFUSED', reason: 'UNKNOWN' }
}
