import type { GridMonth } from '../../../shared/ui/month-grid.tsx'
import { stripeInsurances, type StripeInsurance } from '../../../shared/ui/insurance-words.ts'
import type { RecordPictureFragment } from './record-picture.generated.ts'

type Record = Pick<RecordPictureFragment, 'years' | 'gaps'>
export type RecordGap = Record['gaps'][number]

const fieldOf = {
  PENSION: 'pension',
  MEDICAL: 'medical',
  UNEMPLOYMENT: 'unemployment',
  WORK_INJURY: 'workInjury',
  MATERNITY: 'maternity',
} as const satisfies { [insurance in StripeInsurance]: keyof Record['years'][number] }

/** The years of the contract as cells of the grid; a month outside the record is none. */
export function monthsOf(years: Record['years']): GridMonth[] {
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => index).flatMap((index) => {
      const states = stripeInsurances.map(
        (insurance) => [insurance, year[fieldOf[insurance]][index] ?? undefined] as const,
      )
      if (states.every(([, state]) => state === undefined)) return []
      const status: GridMonth['status'] = {}
      for (const [insurance, state] of states) if (state && state !== 'NOT_INSURED') status[insurance] = state
      return [{ period: `${year.year}-${String(index + 1).padStart(2, '0')}`, status }]
    }),
  )
}

export type RecordTransfer = RecordPictureFragment['transfers'][number]

/** The moves of a month, each way and office once, whatever insurances it moved. */
export function movedIn(transfers: readonly RecordTransfer[], period: string): RecordTransfer[] {
  const of = transfers.filter(({ from, to }) => from <= period && period <= to)
  return of.filter((one, index) => of.findIndex(({ transferId }) => transferId === one.transferId) === index)
}

export const gapsIn = (gaps: readonly RecordGap[], period: string) =>
  gaps.filter(({ from, to }) => from <= period && period <= to)

/** Whether any premium was assessed for the month: only then are there amounts to show. */
export const hasAmounts = ({ status }: GridMonth) =>
  Object.values(status).some((state) => state !== 'GAP' && state !== 'PENDING' && state !== 'TRANSFERRED_IN')
