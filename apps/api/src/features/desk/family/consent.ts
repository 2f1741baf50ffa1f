import { checkPersonIdentifier, checkPersonName, permitNumberOnRecord } from '@shebao/identifiers'
import { lastConsentDay, parseCivilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'

export const relations = ['SPOUSE', 'PARENT', 'CHILD', 'OTHER'] as const
export type Relation = (typeof relations)[number]

/** Why a consent is not taken; each belongs to a field. */
export const consentRefusals = [
  'NUMBER_WRONG',
  'OWN_NUMBER',
  'NAME_WRONG',
  'DATE_WRONG',
  'DATE_PAST',
  'DATE_TOO_FAR',
  'ALREADY_GIVEN',
  'TOO_MANY',
] as const
export type ConsentRefusal = (typeof consentRefusals)[number]

/** As many as stand at once [PD]: family, not the public. */
export const mostConsents = 10

export interface ConsentInput {
  number: string
  name: string
  validTo: string
}

export type CheckedConsent =
  | { ok: true; number: string; name: string; validTo: CivilDate }
  | { ok: false; refusal: ConsentRefusal }

/** The first thing that is wrong with it, in the order of the form. Whether the register knows such a person is not asked. */
export function checkConsent({ number, name, validTo }: ConsentInput, today: CivilDate): CheckedConsent {
  const person = checkPersonIdentifier(undefined, permitNumberOnRecord(number), today)
  if (!person.ok) return { ok: false, refusal: 'NUMBER_WRONG' }
  const named = checkPersonName(name)
  if (!named.ok) return { ok: false, refusal: 'NAME_WRONG' }
  const last = parseCivilDate(validTo)
  if (!last) return { ok: false, refusal: 'DATE_WRONG' }
  if (last < today) return { ok: false, refusal: 'DATE_PAST' }
  if (last > lastConsentDay(today)) return { ok: false, refusal: 'DATE_TOO_FAR' }
  return { ok: true, number: person.value, name: named.value, validTo: last }
}
