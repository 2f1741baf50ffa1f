import type { FiveInsurance } from '@shebao/kernel'
import { monthAmounts } from '../month/index.ts'
import type { MonthBatch } from '../month/index.ts'
import type { PremiumRows } from './premium-rows.ts'

interface MonthsOfUnit {
  employerId: string
  noticeId: string | null
  people: number
  /** Texts of one entry a person. */
  individualIds: string
  wages: string
  /** One for each person; all 0 when left out. */
  sequences?: ArrayLike<number>
  rows: PremiumRows
}

/** Gathers the months of several units into the columns of one statement. */
export class MonthBuilder {
  readonly #units: MonthBatch['units'][number][] = []
  readonly #unitOfRow: string[] = []
  readonly #individualIds: string[] = []
  readonly #sequences: string[] = []
  readonly #amounts: string[][] = monthAmounts.map(() => [])
  readonly #of: Pick<MonthBatch, 'period' | 'kind' | 'status' | 'postedOn'>

  constructor(of: Pick<MonthBatch, 'period' | 'kind' | 'status' | 'postedOn'>) {
    this.#of = of
  }

  add({ employerId, noticeId, people, individualIds, wages, sequences, rows }: MonthsOfUnit): void {
    this.#units.push({ employerId, noticeId })
    this.#unitOfRow.push(repeated(String(this.#units.length), people))
    this.#individualIds.push(individualIds)
    this.#sequences.push(sequences ? Array.from(sequences).join(',') : repeated('0', people))
    const columns = [wages, ...amountColumns(rows).map((column) => column.join(','))]
    columns.forEach((column, index) => this.#amounts[index]?.push(column))
  }

  /** Undefined when nothing was added. */
  build(): MonthBatch | undefined {
    if (this.#units.length === 0) return undefined
    return {
      ...this.#of,
      units: this.#units,
      unitOfRow: this.#unitOfRow.join(','),
      individualIds: this.#individualIds.join(','),
      sequences: this.#sequences.join(','),
      amounts: this.#amounts.map((column) => column.join(',')),
    }
  }
}

const repeated = (entry: string, times: number) => `${`${entry},`.repeat(times - 1)}${entry}`

const withPersonal: readonly FiveInsurance[] = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT']
const withoutPersonal: readonly FiveInsurance[] = ['WORK_INJURY', 'MATERNITY']

/** In the order of `monthAmounts`, after the wage. */
function amountColumns({ bases, employer, personal }: PremiumRows): Float64Array[] {
  return [
    ...withPersonal.flatMap((insurance) => [bases[insurance], employer[insurance], personal[insurance]]),
    ...withoutPersonal.flatMap((insurance) => [bases[insurance], employer[insurance]]),
  ]
}
