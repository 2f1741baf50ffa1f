import { useRef, useState } from 'react'

interface TypedCell {
  /** Typed words of the cell under the cursor, when the typing ends. */
  onKept: (text: string, then: 'DOWN' | 'RIGHT' | 'STAY') => void
}

/** What is being typed in the cell under the cursor. Typed words are kept once, whether by a key or by leaving the cell. */
export function useTypedCell({ onKept }: TypedCell) {
  const [editing, setEditing] = useState<string>()
  const kept = useRef(false)
  return {
    editing,
    begin: (text: string) => {
      kept.current = false
      setEditing(text)
    },
    keep: (text: string, then: 'DOWN' | 'RIGHT' | 'STAY') => {
      if (kept.current) return
      kept.current = true
      onKept(text, then)
      setEditing(undefined)
    },
    giveUp: () => {
      kept.current = true
      setEditing(undefined)
    },
  }
}
