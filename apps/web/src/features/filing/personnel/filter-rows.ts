import { toHalfWidth } from '@shebao/identifiers'
import { ROW_STATES } from './personnel-list.ts'
import type { PersonnelList, RowState } from './personnel-list.ts'

export const STATE_FILTERS = ['ALL', ...ROW_STATES] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

/** Indexes of the rows whose name or number holds the text, in the order of the list. */
export function filterRows(
  list: PersonnelList,
  byState: Readonly<Record<RowState, readonly number[]>>,
  state: StateFilter,
  text: string,
): number[] {
  const wanted = toHalfWidth(text).trim().toUpperCase()
  const indexes = state === 'ALL' ? Array.from(list.rows, (_, index) => index) : byState[state]
  if (wanted === '') return [...indexes]
  return indexes.filter((index) => {
    const { name = '', idNumber = '' } = list.rows[index]?.draft ?? {}
    return name.toUpperCase().includes(wanted) || idNumber.toUpperCase().includes(wanted)
  })
}
