import type { Fen } from '@shebao/kernel'
import type { ReadRow, Columns, RowProblem } from '@shebao/intake'
import type { Platform } from '../../../platform/platform.ts'
import type { RegisterSource } from '../../register/employer/index.ts'
import type { Standing } from './import-codes.ts'

/** What a look at the rows and at the register found; rows without an error have what they would become. */
export interface Examined {
  readonly problems: ReadonlyMap<number, readonly RowProblem[]>
  /** Sums that are confirmed in words and figures. */
  readonly amount?: Fen
  /** Writes everything, in one transaction, and tells which row became which row of the register. */
  apply(source: RegisterSource): Promise<readonly { rowNo: number; subjectId: string }[]>
}

export interface Office {
  readonly region: string
  readonly today: string
}

/** An import that was taken in: its rows once more, and what they became. */
export interface Brought<Table extends Columns> {
  readonly importId: string
  readonly subjects: readonly string[]
  readonly office: Office
  readonly rows: readonly ReadRow<Table>[]
}

/** What one kind of import does. */
export interface ImportWork<Table extends Columns> {
  readonly columns: Table
  examine(platform: Platform, office: Office, rows: readonly ReadRow<Table>[]): Promise<Examined>
  /** What stands on what the import brought. */
  standing(platform: Platform, brought: Brought<Table>): Promise<readonly Standing[]>
  takeBack(platform: Platform, brought: Brought<Table>): Promise<void>
}

/** Problems by row, in the order in which they were found. */
export class ProblemsByRow {
  readonly all = new Map<number, RowProblem[]>()
  add(row: number, ...problems: readonly RowProblem[]): void {
    const known = this.all.get(row)
    if (known) known.push(...problems)
    else this.all.set(row, [...problems])
  }
  hasError(row: number): boolean {
    return this.all.get(row)?.some(({ level }) => level === 'ERROR') ?? false
  }
}
