import type { StateFilter } from './personnel-list.ts'

/** Where the clerk is in the list: what is filtered for, the cursor, who is open and who is selected. */
export interface WorkbenchState {
  text: string
  filter: StateFilter
  /** Place of the cursor among the rows shown. */
  cursor: number
  openRow: number | undefined
  selected: ReadonlySet<number>
}

export type WorkbenchEvent =
  | { kind: 'searched'; text: string }
  | { kind: 'filtered'; filter: StateFilter }
  | { kind: 'moved'; place: number }
  | { kind: 'opened'; place: number; row: number }
  | { kind: 'closed' }
  | { kind: 'toggled'; row: number }
  | { kind: 'selected'; rows: readonly number[] }
  /** Those selected are no longer on the list. */
  | { kind: 'removed' }

export function startWorkbench(openRow: number | undefined): WorkbenchState {
  return { text: '', filter: 'ALL', cursor: 0, openRow, selected: new Set() }
}

export function reduceWorkbench(state: WorkbenchState, event: WorkbenchEvent): WorkbenchState {
  switch (event.kind) {
    case 'searched':
      return { ...state, text: event.text, cursor: 0 }
    case 'filtered':
      return { ...state, filter: event.filter, cursor: 0 }
    case 'moved':
      return { ...state, cursor: event.place }
    case 'opened':
      return { ...state, cursor: event.place, openRow: event.row }
    case 'closed':
      return { ...state, openRow: undefined }
    case 'toggled': {
      const selected = new Set(state.selected)
      if (!selected.delete(event.row)) selected.add(event.row)
      return { ...state, selected }
    }
    case 'selected':
      return { ...state, selected: new Set(event.rows) }
    case 'removed':
      return { ...state, selected: new Set(), openRow: undefined }
  }
}

/** The nearest place that there is. */
export function placeWithin(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place))
}
