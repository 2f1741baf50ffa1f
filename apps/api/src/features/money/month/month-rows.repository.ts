import type { Platform } from '../../../platform/platform.ts'

/** The amounts of `premium_payment` in the order of `MonthBatch.amounts`. */
export const monthAmounts = [
  'average_wage',
  'pension_base',
  'pension_employer',
  'pension_personal',
  'medical_base',
  'medical_employer',
  'medical_personal',
  'unemployment_base',
  'unemployment_employer',
  'unemployment_personal',
  'work_injury_base',
  'work_injury_employer',
  'maternity_base',
  'maternity_employer',
] as const

/** People's months as they are written: many rows whose unit is told by its place in `units`. */
export interface MonthBatch {
  units: readonly { employerId: string; noticeId: string | null }[]
  period: string
  kind: string
  status: string
  postedOn: string | null
  /** One entry a row, as texts `1,2,3`: joining numbers is several times faster than the driver's own arrays. */
  unitOfRow: string
  individualIds: string
  sequences: string
  amounts: readonly string[]
}

const arrays = monthAmounts.map((_, index) => `$${index + 10}::bigint[]`).join(', ')

/** All rows in one statement. */
export const insertMonthsStatement = {
  name: 'billing-insert-months',
  text: `INSERT INTO premium_payment (employer_id, notice_id, period, kind, status, posted_on, individual_id, sequence, ${monthAmounts.join(', ')})
    SELECT ($1::uuid[])[month.unit], ($2::uuid[])[month.unit], $3, $4, $5, $6, month.individual_id, month.sequence,
      ${monthAmounts.map((name) => `month.${name}`).join(', ')}
    FROM unnest($7::int[], $8::uuid[], $9::int[], ${arrays}) AS month(unit, individual_id, sequence, ${monthAmounts.join(', ')})`,
}

export const monthsParameters = (batch: MonthBatch): unknown[] => [
  batch.units.map(({ employerId }) => employerId),
  batch.units.map(({ noticeId }) => noticeId),
  batch.period,
  batch.kind,
  batch.status,
  batch.postedOn,
  `{${batch.unitOfRow}}`,
  `{${batch.individualIds}}`,
  `{${batch.sequences}}`,
  ...batch.amounts.map((column) => `{${column}}`),
]

export async function insertMonths({ database }: Platform, batch: MonthBatch): Promise<void> {
  await database.query(insertMonthsStatement, monthsParameters(batch))
}
