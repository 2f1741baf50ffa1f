import type { MovingInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

/**
 * SQL that a month of an insurance was moved to another region (关系转移接续), of a row `p` of premiums and an insurance `i`: it counts
 * here no longer.
 */
export const movedAway = `EXISTS (SELECT 1 FROM transferred_months gone WHERE gone.individual_id = p.individual_id
  AND gone.direction = 'OUT' AND gone.stands AND gone.insurance = i.insurance AND p.period BETWEEN gone.from_period AND gone.to_period)`

/** SQL of the months that came from another region and count here: `individual_id`, `insurance`, `period`. */
export const broughtAlong = (
  people: string,
): string => `SELECT m.individual_id, m.insurance, to_char(month, 'YYYY-MM') AS period
  FROM transferred_months m, generate_series((m.from_period || '-01')::timestamp, (m.to_period || '-01')::timestamp, interval '1 month') AS month
  WHERE ${people} AND m.direction = 'IN' AND m.stands AND m.moved_by IS NULL`

/** Months on end that came from another region or went to one, as they stand. */
export interface TransferredStretch {
  transferId: string
  direction: 'IN' | 'OUT'
  /** The other office. */
  region: string
  agency: string
  insurance: MovingInsurance
  from: string
  to: string
  /** They came once and have gone on since. */
  movedOn: boolean
}

/** Of one of several people, with the day on which the money moved. */
export interface TransferredOfPerson extends TransferredStretch {
  individualId: string
  on: string
}

/** In order; a person has a few in a life. */
export function listTransfersOf(
  { database }: Platform,
  individualIds: readonly string[],
): Promise<TransferredOfPerson[]> {
  return database.query<TransferredOfPerson>(
    {
      name: 'transferred-stretches',
      text: `SELECT m.individual_id AS "individualId", t.funds_on AS "on", t.id::text AS "transferId", t.direction, t.region, t.agency,
        m.insurance, m.from_period AS "from", m.to_period AS "to", m.moved_by IS NOT NULL AS "movedOn"
      FROM transferred_months m JOIN relation_transfer t ON t.id = m.transfer_id
      WHERE m.individual_id = ANY($1::uuid[]) AND m.stands ORDER BY m.from_period, m.insurance DESC, m.id`,
    },
    [individualIds],
  )
}

export const listTransferredStretches = (platform: Platform, individualId: string): Promise<TransferredStretch[]> =>
  listTransfersOf(platform, [individualId])
