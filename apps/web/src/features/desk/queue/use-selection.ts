import { useState } from 'react'
import type { WorkRow } from './work-row.ts'

/** What the office takes at once. */
export const mostAtOnce = 50

/** Only declarations that this person may recommend are chosen together. */
export function isSelectable({ step, standing }: Pick<WorkRow, 'step' | 'standing'>): boolean {
  return standing === 'MAY' && (step === 'ANNUAL_DECLARATION_START_REVIEW' || step === 'ANNUAL_DECLARATION_RECOMMEND')
}

/** The rows that are chosen, with the version that was seen when they were. */
export interface Selection {
  readonly rows: readonly WorkRow[]
  has(row: WorkRow): boolean
  toggle(row: WorkRow): void
  set(rows: readonly WorkRow[]): void
}

export function useSelection(): Selection {
  const [rows, setRows] = useState<readonly WorkRow[]>([])
  const has = ({ id }: WorkRow) => rows.some((row) => row.id === id)
  return {
    rows,
    has,
    toggle: (row) => setRows(has(row) ? rows.filter(({ id }) => id !== row.id) : [...rows, row]),
    set: setRows,
  }
}
