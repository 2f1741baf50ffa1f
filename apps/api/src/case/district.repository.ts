import type { Platform } from '../platform/platform.ts'

export interface DistrictOfEmployer {
  id: string
  nameZh: string
  nameEn: string
}

/** Whose an employer is by its district; nothing where it has none or no office has it, and everybody handles it. */
export async function findDistrictOf(
  { database }: Platform,
  employerId: string,
): Promise<DistrictOfEmployer | undefined> {
  const [row] = await database.query<DistrictOfEmployer>(
    {
      name: 'case-district-of-employer',
      text: `SELECT office.id, office.name_zh AS "nameZh", office.name_en AS "nameEn" FROM employer
      JOIN district_region place ON place.region = employer.district JOIN district_office office ON office.id = place.district_id
      WHERE employer.id = $1`,
    },
    [employerId],
  )
  return row
}

/** The offices that any of these employers belong to. */
export function listDistrictsOf({ database }: Platform, employerIds: readonly string[]): Promise<DistrictOfEmployer[]> {
  return database.query<DistrictOfEmployer>(
    {
      name: 'case-districts-of-employers',
      text: `SELECT DISTINCT office.id, office.name_zh AS "nameZh", office.name_en AS "nameEn" FROM employer
      JOIN district_region place ON place.region = employer.district JOIN district_office office ON office.id = place.district_id
      WHERE employer.id = ANY($1::uuid[]) ORDER BY office.name_zh`,
    },
    [employerIds],
  )
}
