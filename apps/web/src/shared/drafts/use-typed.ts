import { useCallback, useEffect, useRef, useState } from 'react'
import { Composed } from './composed.ts'
import type { Keeping } from './keeping.ts'
import type { LastSaved } from './last-saved.tsx'
import { isSame, mergeForms, withAnswers, type FieldConflict, type Merged } from './merge-forms.ts'
import { useKeptState } from './with-kept.tsx'

/** Fields that somebody has to choose of before anything is saved. */
export interface Question {
  conflicts: readonly FieldConflict[]
  /** Two windows of the same person, not two clerks. */
  own: boolean
  /** Who saved the draft last. */
  who?: LastSaved | null | undefined
}

interface Start<Form> {
  form: Form
  /** When it was typed, where something is restored. */
  restored: string | undefined
  question: Question | undefined
  /** What it was typed on. */
  base: Form
}

/** Where a form begins: with what the office has, and on it what was typed here before. */
export function begin<Form extends object>({ found }: Keeping<Form>, saved: Form): Start<Form> {
  if (!found) return { form: saved, restored: undefined, question: undefined, base: saved }
  const { form, conflicts } = mergeForms(found.base, found.mine, saved)
  const further = found.conflicts.filter(({ path }) => !conflicts.some((one) => one.path === path))
  const all = [...conflicts, ...further]
  return {
    form,
    restored: isSame(form, saved) ? undefined : found.typedAt,
    question: all.length > 0 ? { conflicts: all, own: conflicts.length === 0 } : undefined,
    base: all.length > 0 ? found.base : saved,
  }
}

/**
 * A form that is saved by a button: what is typed is kept on this device until then, and meets what others saved meanwhile. While a
 * question is open the old base is kept, too: after a reload it is asked again.
 */
export function useTyped<Form extends object>(keeping: Keeping<Form>, saved: Form, beside?: unknown) {
  const [start] = useState(() => begin(keeping, saved))
  const [question, setQuestion] = useState(start.question)
  const [base, setBase] = useState(start.base)
  const kept = useKeptState(keeping)
  // Saving goes over several answers of the office, longer than one render lives.
  const now = useRef({ base: start.base, theirs: saved, open: start.question !== undefined })
  const give = useRef<(form: Form) => void>(() => undefined)
  useEffect(() => {
    const composed = new Composed((form: Form) => {
      const { base: on, open } = now.current
      if (!open && isSame(form, on)) void keeping.forget()
      else keeping.keep({ base: on, mine: form, beside })
    })
    give.current = (form) => composed.give(form)
    return () => composed.stop()
  }, [keeping, beside])
  const keep = useCallback((form: Form) => give.current(form), [])
  const moveTo = (next: Form) => {
    now.current = { base: next, theirs: next, open: false }
    setBase(next)
  }
  return {
    start,
    question,
    kept,
    /** Something is typed that the office does not have. */
    differs: (form: Form) => !isSame(form, base),
    /** To be called with every state of the form. */
    keep,
    /** The office has this now. */
    saved: (form: Form) => {
      moveTo(form)
      return keeping.forget()
    },
    /** Nothing of it is wanted any more. */
    forget: () => keeping.forget(),
    /** What another clerk saved meanwhile; gives the form with all that asks no question. */
    meet: (form: Form, theirs: Form, who?: LastSaved | null): Merged<Form> => {
      const merged = mergeForms(now.current.base, form, theirs)
      if (merged.conflicts.length === 0) moveTo(theirs)
      else {
        now.current = { ...now.current, theirs, open: true }
        setQuestion({ conflicts: merged.conflicts, own: false, who })
      }
      return merged
    },
    /** Ends the question with what was chosen. */
    choose: (form: Form, answers: Readonly<Record<string, unknown>>): Form => {
      setQuestion(undefined)
      moveTo(now.current.theirs)
      keeping.settle()
      return withAnswers(form, answers)
    },
  }
}

/** The connection is back: what was to be saved is saved now. */
export function useOnReturn(waits: boolean, then: () => void): void {
  const latest = useRef(then)
  useEffect(() => {
    latest.current = then
  }, [then])
  useEffect(() => {
    if (!waits) return undefined
    const back = () => latest.current()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [waits])
}
