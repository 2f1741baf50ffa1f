import type { OwnedRow } from '../access/permissions.ts'
import { forbidden } from '../access/refusal.ts'
import type { Actor } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findDistrictOf, listDistrictsOf } from './district.repository.ts'

/** Whether somebody bound to district offices handles the cases of this one; those of none are everybody's. */
export const isOfDistrict = (
  { districts }: { readonly districts?: readonly string[] | null | undefined },
  districtId: string | null | undefined,
): boolean => !districts || !districtId || districts.includes(districtId)

/**
 * Whoever handles the cases of a district office decides on those of its employers, and of no other office's unless the head lent them
 * there. Insured people and what is the agency's own are of no district (ADR 61).
 */
export async function requireOwnDistrict(
  platform: Platform,
  actor: Actor,
  { employerId }: Pick<OwnedRow, 'employerId'>,
): Promise<void> {
  if (actor.kind !== 'STAFF' || actor.districts === undefined || !employerId) return
  const district = await findDistrictOf(platform, employerId)
  if (!district || isOfDistrict(actor, district.id)) return
  throw forbidden({ barrier: 'OTHER_DISTRICT', nameZh: district.nameZh, nameEn: district.nameEn })
}

/** The same before something is begun for employers, or done to them without a case: all of them, or none. */
export async function requireOwnDistrictOfAll(
  platform: Platform,
  actor: Actor,
  employerIds: readonly string[],
): Promise<void> {
  if (actor.kind !== 'STAFF' || actor.districts === undefined) return
  const foreign = (await listDistrictsOf(platform, employerIds)).find(({ id }) => !isOfDistrict(actor, id))
  if (foreign) throw forbidden({ barrier: 'OTHER_DISTRICT', nameZh: foreign.nameZh, nameEn: foreign.nameEn })
}

/** Of these people, those who may decide on this row by their offices. */
export async function ofOwnDistrict<Person extends { readonly districts?: readonly string[] | null | undefined }>(
  platform: Platform,
  people: readonly Person[],
  { employerId }: Pick<OwnedRow, 'employerId'>,
): Promise<readonly Person[]> {
  if (!employerId || people.every(({ districts }) => !districts)) return people
  const district = await findDistrictOf(platform, employerId)
  return people.filter((person) => isOfDistrict(person, district?.id))
}
