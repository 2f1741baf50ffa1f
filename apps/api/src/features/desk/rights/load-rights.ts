import type { Platform } from '../../../platform/platform.ts'
import { listAccountPostings, listInsuranceTotals, listLastUnits } from '../../money/month/index.ts'
import { approvedRows } from '../../money/policy/index.ts'
import { listInsuredAt, listTransfersOf } from '../../register/individual/index.ts'
import { rightsContent } from './rights-content.ts'
import type { RightsContent } from './rights-content.ts'

/** The running year of the office's clock. */
export const yearToday = ({ clock }: Platform): number => Number(clock.today().slice(0, 4))

/**
 * What the rights records of these people say of a year: a running one up to this month, one that is over up to its end. Six questions,
 * however many they are.
 */
export async function loadRights(
  platform: Platform,
  individualIds: readonly string[],
  year: number,
): Promise<Map<string, RightsContent>> {
  const runningYear = yearToday(platform)
  const until = year < runningYear ? `${year}-12` : platform.clock.today().slice(0, 7)
  const rows = await approvedRows(platform)
  const totals = Map.groupBy(
    await listInsuranceTotals(platform, individualIds, { from: `${year}-01`, until }),
    ({ individualId }) => individualId,
  )
  const postings = Map.groupBy(await listAccountPostings(platform, individualIds), ({ individualId }) => individualId)
  const units = new Map((await listLastUnits(platform, individualIds, until)).map((unit) => [unit.individualId, unit]))
  const insured = new Map(
    (await listInsuredAt(platform, individualIds, until)).map((at) => [at.individualId, at.insurances]),
  )
  const transfers = Map.groupBy(await listTransfersOf(platform, individualIds), ({ individualId }) => individualId)
  return new Map(
    individualIds.map((id) => {
      const facts = {
        totals: totals.get(id) ?? [],
        insured: insured.get(id) ?? [],
        postings: postings.get(id) ?? [],
        unit: units.get(id),
        transfers: transfers.get(id) ?? [],
      }
      return [id, rightsContent({ year, until }, facts, rows, runningYear)]
    }),
  )
}

export async function loadRightsOf(platform: Platform, individualId: string, year: number): Promise<RightsContent> {
  const found = (await loadRights(platform, [individualId], year)).get(individualId)
  if (!found) throw new Error('no rights record was made')
  return found
}
