import { maskIdNumber, normaliseIdentifier, personNumberOnRecord } from '@shebao/identifiers'
import { guarded } from '../../../access/guess-watch.ts'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { knownUntil } from '../../register/history/index.ts'
import { requireNumber } from './find-number.ts'
import { findPersonByHash, listSpellsOf } from './search.repository.ts'
import type { FoundPerson, SpellOfPerson } from './search.repository.ts'

export interface PersonFound extends FoundPerson {
  spells: readonly SpellOfPerson[]
}

/** Under which a person is looked for: the search, or the window's own paper for whoever stands there. */
type FindsPeople = 'person:find' | 'rights-statement:issue'

interface SoughtPerson {
  readonly number: string
  readonly origin: string
  readonly asKnownOn?: string | null | undefined
  readonly as?: FindsPeople
}

/**
 * A person by the whole number of an identity document or card, masked. That somebody looked is written into the trail,
 * found or not: who tries numbers is seen (domain 9), and who tries too many is stopped.
 */
export async function findPerson(
  platform: Platform,
  asker: Viewer | undefined,
  { number: written, origin, asKnownOn, as = 'person:find' }: SoughtPerson,
): Promise<PersonFound | undefined> {
  const viewer = requireMay(asker, as)
  requireNumber(written)
  const known = asKnownOn ? knownUntil(asKnownOn) : undefined
  const guess = { door: 'PERSON_NUMBER', by: viewer.accountId } as const
  const person = await guarded(platform, guess, () => look(platform, viewer, { written, origin, as }))
  return person ? { ...person, spells: await listSpellsOf(platform, person.id, known) } : undefined
}

async function look(
  platform: Platform,
  viewer: StaffMember,
  { written, origin, as }: { written: string; origin: string; as: FindsPeople },
): Promise<FoundPerson | undefined> {
  const number = personNumberOnRecord(written)
  const person = await findPersonByHash(platform, {
    idHash: platform.vault.lookupHash('person-id', number),
    cardHash: platform.vault.lookupHash('card-number', normaliseIdentifier(written)),
  })
  await platform.audit.record({
    actorKind: 'STAFF',
    actorId: viewer.accountId,
    role: actingRole(viewer, as),
    origin,
    action: 'FIND_PERSON',
    recordType: 'Individual',
    recordId: person?.id ?? '',
    change: { idMasked: person?.idMasked ?? maskIdNumber(number), found: person !== undefined },
  })
  return person
}
