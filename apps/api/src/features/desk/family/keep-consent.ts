import { maskIdNumber } from '@shebao/identifiers'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { InsuredPerson, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { checkConsent, mostConsents } from './consent.ts'
import type { ConsentInput, ConsentRefusal, Relation } from './consent.ts'
import {
  endConsents,
  findConsent,
  holdGranter,
  insertConsent,
  listConsentsGiven,
  listStanding,
} from './consent.repository.ts'
import type { ConsentRow } from './consent.repository.ts'

export interface Asked {
  viewer: Viewer | undefined
  origin: string
}

export type ConsentOutcome = { consent: ConsentRow } | { refusal: ConsentRefusal }

export function readConsentsGiven(platform: Platform, viewer: Viewer | undefined): Promise<ConsentRow[]> {
  return listConsentsGiven(platform, requireMay(viewer, 'record-consent:give').individualId)
}

/** Lets another read one's record until a day. Nothing in the answer says whether the register knows the other. */
export async function giveConsent(
  platform: Platform,
  asked: Asked,
  input: ConsentInput & { relation: Relation },
): Promise<ConsentOutcome> {
  const person = requireMay(asked.viewer, 'record-consent:give')
  const { clock, database, vault } = platform
  const checked = checkConsent(input, clock.today())
  if (!checked.ok) return { refusal: checked.refusal }
  const readerHash = vault.lookupHash('person-id', checked.number)
  return database.transaction(async (): Promise<ConsentOutcome> => {
    const own = await holdGranter(platform, person.individualId)
    if (!own) throw notFound('person')
    if (Buffer.compare(own, readerHash) === 0) return { refusal: 'OWN_NUMBER' }
    const kept = await listStanding(platform, person.individualId)
    const [standing, ended] = [
      kept.filter(({ validTo }) => validTo >= clock.today()),
      kept.filter(({ validTo }) => validTo < clock.today()),
    ]
    if (standing.some((one) => Buffer.compare(one.readerHash, readerHash) === 0)) return { refusal: 'ALREADY_GIVEN' }
    if (standing.length >= mostConsents) return { refusal: 'TOO_MANY' }
    await endConsents(
      platform,
      ended.map(({ id }) => id),
      clock.now(),
    )
    const consent = await insertConsent(platform, {
      granterId: person.individualId,
      readerHash,
      reader: vault.seal({ name: checked.name }),
      readerMasked: maskIdNumber(checked.number),
      relation: input.relation,
      validTo: checked.validTo,
      givenAt: clock.now(),
    })
    await note(platform, person, asked.origin, 'CONSENT_GIVEN', consent)
    return { consent }
  })
}

/** From now on the other reads nothing. One that ended already stays as it is. */
export async function revokeConsent(platform: Platform, asked: Asked, id: string): Promise<ConsentRow> {
  const person = requireMay(asked.viewer, 'record-consent:give')
  return platform.database.transaction(async () => {
    await holdGranter(platform, person.individualId)
    const consent = await findConsent(platform, requireUuid(id, 'consent'))
    if (consent?.granterId !== person.individualId) throw notFound('consent')
    if (consent.revokedAt) return consent
    const revokedAt = platform.clock.now()
    await endConsents(platform, [consent.id], revokedAt)
    await note(platform, person, asked.origin, 'CONSENT_REVOKED', consent)
    return { ...consent, revokedAt }
  })
}

function note(
  { audit }: Platform,
  { accountId, individualId }: InsuredPerson,
  origin: string,
  action: 'CONSENT_GIVEN' | 'CONSENT_REVOKED',
  { readerMasked, relation, validTo }: ConsentRow,
): Promise<void> {
  return audit.record({
    actorKind: 'INSURED',
    actorId: accountId,
    origin,
    action,
    recordType: 'Individual',
    recordId: individualId,
    change: { idMasked: readerMasked, relation, validTo },
  })
}
