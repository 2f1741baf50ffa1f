import { watched } from '../../../access/guess-watch.ts'
import { visitorDesk } from '../../../access/visitor-desk.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { drawSecret, groupSecret, hashOfSecret } from './application-key.ts'
import { applicant, traceOf } from './registration-case.ts'
import { registrationTable } from './registration.lifecycle.ts'
import { countOpenedFrom, holdOrigin, insertRegistration } from './registration.repository.ts'

const dayMs = 86_400_000
/** Applications begun from one address in a day: an agency at its desk makes a few [PD]. */
const mostADay = 10

export type OpenOutcome =
  | { kind: 'OPENED'; id: string; number: string; secret: string }
  | { kind: 'REFUSED'; reason: 'WRONG_CODE' | 'TOO_MANY' }
  | { kind: 'REFUSED'; reason: 'THROTTLED'; retryAt: Date }

/** Begins an application for a visitor who read the verification picture. The secret is told this once and kept as a hash. */
export async function openRegistration(
  platform: Platform,
  origin: string,
  verification: { challengeId: string; answer: string },
): Promise<OpenOutcome> {
  const looked = await watched(platform, { door: 'VISITOR', by: origin }, async () =>
    (await visitorDesk().verify(platform, verification)) ? 'RIGHT' : undefined,
  )
  if (looked.until) return { kind: 'REFUSED', reason: 'THROTTLED', retryAt: looked.until }
  if (!looked.found) return { kind: 'REFUSED', reason: 'WRONG_CODE' }
  const originHash = platform.vault.lookupHash('registration-origin', origin)
  const since = new Date(platform.clock.now().getTime() - dayMs)
  return platform.database.transaction(async () => {
    await holdOrigin(platform, originHash)
    if ((await countOpenedFrom(platform, originHash, since)) >= mostADay) return { kind: 'REFUSED', reason: 'TOO_MANY' }
    return beginRegistration(platform, origin, originHash)
  })
}

/** The application itself, once it is known that a person asks. */
export async function beginRegistration(
  platform: Platform,
  origin: string,
  originHash: Uint8Array<ArrayBuffer>,
): Promise<Extract<OpenOutcome, { kind: 'OPENED' }>> {
  const secret = drawSecret()
  const opened = await openCase(platform, registrationTable, {
    event: 'OPEN',
    actor: applicant,
    origin,
    write: () => insertRegistration(platform, { secretHash: hashOfSecret(platform, secret), originHash }),
    trace: (row) => traceOf('REGISTRATION_OPENED', row),
  })
  return { kind: 'OPENED', id: opened.id, number: opened.number, secret: groupSecret(secret) }
}
