import type { Fen } from '@shebao/kernel'
import type { TypedWords } from '@shebao/roster'

/** What a cell of a column holds. MONTH is a period, RATE a percentage kept as ppm, CHOICE a code told by its words. */
export const columnTypes = [
  'TEXT',
  'NUMBER_TEXT',
  'DATE',
  'MONTH',
  'AMOUNT',
  'INTEGER',
  'RATE',
  'YES_NO',
  'CHOICE',
] as const
export type ColumnType = (typeof columnTypes)[number]

/** One column of a kind of table: how its head is written and recognised, and what stands under it. */
export interface Column {
  readonly type: ColumnType
  readonly zh: string
  readonly en: string
  /** What else such a column is called. */
  readonly also?: readonly string[]
  readonly required?: boolean
  /** Names, numbers and telephones of people: masked in every report. */
  readonly personal?: boolean
  /** TEXT: at most so many characters. */
  readonly longest?: number
  /** CHOICE: the codes with their words. */
  readonly words?: Readonly<Record<string, TypedWords>>
  /** For the example row of the template. */
  readonly sample: string
}

export type Columns = Readonly<Record<string, Column>>

type ValueOf<One extends Column> = One['type'] extends 'AMOUNT'
  ? Fen
  : One['type'] extends 'INTEGER' | 'RATE'
    ? number
    : One['type'] extends 'YES_NO'
      ? boolean
      : One extends { readonly words: infer Known }
        ? keyof Known & string
        : string

/** A row as it was read: a column that was empty, or could not be read, is not there. */
export type RowOf<Table extends Columns> = { readonly [Key in keyof Table]?: ValueOf<Table[Key]> }
