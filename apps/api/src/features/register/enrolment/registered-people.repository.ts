import { FIVE_INSURANCES } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

/** Somebody who is or was with a unit, as far as the rules of a month ask: the spell that is open, else the last one. */
export interface RegisteredWith {
  /** Keyed hash of the number, in hex. */
  idKey: string
  hireDate: string
  fromPeriod: string
  toPeriod: string | null
  insurances: readonly FiveInsurance[]
}

/** Which insurances a number of five bits stands for; made once, since tens of thousands share them. */
const insurancesOf = Array.from({ length: 32 }, (_, bits) =>
  FIVE_INSURANCES.filter((_insurance, place) => Math.floor(bits / 2 ** place) % 2 === 1),
)
const columns = {
  PENSION: 'pension',
  MEDICAL: 'medical',
  UNEMPLOYMENT: 'unemployment',
  WORK_INJURY: 'work_injury',
  MATERNITY: 'maternity',
} as const satisfies Record<FiveInsurance, string>
const bits = FIVE_INSURANCES.map((insurance, place) => `(e.${columns[insurance]}::int << ${place})`).join(' | ')

/** Everybody of a unit in one statement, in as few columns as the rules need: an array and a hash of bytes each would take longer than the rest. */
export async function listRegistered({ database }: Platform, employerId: string): Promise<RegisteredWith[]> {
  const rows = await database.query<Omit<RegisteredWith, 'insurances'> & { insured: number }>(
    {
      name: 'enrolment-registered',
      text: `SELECT DISTINCT ON (e.individual_id) encode(i.id_hash, 'hex') AS "idKey", e.hire_date AS "hireDate",
          min(e.from_period) OVER (PARTITION BY e.individual_id, e.spell_id) AS "fromPeriod", e.to_period AS "toPeriod", (${bits}) AS insured
        FROM enrolment e JOIN individual i ON i.id = e.individual_id
        WHERE e.employer_id = $1 AND e.superseded_at IS NULL ORDER BY e.individual_id, e.from_period DESC`,
    },
    [employerId],
  )
  return rows.map(({ idKey, hireDate, fromPeriod, toPeriod, insured }) => ({
    idKey,
    hireDate,
    fromPeriod,
    toPeriod,
    insurances: insurancesOf[insured] ?? [],
  }))
}
