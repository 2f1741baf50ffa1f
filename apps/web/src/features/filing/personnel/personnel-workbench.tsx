import type { PersonnelDraft } from '@shebao/roster'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Notice } from '../../../shared/ui/notice.tsx'
import { NotesAtRow } from '../note/index.ts'
import { DeclarationWindow } from './declaration-window.tsx'
import { ListSums } from './list-sums.tsx'
import { PersonnelFilter } from './personnel-filter.tsx'
import { PersonnelTable } from './personnel-table.tsx'
import { SelectedPeople } from './selected-people.tsx'
import { usePersonnelChanges } from './use-personnel-changes.ts'
import type { HeldList } from './use-personnel-list.ts'
import { useWorkbench } from './use-workbench.ts'
import { placeWithin } from './workbench-state.ts'
import style from './personnel-workbench.module.css'

interface WorkbenchProps {
  declarationId: string
  held: HeldList
  onHold: (held: HeldList) => void
  onReload: () => void
  adding: boolean
  onAdding: (adding: boolean) => void
  tools: ReactNode
}

/** The list with its filter, selection and sums, and the declaration window beside it. */
export function PersonnelWorkbench(props: WorkbenchProps) {
  const { held, adding, onAdding, tools } = props
  const { list } = held
  const [note, setNote] = useState<string>()
  const grid = useRef<HTMLDivElement>(null)
  const changes = usePersonnelChanges(props)
  const { state, tell, byState, shown, cursor, place, person, rowAt } = useWorkbench(list, adding)
  const { selected, openRow } = state

  const openPlace = (next: number) => {
    const row = rowAt(next)?.row
    if (row === undefined) return
    onAdding(false)
    tell({ kind: 'opened', place: next, row })
  }
  const close = () => {
    onAdding(false)
    tell({ kind: 'closed' })
    grid.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }
  const save = async (draft: PersonnelDraft, confirm: boolean) => {
    const outcome = await changes.save(draft, confirm, adding ? undefined : person)
    if (outcome.saved && adding) {
      onAdding(false)
      tell({ kind: 'closed' })
    }
    return outcome
  }
  const remove = async () => {
    const outcome = await changes.remove(selected)
    if (outcome.saved) tell({ kind: 'removed' })
    else setNote(outcome.message)
  }

  return (
    <div className={style.workbench} data-open={adding || person !== undefined}>
      <div className={style.tablePart} ref={grid}>
        {note ? <Notice tone="refused">{note}</Notice> : null}
        <PersonnelFilter
          text={state.text}
          filter={state.filter}
          byState={byState}
          onText={(text) => tell({ kind: 'searched', text })}
          onFilter={(filter) => tell({ kind: 'filtered', filter })}
          tools={tools}
        />
        <SelectedPeople
          count={selected.size}
          busy={changes.removing}
          onRemove={remove}
          onSelectAll={() => tell({ kind: 'selected', rows: shown.flatMap((index) => list.rows[index]?.row ?? []) })}
          onClear={() => tell({ kind: 'selected', rows: [] })}
        />
        <PersonnelTable
          list={list}
          shown={shown}
          cursor={cursor}
          selected={selected}
          openRow={openRow}
          onCursor={(next) => tell({ kind: 'moved', place: next })}
          onOpen={openPlace}
          onToggle={(row) => tell({ kind: 'toggled', row })}
        />
        <ListSums list={list} shown={shown.length} />
      </div>
      {adding || person ? (
        <DeclarationWindow
          key={adding ? 'new' : openRow}
          list={list}
          person={adding ? undefined : person}
          above={adding || openRow === undefined ? null : <NotesAtRow row={openRow} />}
          position={adding ? undefined : { index: place + 1, total: shown.length }}
          onSave={save}
          onMove={(step) => openPlace(placeWithin(place + step, shown.length))}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
