import type { PersonnelDraft } from '@shebao/roster'
import { Suspense, useCallback, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { FoundPeople } from './found-people.tsx'
import { ListSums } from './list-sums.tsx'
import { messages } from './messages.ts'
import { PersonnelFilter } from './personnel-filter.tsx'
import type { HeldList } from './personnel-list.ts'
import { PersonnelTable } from './personnel-table.tsx'
import { SelectedPeople } from './selected-people.tsx'
import { usePersonnelChanges } from './use-personnel-changes.ts'
import { useSums } from './use-sums.ts'
import { useWorkbench } from './use-workbench.ts'
import { placeWithin } from './workbench-state.ts'
import style from './personnel-workbench.module.css'

const NotesAtRow = later(async () => (await import('../note/index.ts')).NotesAtRow)
const PersonWindow = later(async () => (await import('./person-window.tsx')).PersonWindow)

interface WorkbenchProps {
  declarationId: string
  held: HeldList
  onHold: (held: HeldList) => void
  onReload: () => Promise<void>
  adding: boolean
  onAdding: (adding: boolean) => void
  tools: ReactNode
}

/** The list with its filter, selection and sums, and the declaration window beside it. */
export function PersonnelWorkbench(props: WorkbenchProps) {
  const { declarationId, held, onReload, adding, onAdding, tools } = props
  const t = useMessages(messages)
  const onStale = useCallback(() => void onReload(), [onReload])
  const [note, setNote] = useState<string>()
  const grid = useRef<HTMLDivElement>(null)
  const { state, tell, people, places, shown, cursor, place, open, person } = useWorkbench(declarationId, held, {
    onStale,
    busy: adding,
  })
  const changes = usePersonnelChanges({ ...props, people })
  const totals = useSums(declarationId, held.revision, people.any || people.failed || held.rows.length === 0)
  const { selected } = state

  const openPlace = (next: number) => {
    const row = shown[next]
    if (row === undefined) return
    onAdding(false)
    tell({ kind: 'opened', place: next, row })
  }
  const close = () => {
    onAdding(false)
    tell({ kind: 'closed' })
    grid.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }
  const save = async (draft: PersonnelDraft, confirm: boolean, revision?: number) => {
    const outcome = await changes.save(draft, confirm, adding ? undefined : person, revision)
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
    <div className={style.workbench} data-open={adding || open !== undefined}>
      <div className={style.tablePart} ref={grid}>
        {note ? <Notice tone="refused">{note}</Notice> : null}
        {places.failed || people.failed ? <Notice tone="refused">{t('failedList')}</Notice> : null}
        <PersonnelFilter
          text={state.text}
          filter={state.filter}
          counts={held.counts}
          onText={(text) => tell({ kind: 'searched', text })}
          onFilter={(filter) => tell({ kind: 'filtered', filter })}
          tools={tools}
        />
        {held.rows.length > 0 ? (
          <FoundPeople
            places={places}
            onAll={() => {
              tell({ kind: 'searched', text: '' })
              tell({ kind: 'filtered', filter: 'ALL' })
            }}
          />
        ) : null}
        <SelectedPeople
          count={selected.size}
          busy={changes.removing}
          onRemove={remove}
          onSelectAll={() => {
            // Those of the search before are not whom the clerk means.
            if (!places.waiting) tell({ kind: 'selected', rows: shown })
          }}
          onClear={() => tell({ kind: 'selected', rows: [] })}
        />
        <PersonnelTable
          people={people}
          shown={shown}
          cursor={cursor}
          selected={selected}
          openRow={open}
          onCursor={(next) => tell({ kind: 'moved', place: next })}
          onOpen={openPlace}
          onToggle={(row) => tell({ kind: 'toggled', row })}
        />
        <ListSums people={held.rows.length} shown={shown.length} totals={totals} />
      </div>
      {adding || person ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <PersonWindow
            key={adding ? 'new' : open}
            declarationId={declarationId}
            rules={held.rules}
            person={adding ? undefined : person}
            above={adding || open === undefined ? null : <NotesAtRow row={open} />}
            position={adding ? undefined : { index: place + 1, total: shown.length }}
            onSave={save}
            onMove={(step) => openPlace(placeWithin(place + step, shown.length))}
            onClose={close}
          />
        </Suspense>
      ) : open === undefined ? null : (
        <Skeleton lines={8} />
      )}
    </div>
  )
}
