import type { PersonnelDraft, RosterRow } from '@shebao/roster'

/** One person of a declaration as the rules take it: what was said, and where it was said. */
export interface PersonnelRow {
  readonly draft: PersonnelDraft
  /** Row as the spreadsheet numbers it. */
  readonly row?: number
  /** The file kept the identity number as a number, and digits behind the fifteenth are gone. */
  readonly idDigitsLost?: boolean
}

/** A row as the file reader gives it. */
export function personnelRowOf(row: RosterRow): PersonnelRow {
  return row.notes.includes('ID_DIGITS_LOST')
    ? { draft: row.draft, row: row.row, idDigitsLost: true }
    : { draft: row.draft, row: row.row }
}
