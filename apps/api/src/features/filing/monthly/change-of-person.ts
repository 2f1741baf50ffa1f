import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { oneOf } from '@shebao/kernel'
import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listInsuredPeople } from '../../register/enrolment/index.ts'

/** Changes of people who were chosen from the register: name and number are the register's and are not typed again. */
export async function withRegistered<Change extends { draft: MonthlyChangeDraft; individualId?: string | undefined }>(
  platform: Platform,
  employerId: string,
  changes: readonly Change[],
): Promise<Change[]> {
  const wanted = changes.flatMap(({ individualId }) => individualId ?? [])
  if (wanted.length === 0) return [...changes]
  const people = await listInsuredPeople(
    platform,
    employerId,
    wanted.map((id) => requireUuid(id, 'person')),
  )
  const byId = new Map(people.map((person) => [person.id, person]))
  return changes.map((change) => {
    if (change.individualId === undefined) return change
    const person = byId.get(change.individualId)
    if (!person) throw notFound('person')
    const { name, idNumber } = platform.vault.open<{ name: string; idNumber: string }>(person.personal)
    return {
      ...change,
      draft: { ...change.draft, name, idNumber, idType: oneOf(PERSON_ID_TYPES, person.idType, 'idType') },
    }
  })
}
