import { isKnownRegion } from '@shebao/identifiers'
import { isDistrictOf } from '@shebao/identifiers/districts'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  findAgencyRegion,
  findDistrict,
  isCodeTaken,
  lockDistricts,
  takenRegion,
  writeDistrict,
} from './district.repository.ts'
import { DistrictRefusal, requireWholeAgency } from './district-refusal.ts'

export interface DistrictParticulars {
  /** Of the office that changes; nothing for a new one. */
  id?: string | null | undefined
  code: string
  nameZh: string
  nameEn: string
  regions: readonly string[]
}

const nameLength = [2, 60] as const
const mostRegions = 50

function checked({ code, nameZh, nameEn, regions }: DistrictParticulars) {
  const short = code.normalize('NFKC').trim().toUpperCase()
  if (!/^[A-Z0-9]{2,6}$/.test(short)) throw badInput('code', '2 to 6 letters and digits are needed.')
  const wanted = [...new Set(regions.map((region) => region.normalize('NFKC').trim()))].toSorted()
  const unknown = wanted.find((region) => !isKnownRegion(region))
  if (unknown !== undefined) throw badInput('regions', `${unknown} is no region of GB/T 2260.`)
  if (wanted.length === 0 || wanted.length > mostRegions) throw badInput('regions', '1 to 50 regions are needed.')
  return {
    code: short,
    nameZh: requireText('nameZh', nameZh, nameLength),
    nameEn: requireText('nameEn', nameEn, nameLength),
    regions: wanted,
  }
}

/** Opens an office of a district, or changes its names and the regions whose employers are its own. Gives its id. */
export function saveDistrict(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  input: DistrictParticulars,
): Promise<string | DistrictRefusal> {
  const actor = requireMay(asker, 'district:set-up')
  requireWholeAgency(actor)
  const particulars = checked(input)
  const id = input.id ?? undefined
  return platform.database.transaction(async () => {
    await lockDistricts(platform)
    if (id !== undefined && !(await findDistrict(platform, id))) throw notFound('district office')
    if (await isCodeTaken(platform, particulars.code, id)) return new DistrictRefusal('CODE_TAKEN')
    const agency = await findAgencyRegion(platform)
    const foreign = particulars.regions.find((one) => !isDistrictOf(agency, one))
    if (foreign !== undefined) return new DistrictRefusal('NO_DISTRICT', foreign)
    const region = await takenRegion(platform, particulars.regions, id)
    if (region !== undefined) return new DistrictRefusal('REGION_TAKEN', region)
    const districtId = await writeDistrict(platform, id, particulars, actor.accountId)
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: actor.accountId,
      role: actingRole(actor, 'district:set-up'),
      origin,
      action: id === undefined ? 'DISTRICT_SET_UP' : 'DISTRICT_CHANGED',
      recordType: 'DistrictOffice',
      recordId: districtId,
      change: { districtCode: particulars.code, regions: particulars.regions.join(' ') },
    })
    return districtId
  })
}
