import { useCallback, useState } from 'react'

/** Notes that are not sent yet, by path (`unit.bankName`, `personnel[3]`). */
export type Notes = Readonly<Record<string, string>>

/** Kept in the tab until they are sent, so that a reload or an expired session loses none. */
export function useNotes(declarationId: string, version: number) {
  const key = `staff-notes ${declarationId} ${version}`
  const [notes, setNotes] = useState<Notes>(() => read(key))
  const setNote = useCallback(
    (path: string, text: string) => {
      setNotes((before) => {
        const { [path]: _old, ...others } = before
        const next = text.trim() ? { ...others, [path]: text.trim() } : others
        window.sessionStorage.setItem(key, JSON.stringify(next))
        return next
      })
    },
    [key],
  )
  const clear = useCallback(() => {
    window.sessionStorage.removeItem(key)
    setNotes({})
  }, [key])
  return { notes, setNote, clear }
}

function read(key: string): Notes {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}
