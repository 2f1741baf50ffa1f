import { useEffect, useState, type RefObject } from 'react'
import { isTooMany } from '../../../shared/lib/is-too-many.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { cardWords } from './card-words.ts'
import { partnerMessages } from './partner-messages.ts'
import type { DeskDoneFragment } from './partner-desk.generated.ts'

type Activated = Extract<DeskDoneFragment, { __typename: 'CardActivated' }>

/** What is common to the desks of partners: one person after the other, the first field in focus, nothing typed lost. */
export function useDesk(form: RefObject<HTMLFormElement | null>) {
  const t = useMessages(partnerMessages)
  const word = useMessages(cardWords)
  const [done, setDone] = useState<Activated>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    if (!done) form.current?.querySelector<HTMLInputElement>('[data-autofocus]')?.focus()
  }, [done, form])

  const send = async (work: () => Promise<DeskDoneFragment | undefined>) => {
    setProblem(undefined)
    try {
      const outcome = await work()
      if (outcome?.__typename === 'CardActivated') return setDone(outcome)
      setProblem(outcome ? word(`refused${outcome.reason}`) : t('failed'))
    } catch (error) {
      setProblem(t(isTooMany(error) ? 'tooMany' : 'failed'))
    }
    return form.current?.querySelector<HTMLInputElement>('[data-autofocus]')?.focus()
  }
  return { done, problem, send, next: () => setDone(undefined) }
}

export function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value.trim() : ''
}
