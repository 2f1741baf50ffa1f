import { findRegionName } from '@shebao/identifiers/region-names'
import { addMonths, civilDate, parsePeriod, periodOfDate } from '@shebao/kernel'
import { listRegions, PolicyError, resolveParameters, writeParameterFile } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import type { ParameterFile } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { approvedRows, holdsSamples } from './policy-in-force.ts'

/** Next year's payment may be estimated on this year's figures; further ahead nothing is known [PD]. */
const monthsAhead = 12
const mostRegions = 1000

export interface PublicRegion {
  region: string
  nameZh: string
  nameEn: string
  firstPeriod: Period
  currentPeriod: Period
  lastPeriod: Period
}

export interface PublicParameters {
  kind: 'PublicParameters'
  region: string
  period: Period
  /** Some of it is a sample that no office has published: a demo. */
  sample: boolean
  file: ParameterFile
}

export interface NoPublicParameters {
  kind: 'NoPublicParameters'
  region: string
  nameZh: string
  nameEn: string
  period: string
  firstPeriod: Period | null
  lastPeriod: Period
}

/** The regions an approved row exists for, by code, and the periods each answers. */
export async function listPublicRegions(platform: Platform): Promise<PublicRegion[]> {
  const currentPeriod = monthAt(platform)
  const lastPeriod = addMonths(currentPeriod, monthsAhead)
  return listRegions(await approvedRows(platform))
    .slice(0, mostRegions)
    .map((region) => ({ ...region, ...namesOf(region.region), currentPeriod, lastPeriod }))
}

/** The approved rows that hold in one region and period, or since and until when there are any. */
export async function findPublicParameters(
  platform: Platform,
  region: string,
  text: string,
): Promise<PublicParameters | NoPublicParameters> {
  const rows = await approvedRows(platform)
  const lastPeriod = addMonths(monthAt(platform), monthsAhead)
  const missing = (firstPeriod: Period | null): NoPublicParameters => {
    return { kind: 'NoPublicParameters', region, ...namesOf(region), period: text, firstPeriod, lastPeriod }
  }
  const period = parsePeriod(text)
  const known = listRegions(rows).find((entry) => entry.region === region)
  if (period === undefined || known === undefined) return missing(null)
  if (period < known.firstPeriod || period > lastPeriod) return missing(known.firstPeriod)
  const resolution = resolveParameters(rows, region, period)
  // Only overlapping rows are left as a reason, and the database refuses those.
  if (!resolution.ok) throw new PolicyError(resolution.problem)
  const found = resolution.parameters.list().map(({ row }) => row)
  const sample = await holdsSamples(platform, found)
  return { kind: 'PublicParameters', region, period, sample, file: writeParameterFile(found) }
}

/** A code without a name is shown as it is. */
function namesOf(region: string): { nameZh: string; nameEn: string } {
  const name = findRegionName(region)
  return { nameZh: name?.zh ?? region, nameEn: name?.en ?? region }
}

function monthAt({ clock }: Platform): Period {
  return periodOfDate(civilDate(clock.today()))
}
