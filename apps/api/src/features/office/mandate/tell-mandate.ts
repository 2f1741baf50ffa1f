import { addDays, civilDate } from '@shebao/kernel'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import type { Telling } from '../../../telling/telling.ts'
import { listMandatesThatEnd } from './mandate.repository.ts'
import type { MandateRow } from './mandate.repository.ts'

type Side = 'employer' | 'agency'

/** So many days before its last day both sides are told of a mandate, once each [PD]. */
const toldBefore = [30, 7] as const
/** A job that did not run for so long still says what ran out meanwhile [PD]. */
const toldAfterDays = 14
const atOnce = 500

/** Says something of a mandate to one side, naming the other. */
export function tellingOf(
  side: Side,
  said: 'MANDATE_OFFERED' | 'MANDATE_ACCEPTED' | 'MANDATE_DECLINED',
  row: MandateRow,
): Telling {
  const { id, validFrom, validTo } = row
  return {
    kind: said,
    to: sideOf(row, side),
    key: `mandate:${id}`,
    params: { ...otherOf(row, side), validFrom, validTo },
  }
}

/** Once, whether somebody ended it or its last day passed. */
export function endTelling(side: Side, row: MandateRow, lastDay: string): Telling {
  const params = { ...otherOf(row, side), lastDay }
  return { kind: 'MANDATE_ENDED', to: sideOf(row, side), key: `mandate:${row.id}`, params }
}

const sideOf = ({ employerId, agencyId }: MandateRow, side: Side) => ({
  employerId: side === 'employer' ? employerId : agencyId,
})

const otherOf = ({ employerName, employerNo, agencyName, agencyNo }: MandateRow, side: Side) =>
  side === 'employer' ? { unit: agencyName, unitNo: agencyNo } : { unit: employerName, unitNo: employerNo }

/** Both sides of accepted mandates that end soon, or ended with their last day. Asked again, nobody is told twice. */
export async function tellOfMandateEnds(platform: Platform): Promise<number> {
  const today = civilDate(platform.clock.today())
  const days = { from: addDays(today, -toldAfterDays), to: addDays(today, toldBefore[0]) }
  let told = 0
  let after: string | undefined
  for (;;) {
    const mandates = await listMandatesThatEnd(platform, days, after, atOnce)
    // The agency first: its clerks read the employer's inbox, too, and are told once, in their own.
    for (const side of ['agency', 'employer'] as const)
      await tell(
        platform,
        mandates.map((row) => dueTelling(side, row, today)),
      )
    told += mandates.length
    after = mandates.at(-1)?.id
    if (mandates.length < atOnce) return told
  }
}

function dueTelling(side: Side, row: MandateRow, today: ReturnType<typeof civilDate>): Telling {
  const { id, validFrom, validTo } = row
  if (validTo < today) return endTelling(side, row, validTo)
  // The nearer of the two: who begins with this late is told once.
  const days = toldBefore.findLast((before) => validTo <= addDays(today, before)) ?? toldBefore[0]
  return {
    kind: 'MANDATE_ENDS_SOON',
    to: sideOf(row, side),
    key: `mandate:${id}:${days}`,
    params: { ...otherOf(row, side), validFrom, validTo },
  }
}

export function mandateJobs(platform: Platform): RecurringJob[] {
  return [{ name: 'tell-of-mandates', cron: '20 8 * * *', run: async () => void (await tellOfMandateEnds(platform)) }]
}
