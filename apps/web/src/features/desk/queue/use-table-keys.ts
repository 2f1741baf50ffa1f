import { useMemo } from 'react'
import { useChoiceKeys } from '../../../shared/ui/use-row-keys.ts'
import { isMovable } from './use-assignment.ts'
import { isSelectable } from './use-selection.ts'
import type { Selection } from './use-selection.ts'
import type { WorkRow } from './work-row.ts'

/** x chooses the row that has the focus, t takes it, takes it over or gives it back. */
export function useTableKeys(rows: readonly WorkRow[], selection: Selection, onToggle: (row: WorkRow) => void): void {
  const keys = useMemo(() => {
    const focused = () => {
      const id = document.activeElement?.closest('tr')?.querySelector('[data-work]')?.getAttribute('data-work')
      return rows.find((row) => row.id === id)
    }
    return {
      x: () => {
        const row = focused()
        if (row && isSelectable(row)) selection.toggle(row)
      },
      t: () => {
        const row = focused()
        if (row && isMovable(row)) onToggle(row)
      },
    }
  }, [rows, selection, onToggle])
  useChoiceKeys(keys)
}
