import type { PersonnelDraft } from '@shebao/roster'
import { useRef, useState } from 'react'
import { useOnReturn } from '../../../shared/drafts/use-typed.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import { messages } from './messages.ts'
import { toDraft, toForm } from './person-form.ts'
import type { useJudgedPerson } from './use-judged-person.ts'
import type { SavePerson } from './use-personnel-changes.ts'

interface Saving extends Pick<ReturnType<typeof useJudgedPerson>, 'typed' | 'getValues' | 'reset'> {
  before: PersonnelDraft
  onSave: SavePerson
  onConfirmed: () => void
}

const mostTries = 4

/** Saves one person over what others saved meanwhile: what asks no question is merged and saved again, the rest waits for an answer. */
export function usePersonSaving({ typed, getValues, reset, before, onSave, onConfirmed }: Saving) {
  const t = useMessages(messages)
  const [message, setMessage] = useState<string>()
  const [saved, setSaved] = useState<SavedState>({ kind: 'untouched' })
  /** What was sent and not answered. */
  const [waits, setWaits] = useState<{ confirmed: boolean }>()
  /** The list's, when another clerk was quicker. */
  const revision = useRef<number>(undefined)

  const attempt = async (confirmed: boolean, tries = 0): Promise<boolean> => {
    const sent = getValues()
    const outcome = await onSave(toDraft(sent, before), confirmed, revision.current)
    const { met } = outcome
    if (met && tries < mostTries) {
      revision.current = met.revision
      // Somebody new takes nothing from anybody.
      const merged = met.theirs === undefined ? undefined : typed.meet(getValues(), toForm(met.theirs), met.who)
      if (merged) reset(merged.form)
      if (!merged || merged.conflicts.length === 0) return attempt(confirmed, tries + 1)
      setSaved({ kind: 'untouched' })
      return false
    }
    setWaits(outcome.lost === true ? { confirmed } : undefined)
    setMessage(met ? t('conflict') : outcome.message)
    setSaved(outcome.saved ? { kind: 'saved', at: new Date().toISOString() } : { kind: 'failed' })
    if (outcome.saved) {
      revision.current = undefined
      await typed.saved(sent)
      // What was typed while it was sent is kept.
      typed.keep(getValues())
    }
    return outcome.saved
  }
  const save = async (confirmed: boolean): Promise<boolean> => {
    if (typed.question) return false
    setSaved({ kind: 'saving' })
    setMessage(undefined)
    return attempt(confirmed)
  }
  useOnReturn(waits !== undefined, () => {
    const confirmed = waits?.confirmed === true
    void save(confirmed).then((done) => {
      if (done && confirmed) onConfirmed()
    })
  })
  /** Ends the question, and saves what was chosen. */
  const choose = (answers: Readonly<Record<string, unknown>>) => {
    reset(typed.choose(getValues(), answers))
    setSaved({ kind: 'saving' })
    void attempt(false)
  }
  return { message, saved, save, choose }
}
