import { isAmountField } from './column-field.ts'
import type { AmountField } from './column-field.ts'
import type { PersonnelDraft } from './personnel-draft.ts'

export type TotalledField = AmountField | 'monthsWorkedLastYear'
export const totalledFields = [
  'monthsWorkedLastYear',
  'wagesLastYear',
  'statedMonthlyAverage',
  'firstMonthWage',
] as const

/** A total the file states, against the rows above it. Amounts in fen. */
export interface TotalCheck {
  row: number
  field: TotalledField
  header: string
  stated: number
  computed: number
  ok: boolean
  /** Rows whose value could not be read and so is not in `computed`. */
  unreadRows: number
}

interface Sums {
  people: number
  values: Partial<Record<TotalledField, number>>
  unread: Partial<Record<TotalledField, number>>
}

const noSums = (): Sums => ({ people: 0, values: {}, unread: {} })

/** Sums as the rows go by: of the whole list, and since the last subtotal. */
export class TotalKeeper {
  #all = noSums()
  #segment = noSums()
  readonly checks: TotalCheck[] = []

  addPerson(draft: PersonnelDraft): void {
    for (const sums of [this.#all, this.#segment]) {
      sums.people++
      for (const field of totalledFields) {
        const value = draft[field]
        if (value !== undefined) sums.values[field] = (sums.values[field] ?? 0) + value
        else if (draft.raw?.[field] !== undefined) sums.unread[field] = (sums.unread[field] ?? 0) + 1
      }
    }
  }

  checkRow(
    row: number,
    stated: PersonnelDraft,
    headers: Partial<Record<TotalledField, string>>,
    isSubtotal: boolean,
  ): void {
    for (const field of totalledFields) {
      const value = stated[field]
      if (value === undefined) continue
      const candidates = (isSubtotal ? [this.#segment] : [this.#all, this.#segment]).flatMap((sums) =>
        possibleTotals(sums, field),
      )
      const first = candidates[0] ?? 0
      const matching = candidates.find((candidate) => candidate === value)
      this.checks.push({
        row,
        field,
        header: headers[field] ?? '',
        stated: value,
        computed: matching ?? first,
        ok: matching !== undefined,
        unreadRows: this.#all.unread[field] ?? 0,
      })
    }
    if (isSubtotal) this.#segment = noSums()
  }
}

/** The sum; under a column of averages also the average of the column, which some lists print there. */
function possibleTotals(sums: Sums, field: TotalledField): number[] {
  const sum = sums.values[field] ?? 0
  if (field !== 'statedMonthlyAverage' || sums.people === 0) return [sum]
  const totals = [sum, Math.round(sum / sums.people)]
  const { wagesLastYear: wages, monthsWorkedLastYear: months } = sums.values
  if (isAmountField(field) && wages !== undefined && months !== undefined && months > 0)
    totals.push(Math.round(wages / months))
  return totals
}
