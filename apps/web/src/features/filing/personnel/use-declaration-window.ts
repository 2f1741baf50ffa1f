import { useState } from 'react'
import { shownState } from '../../../shared/drafts/shown-state.ts'
import { focusField } from '../../../shared/ui/error-summary.tsx'
import { missingControls, toForm } from './person-form.ts'
import type { PersonForm } from './person-form.ts'
import { useJudgedPerson } from './use-judged-person.ts'
import type { JudgedPerson } from './use-judged-person.ts'
import { usePersonSaving } from './use-person-saving.ts'
import type { SavePerson } from './use-personnel-changes.ts'

interface WindowOf extends JudgedPerson {
  onSave: SavePerson
  onConfirmed: () => void
}

/** One person being edited: the form, the rules' word on it as it stands, and its saving. */
export function useDeclarationWindow({ onSave, onConfirmed, ...of }: WindowOf) {
  const { getValues, trigger, reset, setValue, ...judged } = useJudgedPerson(of)
  const { before, typed, form, issues } = judged
  const { saved, save, ...saving } = usePersonSaving({ typed, getValues, reset, before, onSave, onConfirmed })
  const [attempted, setAttempted] = useState(false)
  const missing = missingControls(issues)
  const dirty = typed.differs(form)
  const confirm = async () => {
    setAttempted(true)
    const [first] = missing
    if (first !== undefined) {
      await trigger()
      return focusField(first)
    }
    if (await save(true)) onConfirmed()
  }
  /** Nothing typed is lost by going elsewhere. */
  const leave = async (go: () => void) => {
    if (!dirty || (await save(false))) go()
  }
  const setAllYes = (values: PersonForm['participation']) =>
    setValue('participation', values, { shouldDirty: true, shouldTouch: true })
  return {
    ...judged,
    ...saving,
    missing,
    saved: shownState({ saved, kept: typed.kept, conflicts: typed.question?.conflicts.length ?? 0, dirty }),
    restart: () => reset(toForm(before)),
    attempted,
    dirty,
    save,
    confirm,
    leave,
    setAllYes,
  }
}
