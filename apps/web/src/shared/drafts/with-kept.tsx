import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useViewer } from '../lib/viewer-context.tsx'
import { openKeeping, type Keeping, type KeptState } from './keeping.ts'
import { ownerOf } from './owner.ts'
import { holdThisPage } from './page-holder.ts'
import type { KeptWhat } from './shelf.ts'

interface WithKeptProps<Form extends object> {
  /** Which draft it is, such as `person.<declaration>.<row>`; another one is another form. */
  draft: string
  what: KeptWhat
  /** While it is looked up, a few milliseconds. */
  fallback?: ReactNode
  children: (keeping: Keeping<Form>) => ReactNode
}

/** A form with what was typed into it and not saved, and the hand that keeps what is typed from now on. */
export function WithKept<Form extends object>({ draft, what, fallback, children }: WithKeptProps<Form>) {
  const owner = ownerOf(useViewer())
  const [opened, setOpened] = useState<{ of: string; keeping: Keeping<Form> }>()
  const of = `${owner}/${draft}`
  const latest = useRef(what)
  useEffect(() => {
    latest.current = what
    opened?.keeping.moveTo(what)
  }, [what, opened])
  useEffect(() => {
    let wanted = true
    let current: Keeping<Form> | undefined
    holdThisPage()
    void openKeeping<Form>({ owner, draft, what: latest.current }).then((keeping) => {
      if (!wanted) return
      current = keeping
      keeping.start()
      setOpened({ of: `${owner}/${draft}`, keeping })
    })
    return () => {
      wanted = false
      current?.stop()
    }
  }, [owner, draft])
  return opened?.of === of ? children(opened.keeping) : fallback
}

export const useKeptState = ({ subscribe, state }: Pick<Keeping<object>, 'subscribe' | 'state'>): KeptState =>
  useSyncExternalStore(subscribe, state)
