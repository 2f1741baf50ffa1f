import { useState } from 'react'
import { shownState } from '../../../shared/drafts/shown-state.ts'
import { useOnReturn } from '../../../shared/drafts/use-typed.ts'
import type { ChangeEditing, Edited } from './use-change-editor.ts'
import { useSaveChange } from './use-save-change.ts'
import type { NotSaved } from './use-save-change.ts'

interface Saving {
  of: Edited
  revision: number
  editing: ChangeEditing
  onSaved: (rowNo: number | undefined) => void
}

/** Saves what stands in the form of a change: again when the connection is back, and over what somebody else saved meanwhile. */
export function useChangeSaving({ of: { declarationId, row, person }, revision, editing, onSaved }: Saving) {
  const { typed, dirty } = editing
  const saving = useSaveChange({
    declarationId,
    revision,
    base: row,
    individualId: person?.individualId,
    onMeet: typed.meet,
  })
  const [reason, setReason] = useState<NotSaved>()
  const save = async (form = editing.getValues()) => {
    setReason(undefined)
    const outcome = await saving.save(form)
    if (outcome === undefined) return
    if (outcome.kind === 'saved') {
      void typed.forget()
      return onSaved(outcome.rowNo)
    }
    if (outcome.kind === 'unsaved') return setReason(outcome.reason)
    editing.fill(outcome.form)
  }
  useOnReturn(reason === 'FAILED', () => void save())
  return {
    busy: saving.busy,
    /** Why it was not saved. */
    reason,
    state: shownState({
      saved: saving.busy ? { kind: 'saving' } : { kind: reason === undefined ? 'untouched' : 'failed' },
      kept: typed.kept,
      conflicts: typed.question?.conflicts.length ?? 0,
      dirty,
    }),
    save,
    /** Of a change that somebody else took away. */
    saveAsNew: () => {
      saving.asNew()
      void save()
    },
    /** Ends the question, and saves what was chosen. */
    choose: (answers: Readonly<Record<string, unknown>>) => {
      const form = typed.choose(editing.getValues(), answers)
      editing.fill(form)
      void save(form)
    },
  }
}
