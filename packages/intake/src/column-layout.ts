import type { Columns } from './column.ts'
import { headOf } from './head-of.ts'

/** What somebody said the columns of a file are: its heads, and the column that each is, or null for one that is not used. */
export type ColumnLayout = Readonly<Record<string, string | null>>

/** A head of a file as a person is shown it, with the first things that stand under it. */
export interface FileHead {
  readonly header: string
  readonly takenFor: string | null
  readonly samples: readonly string[]
}

/** Files with the same heads, in whatever order, are the same kind of file. */
export const layoutKey = (heads: readonly Pick<FileHead, 'header'>[]): string =>
  JSON.stringify(heads.map(({ header }) => headOf(header)).toSorted())

export type LayoutProblem = 'UNKNOWN_COLUMN' | 'COLUMN_TWICE'

/** One column of the file for each of ours at most. */
export function layoutProblem(layout: ColumnLayout, columns: Columns): LayoutProblem | undefined {
  const named = Object.values(layout).filter((key) => key !== null)
  if (named.some((key) => !Object.hasOwn(columns, key))) return 'UNKNOWN_COLUMN'
  return new Set(named).size < named.length ? 'COLUMN_TWICE' : undefined
}
